package org.turnstone.room;

class MemoryRoomsTest extends RoomStoreContract {
    private final MemoryRooms rooms = new MemoryRooms();

    @Override
    protected RoomStore store() {
        return rooms;
    }

    @Override
    protected RoomStore reopened() {
        return rooms;
    }
}

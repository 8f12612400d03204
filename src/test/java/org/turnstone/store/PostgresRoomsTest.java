package org.turnstone.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.room.RoomStore;
import org.turnstone.room.RoomStoreContract;

class PostgresRoomsTest extends RoomStoreContract {
    @TempDir
    private Path home;

    private final Server server = Postgres.database();
    private Database database;

    @Override
    protected RoomStore store() {
        database = Database.open(home, server);
        return database.rooms();
    }

    @Override
    protected RoomStore reopened() {
        database.close();
        return store();
    }

    @AfterEach
    void close() {
        database.close();
    }
}

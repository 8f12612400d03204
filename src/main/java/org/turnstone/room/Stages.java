package org.turnstone.room;

import org.turnstone.floor.Stage;
import org.turnstone.room.RoomStore.Owed;

/** Makes the stage on which one owed effect is played. Threads may share one. */
@FunctionalInterface
public interface Stages {
    /**
     * The stage for this effect, whose id is the platform's idempotency key. Playing on it throws
     * {@link NotPlayed} if the effect did not reach the platform and should be tried again.
     */
    Stage of(Owed owed);
}

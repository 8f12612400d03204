package org.turnstone.room;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.turnstone.floor.Person;

/** The other processes that share our database: whoever sits in a room may have their page open there. Threads may share one. */
public interface Neighbours {
    /** There are none. */
    Neighbours NONE = new Neighbours() {
        @Override
        public void tell(String room, Optional<Person> person) {}

        @Override
        public void hear(BiConsumer<String, Optional<Person>> changed, Runnable missed) {}
    };

    /**
     * Something that can be seen in {@code room} has changed, and is stored.
     *
     * @param person who alone can see it; empty: all in the room
     */
    void tell(String room, Optional<Person> person);

    /**
     * From now on hears of what the others tell.
     *
     * @param changed a room, and who alone can see the change; never for what this process told
     * @param missed something may have changed anywhere, and nobody could tell
     */
    void hear(BiConsumer<String, Optional<Person>> changed, Runnable missed);
}

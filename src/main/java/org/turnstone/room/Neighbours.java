package org.turnstone.room;

import java.util.Optional;
import java.util.function.Consumer;
import org.turnstone.floor.Person;

/** The other processes that share our database: whoever sits in a room may have their page open there. Threads may share one. */
public interface Neighbours {
    /** There are none. */
    Neighbours NONE = new Neighbours() {
        @Override
        public void tell(News news) {}

        @Override
        public void hear(Consumer<News> heard, Runnable missed) {}
    };

    /** What sort of thing came about. */
    enum Sort {
        /** Something that can be seen has changed, and is stored. */
        CHANGED,
        /** Somebody is writing what all may see that they write: of the moment, and stored nowhere. */
        WRITING
    }

    /**
     * That something came about, and never what.
     *
     * @param person who alone can see what has changed, empty where all in the room can; or who is writing
     */
    record News(Sort sort, String room, Optional<Person> person) {
        public static News changed(String room) {
            return new News(Sort.CHANGED, room, Optional.empty());
        }

        public static News changed(String room, Person forWhom) {
            return new News(Sort.CHANGED, room, Optional.of(forWhom));
        }

        public static News writing(String room, Person who) {
            return new News(Sort.WRITING, room, Optional.of(who));
        }
    }

    void tell(News news);

    /**
     * From now on hears of what the others tell.
     *
     * @param heard never of what this process told
     * @param missed something may have changed anywhere, and nobody could tell
     */
    void hear(Consumer<News> heard, Runnable missed);
}

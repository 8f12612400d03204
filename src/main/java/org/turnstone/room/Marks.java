package org.turnstone.room;

import java.util.Optional;
import org.turnstone.floor.Person;

/**
 * Small things that a platform has to remember about a room: which message is the status line, whose seat a link opens.
 * Stored encrypted; never anybody's words. Every implementation passes {@code MarksContract}. Threads may share one.
 */
public interface Marks {
    Optional<String> get(String room, String key);

    void put(String room, String key, String value);

    void remove(String room, String key);

    /** Removes everything that is remembered of one person: marks whose key ends with a slash and their id. */
    void forget(Person person);

    /** All rooms that have this mark. */
    java.util.List<String> rooms(String key);
}

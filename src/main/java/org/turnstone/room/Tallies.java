package org.turnstone.room;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.turnstone.floor.Person;

/** Counts a day, never text: of a room together, and of each person alone. Threads may share one. */
public interface Tallies {
    /** Adds to what is counted for {@code owner} on {@code day}. */
    void count(Owner owner, LocalDate day, Map<Counted, Integer> more);

    /** What was counted, day by day; days on which nothing was are not there. */
    SortedMap<LocalDate, Map<Counted, Integer>> of(Owner owner);

    void forget(Owner owner);

    /**
     * Whose counts they are.
     *
     * @param name unique among all owners
     */
    record Owner(String name) {
        /** Everybody in {@code room} together. */
        public static Owner of(String room) {
            return new Owner("room/" + room);
        }

        /** {@code person} alone. */
        public static Owner of(Person person) {
            return new Owner("person/" + person.id());
        }
    }
}

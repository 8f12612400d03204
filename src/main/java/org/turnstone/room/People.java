package org.turnstone.room;

import java.time.Instant;
import java.util.Optional;
import org.turnstone.floor.Person;

/** What people have chosen for themselves. Every implementation passes {@code PeopleContract}. Threads may share one. */
public interface People {
    /** {@link Manners#UNSAID} for somebody unknown. */
    Manners of(Person person);

    void save(Person person, Manners manners);

    /** Until when no talk can start in this room, without who or why. */
    Optional<Instant> notBefore(String room);

    /** Keeps the later of this date and the one that stands. */
    void setNotBefore(String room, Instant until);

    /** Erases dates so long past that everyone has been asked again since. */
    void tidy(Instant now);

    /** Everything of this person here. */
    void forget(Person person);
}

package org.turnstone.room;

import java.time.Instant;
import java.util.List;
import org.turnstone.floor.Person;

/** Notes that wait for their person. Every implementation passes {@code NotesContract}. Threads may share one. */
public interface Notes {
    /** How long an unread note is kept, in hours. */
    int KEPT_HOURS = 24;

    /** Leaves a note, unless one with this id was left before. */
    void leave(Note note);

    /** What waits for {@code person} in {@code room}, oldest first. */
    List<Note> waiting(String room, Person person);

    /** Everything that waits for {@code person}, oldest first. */
    List<Note> waiting(Person person);

    /** They have seen it: it is erased. */
    void shown(long id, Person by);

    /** Erases what is older than a day. */
    void tidy(Instant now);
}

package org.turnstone.room;

import org.turnstone.reading.Kind;

/**
 * What is counted, so that people can look back. The first four are joint, of everybody in a room together; all others are
 * one person's own and are shown to that person alone. No count sets one person against another.
 */
public enum Counted {
    TALKS,
    TURNS,
    BOTH_HEARD,
    REPAIRS,

    /** Answers that were read for their writer. */
    ANSWERS,
    LEANED_IN,
    /** Answers that may have sounded like defending, mixed ones included. */
    GUARDED,
    TRIED_AGAIN,
    /** One's answers after which the other said "that's it" or "close enough", aloud. */
    REACHED,
    PRACTISED,

    /** Answers that reached the other and in which this way of leaning in had been noticed. */
    HELPED_VALIDATION,
    HELPED_REFLECTION,
    HELPED_CURIOSITY,
    HELPED_EMPATHY,
    HELPED_OWNERSHIP,
    HELPED_PRESENCE,
    HELPED_NAMING_THE_BLOCK;

    /** Whether it is of everybody together. */
    public boolean isJoint() {
        return compareTo(REPAIRS) <= 0;
    }

    /** @param kind one that leans in */
    public static Counted helped(Kind kind) {
        return valueOf("HELPED_" + kind.name());
    }
}

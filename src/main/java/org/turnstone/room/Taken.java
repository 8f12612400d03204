package org.turnstone.room;

import java.util.Optional;
import org.turnstone.floor.Conversation;

/**
 * What became of an input.
 *
 * @param how whether it was taken in
 * @param now the conversation afterwards, where there is one
 */
public record Taken(How how, Optional<Conversation> now) {
    /** Whether an input was taken in. */
    public enum How {
        /** It moved the conversation or led to an effect. */
        MOVED,
        /** It was taken in before; a platform delivered it twice. */
        AGAIN,
        /** Nothing follows from it just now: stale, or not this person's to do. They get a kind answer, privately. */
        NOTHING,
        /** Whoever did it is not of this conversation. */
        STRANGER,
        /** There is no conversation in this room. */
        NO_ROOM,
        /** This person's set-up comes first, alone; then the same again. */
        SET_UP_FIRST,
        /** The words are longer than {@link Input#LONGEST}, or none at all. */
        TOO_LONG
    }
}

package org.turnstone.room;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.turnstone.floor.Person;

/**
 * Words that are kept for a while, encrypted, because an effect or a state refers to them. Nothing else that people write
 * is kept at all.
 *
 * @param ref what refers to them; unique
 * @param room whose conversation
 * @param owner who wrote them
 * @param why for what they are kept, which decides for how long
 * @param text what was written
 * @param until when they go by themselves; empty: not before their owner forgets them
 */
public record Kept(String ref, String room, Person owner, Why why, String text, Optional<Instant> until) {

    /** What words are kept for. Each has its line in the privacy page. */
    public enum Why {
        /** Until the effects that show or quote them have been played. */
        TO_PLAY,
        /** Out of turn: until they go back to their writer, after a day at the latest. */
        HELD,
        /** The words at which the bot stepped aside, so that their writer may still show them: a day. */
        ASIDE,
        /** Given to be kept (topic, parked topic, block, next step): until their writer forgets them. */
        GIVEN,
        /** A row of words that were misread, which their writer lets us learn from: until they forget it. */
        MISREAD
    }

    public Kept {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(room);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(why);
        Objects.requireNonNull(text);
        Objects.requireNonNull(until);
    }

    /** Without the text: it must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "Kept[" + ref + ", " + why + ", until "
                + until.map(Instant::toString).orElse("forgotten") + "]";
    }
}

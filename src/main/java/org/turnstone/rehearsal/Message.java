package org.turnstone.rehearsal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One message of an exported chat.
 *
 * @param index its place in the file's own list of messages, from 0
 * @param from who wrote it, as the file calls them
 * @param at when; empty where the file does not say
 * @param as in which role it is to be read; empty: as the turns have it
 */
public record Message(int index, String from, String text, Optional<Instant> at, Optional<As> as) {

    /** A role that a file gives a message, over the floor. */
    public enum As {
        SPEAKER,
        LISTENER,
        OUT_OF_TURN
    }

    public Message {
        Objects.requireNonNull(from);
        Objects.requireNonNull(text);
        Objects.requireNonNull(at);
        Objects.requireNonNull(as);
    }

    /** Without the text: it must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "Message[" + index + "]";
    }
}

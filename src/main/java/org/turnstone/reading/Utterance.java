package org.turnstone.reading;

import java.util.Objects;

/**
 * One message to be read, in its role.
 *
 * @param text what was written, exactly as written
 * @param role whether the writer has the floor or answers
 * @param before the partner's words just before; empty when unknown
 */
public record Utterance(String text, Role role, String before) {
    public Utterance {
        Objects.requireNonNull(text);
        Objects.requireNonNull(role);
        Objects.requireNonNull(before);
    }

    /** A listener's reply to {@code before}. */
    public static Utterance reply(String text, String before) {
        return new Utterance(text, Role.LISTENER, before);
    }

    /** A speaker's own words. */
    public static Utterance opening(String text) {
        return new Utterance(text, Role.SPEAKER, "");
    }
}

package org.turnstone.floor;

import java.util.Objects;

/**
 * A reference to something that somebody wrote. The floor never sees the text itself, so neither its state nor its
 * effects can leak it.
 *
 * @param ref where the text is kept, or the platform's id of the message
 * @param length of the text in characters (UTF-16 units)
 */
public record Words(String ref, int length) {
    public Words {
        Objects.requireNonNull(ref);
        if (length < 0) {
            throw new IllegalArgumentException("words cannot have the length " + length);
        }
    }
}

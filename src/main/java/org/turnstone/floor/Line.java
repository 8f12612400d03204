package org.turnstone.floor;

import java.util.Objects;

/**
 * One line that the bot says: which prompt, which of its wordings, and what stands in its placeholders.
 *
 * <p>The wording is a running number, chosen in the step and stored, so that a second try says the same words. The prompt
 * book takes it modulo the number of wordings; running numbers never give the same one twice running.
 */
public record Line(Prompt prompt, int wording, Slots slots) {
    public Line {
        Objects.requireNonNull(prompt);
        if (wording < 0) {
            throw new IllegalArgumentException("a wording is counted from 0, not " + wording);
        }
        if (!prompt.slots().containsAll(slots.filled())) {
            throw new IllegalArgumentException(prompt + " has no place for all of " + slots.filled());
        }
    }
}

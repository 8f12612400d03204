package org.turnstone.reading;

import java.util.Objects;

/**
 * One sign in a message: the rule that fired and where. It points at the words and never holds them, so that a reading
 * can be stored without storing what anybody said.
 *
 * @param kind what it is a sign of
 * @param rule the rule's id, as the lexicon has it
 * @param start index of the first character in the message (UTF-16 units)
 * @param end index after the last
 */
public record Finding(Kind kind, String rule, int start, int end) {
    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(rule);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("rule " + rule + ": no words between " + start + " and " + end);
        }
    }

    /** Whether a named cue of the lexicon was found; else it is a learned sequence, whose rule is the sequence itself. */
    public boolean isCue() {
        return isCue(rule);
    }

    static boolean isCue(String rule) {
        return rule.indexOf('/') > 0 && rule.indexOf(' ') < 0;
    }

    /** The words in {@code message}, which must be the message that was read. */
    public String words(String message) {
        return message.substring(start, end);
    }
}

package org.turnstone.safety;

import java.util.Objects;

/**
 * Words at which the bot steps aside.
 *
 * @param concern what they speak of
 * @param rule the id of the rule that fired
 * @param start index of the first character in the message (UTF-16 units)
 * @param end index after the last
 */
public record Alarm(Concern concern, String rule, int start, int end) {
    public Alarm {
        Objects.requireNonNull(concern);
        Objects.requireNonNull(rule);
    }
}

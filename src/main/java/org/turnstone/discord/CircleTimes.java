package org.turnstone.discord;

import java.time.Duration;
import java.util.Objects;
import org.turnstone.floor.Gathering;

/**
 * How long circles take.
 *
 * @param turn after how long a speaker hears, alone and once, that their time is about up
 * @param length what is said beforehand where the keeper names no other
 */
public record CircleTimes(Duration turn, Duration length) {
    /** Three minutes a turn, three quarters of an hour in all. */
    static final CircleTimes USUAL = new CircleTimes(Gathering.TURN, Duration.ofMinutes(45));

    public CircleTimes {
        Objects.requireNonNull(turn);
        Objects.requireNonNull(length);
    }
}

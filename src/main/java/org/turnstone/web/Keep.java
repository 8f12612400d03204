package org.turnstone.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** For how long a room keeps what is written in it, shortest first. */
public enum Keep {
    TALK,
    DAY,
    WEEK;

    /** When a line written at {@code at} is erased; empty: when the talk ends. */
    Optional<Instant> until(Instant at) {
        return switch (this) {
            case TALK -> Optional.empty();
            case DAY -> Optional.of(at.plus(Duration.ofDays(1)));
            case WEEK -> Optional.of(at.plus(Duration.ofDays(7)));
        };
    }

    /** Of two wishes the shorter counts. */
    Keep and(Keep other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

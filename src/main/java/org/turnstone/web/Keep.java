package org.turnstone.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** For how long a room keeps what is written in it, shortest first. */
public enum Keep {
    /** Until the talk ends, and for a week at most where none does. */
    TALK(Optional.empty()),
    DAY(Optional.of(Duration.ofDays(1))),
    WEEK(Optional.of(Duration.ofDays(7)));

    private final Optional<Duration> time;

    Keep(Optional<Duration> time) {
        this.time = time;
    }

    /** Empty: as long as the talk. */
    Optional<Duration> time() {
        return time;
    }

    /** When something that was written at {@code at} is erased; empty: when the talk ends. */
    Optional<Instant> until(Instant at) {
        return time.map(at::plus);
    }

    /** Of two wishes the shorter counts. */
    Keep and(Keep other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

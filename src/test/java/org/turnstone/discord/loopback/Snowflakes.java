package org.turnstone.discord.loopback;

import java.time.Clock;
import java.time.Instant;

/**
 * Makes ids as the platform does: milliseconds since 2015 in the upper 42 bits, a running number below, always rising.
 * Source: Reference, "Snowflakes".
 *
 * <p>Threads may share it.
 */
final class Snowflakes {
    private static final long EPOCH = 1420070400000L;
    private static final int TIME_SHIFT = 22;

    private final Clock clock;
    private long last;

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    synchronized long next() {
        last = Math.max(last + 1, (clock.millis() - EPOCH) << TIME_SHIFT);
        return last;
    }

    /** When {@code id} was made, to the millisecond. */
    static Instant time(long id) {
        return Instant.ofEpochMilli((id >> TIME_SHIFT) + EPOCH);
    }
}

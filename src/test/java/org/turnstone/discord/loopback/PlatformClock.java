package org.turnstone.discord.loopback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The platform's clock: real time plus a shift that a test may set. Everything the platform dates or lets run out goes
 * by it: snowflakes, the 3 s and the 15 min of an interaction, the nonce window, the life of a session.
 *
 * <p>Threads may share it.
 */
public final class PlatformClock extends Clock {
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    /** Sets the platform forward by {@code step} (back, if negative): nothing sleeps, everything has aged. */
    public void advance(Duration step) {
        shift.updateAndGet(old -> old.plus(step));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

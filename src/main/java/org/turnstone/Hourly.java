package org.turnstone;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Work that need not be done with every beat. Belongs to the heartbeat's thread. */
final class Hourly implements Consumer<Instant> {
    private final Consumer<Instant> work;
    private Instant next = Instant.MIN;

    Hourly(Consumer<Instant> work) {
        this.work = work;
    }

    @Override
    public void accept(Instant now) {
        if (!now.isBefore(next)) {
            work.accept(now);
            next = now.plus(Duration.ofHours(1));
        }
    }
}

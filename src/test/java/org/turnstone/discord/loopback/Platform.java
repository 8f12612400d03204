package org.turnstone.discord.loopback;

import java.time.Instant;

/**
 * Everything the platform is made of, in one place, so that its parts can reach each other.
 *
 * <p>Threads may share it; what changes is guarded by {@link #lock}.
 */
final class Platform {
    final Monitor lock = new Monitor();
    final PlatformClock clock = new PlatformClock();
    final Limits limits = new Limits();
    final Snowflakes snowflakes = new Snowflakes(clock);
    final WireLog wire = new WireLog(clock);
    final Faults faults = new Faults();
    final World world = new World(this);
    final Application app = new Application(this);
    final Access access = new Access(this);
    final Gateway gateway = new Gateway(this);
    final Events events = new Events(this);
    final Posting posting = new Posting(this);
    final Interactions interactions = new Interactions(this);

    /** Whether connections get anything at all. */
    volatile boolean reachable = true;

    long id() {
        return snowflakes.next();
    }

    Instant now() {
        return clock.instant();
    }
}

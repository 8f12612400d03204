package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;

/** Why an effect does not go through, and for how long it is tried all the same. */
public enum Trouble {
    /** The platform cannot be reached, or does not take it: for a week, longer than any platform has been away. */
    REFUSED(Duration.ofDays(7), Duration.ofHours(1)),
    /** Playing it fails in our own code, as it will tomorrow: for a quarter of an hour, so that its room goes on. */
    FAULTY(Duration.ofMinutes(15), Duration.ofMinutes(5)),
    /** It is not what this version of the program stores: as long, so that a newer one may have taken it meanwhile. */
    UNREADABLE(FAULTY.owed, FAULTY.failing);

    /** Fewer failures in a row say nothing yet: the program may have slept meanwhile. */
    private static final int TRIES = 6;

    private final Duration owed;
    private final Duration failing;

    /**
     * @param owed for how long an effect is owed before it may be given up
     * @param failing for how long, of that, this program has to have tried by itself: time in which it did not run is nobody's
     *     fault
     */
    Trouble(Duration owed, Duration failing) {
        this.owed = owed;
        this.failing = failing;
    }

    static Trouble of(RuntimeException why) {
        if (why instanceof NotPlayed) {
            return REFUSED;
        }
        return why instanceof RoomStore.Unreadable ? UNREADABLE : FAULTY;
    }

    /** Whether what has been owed and has failed for so long is tried no more. */
    boolean isOver(Duration owedFor, Retries.Failing failing, Instant now) {
        return failing.times() >= TRIES
                && owedFor.compareTo(owed) >= 0
                && Duration.between(failing.since(), now).compareTo(this.failing) >= 0;
    }
}

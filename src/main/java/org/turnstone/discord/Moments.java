package org.turnstone.discord;

import java.time.Instant;

/** Moments as Discord shows them: counting down by themselves, in each reader's own time. Stateless; may be shared. */
final class Moments {
    private Moments() {}

    static String when(Instant moment) {
        return "<t:" + moment.getEpochSecond() + ":R>";
    }
}

package org.turnstone.discord.loopback;

import java.time.Duration;

/** Something that goes wrong with one REST request on the way. */
public sealed interface Fault {
    /** Whether the platform had done what was asked when it went wrong. */
    enum When {
        BEFORE,
        AFTER
    }

    /** The connection is cut without an answer. */
    record Cut(When when) implements Fault {}

    /** The platform answers with a server error, 500 or 502. */
    record ServerError(int status, When when) implements Fault {}

    /**
     * The platform answers 429 and does nothing. Source: Rate Limits, "Exceeding A Rate Limit".
     *
     * @param retryAfter whole seconds; clients round others up or down
     */
    record RateLimited(Duration retryAfter, Scope scope) implements Fault {
        /** The route's own bucket, or the app's 50 a second. */
        public enum Scope {
            ROUTE,
            GLOBAL
        }
    }

    /** The platform refuses, and does nothing. */
    record Refused(int status, int code) implements Fault {}

    /** The platform takes its time, in real time, before it does what is asked. */
    record Delay(Duration time) implements Fault {}
}

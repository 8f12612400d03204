package org.turnstone.discord;

import org.turnstone.store.Database;

/** Whatever serves a talk from outside this process, and may fail in the middle of it. For one thread. */
interface Serving extends AutoCloseable {
    /** What it keeps, opened while it does not run. */
    Database database();

    void start();

    /** Something bad happens to it, {@code millis} from now. */
    void failsAfter(long millis);

    /** It is as before, as far as it can be. */
    void recovers();

    @Override
    void close();
}

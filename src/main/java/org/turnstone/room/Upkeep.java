package org.turnstone.room;

import java.util.concurrent.Executor;

/**
 * What keeps rooms going beside what people do.
 *
 * @param figures counts for whoever runs the program
 * @param wakers where rooms are woken; it may refuse work, which then comes again at the next waking
 */
public record Upkeep(Figures figures, Executor wakers) {
    /** Nobody counts, and whoever wakes the rooms waits for them. */
    public static final Upkeep PLAIN = new Upkeep(Figures.NONE, Runnable::run);
}

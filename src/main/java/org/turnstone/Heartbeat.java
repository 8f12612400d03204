package org.turnstone;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes what waits for a stored instant, once a second. Waiting itself is never a sleeping thread. Its one thread calls the
 * works in turn; start and stop belong to one owner.
 */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Clock clock;
    private final List<Consumer<Instant>> works;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat(Clock clock, List<Consumer<Instant>> works) {
        this.clock = clock;
        this.works = List.copyOf(works);
    }

    void start() {
        timer.scheduleWithFixedDelay(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    /** Nothing that a work meets, an error of the machine included, may end the beating. */
    private void beat() {
        for (Consumer<Instant> work : works) {
            try {
                work.accept(clock.instant());
            } catch (Throwable e) {
                LOG.error("A heartbeat failed and will be tried again: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

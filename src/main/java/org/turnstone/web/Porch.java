package org.turnstone.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where requests wait until they are worked off: on threads of their own, so that a crowd at the door does not keep those
 * waiting who talk inside. When it is full, whoever comes next is sent away at once. Threads may share one.
 */
final class Porch implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 400;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "door");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger waiting = new AtomicInteger();

    void lets(HttpServerExchange exchange, Runnable work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE)
                    .setPersistent(false)
                    .endExchange();
            return;
        }
        exchange.dispatch(threads, () -> {
            try {
                work.run();
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}

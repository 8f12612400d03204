package org.turnstone.discord;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue a channel, off JDA's own threads: what happens in a channel happens in order, and a slow one holds up no other.
 * Threads may share it.
 */
final class Queues implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Queues.class);
    private static final int THREADS = 16;

    private final Map<Long, Queue<Runnable>> waiting = new HashMap<>();
    private final ExecutorService threads = threads();

    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "discord-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Does {@code work} after everything that was asked for in this channel before. */
    void in(long channel, Runnable work) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(channel);
            if (queue != null) {
                queue.add(work);
                return;
            }
            waiting.put(channel, new ArrayDeque<>());
        }
        start(channel, work);
    }

    private void start(long channel, Runnable work) {
        try {
            threads.execute(() -> work(channel, work));
        } catch (RejectedExecutionException e) {
            synchronized (waiting) {
                waiting.remove(channel);
            }
        }
    }

    private void work(long channel, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Something in a channel went wrong: {}", Rest.name(e));
        } finally {
            next(channel);
        }
    }

    private void next(long channel) {
        Runnable next;
        synchronized (waiting) {
            next = waiting.get(channel).poll();
            if (next == null) {
                waiting.remove(channel);
                return;
            }
        }
        start(channel, next);
    }

    /** Finishes what is being done; what has not begun comes again by catching up. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

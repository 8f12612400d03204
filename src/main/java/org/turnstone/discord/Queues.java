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
    /** More than people do in a channel while one of them waits; enough for a burst. */
    private static final int MOST_IN_ONE = 200;

    private static final int MOST = 10_000;

    private final Map<Long, Queue<Runnable>> waiting = new HashMap<>();
    private final int mostInOne;
    private final int most;
    private int size;
    private final ExecutorService threads = threads();

    Queues() {
        this(MOST_IN_ONE, MOST);
    }

    /** @param mostInOne how much may wait in one channel, and {@code most} in all, before more is refused */
    Queues(int mostInOne, int most) {
        this.mostInOne = mostInOne;
        this.most = most;
    }

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

    /** Does {@code work} after everything that was asked for in this channel before; for what our own side asks for. */
    void in(long channel, Runnable work) {
        add(channel, work, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The same for what comes from outside, of which there may be any amount. @return no where too much waits already */
    boolean offer(long channel, Runnable work) {
        return add(channel, work, mostInOne, most);
    }

    private boolean add(long channel, Runnable work, int here, int all) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(channel);
            if (queue != null) {
                boolean fits = queue.size() < here && size < all;
                size += fits && queue.add(work) ? 1 : 0;
                return fits;
            }
            waiting.put(channel, new ArrayDeque<>());
        }
        start(channel, work);
        return true;
    }

    private void start(long channel, Runnable work) {
        try {
            threads.execute(() -> work(channel, work));
        } catch (RejectedExecutionException e) {
            synchronized (waiting) {
                size -= waiting.remove(channel).size();
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
            size--;
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

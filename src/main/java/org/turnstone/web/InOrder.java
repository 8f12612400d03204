package org.turnstone.web;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after another, in their order, on threads that it borrows. Threads may share one. */
final class InOrder {
    private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);

    private final Executor threads;
    private final Runnable failed;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /** @param failed what is done when a task fails; those after it run all the same */
    InOrder(Executor threads, Runnable failed) {
        this.threads = threads;
        this.failed = failed;
    }

    /** How many tasks wait after this one. */
    synchronized int add(Runnable task) {
        waiting.add(task);
        if (!running) {
            running = true;
            threads.execute(this::work);
        }
        return waiting.size();
    }

    synchronized boolean isIdle() {
        return !running;
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("Something a page asked for failed: {}", e.getClass().getName());
                failed.run();
            }
        }
    }

    private synchronized Runnable next() {
        Runnable task = waiting.poll();
        running = task != null;
        return task;
    }
}

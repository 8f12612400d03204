package org.turnstone.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets works that come while a commit is under way share the next one. Whoever finds nobody at it leads: takes all that wait,
 * runs them in one transaction, and wakes their callers. A lone work is run by its own caller at once and waits for nobody.
 * Threads may share one.
 */
final class Batch {
    /** More than a room's worth of threads; keeps one transaction short. */
    private static final int MOST = 1_024;

    /** One caller's work and what became of it. */
    static final class Job<T> {
        private final Database.Work<T> work;
        private final Thread caller = Thread.currentThread();
        private @Nullable T result;
        private @Nullable RuntimeException failure;
        private volatile boolean done;

        Job(Database.Work<T> work) {
            this.work = work;
        }

        void runOn(Session session) throws java.sql.SQLException {
            result = work.on(session);
        }

        void failed(RuntimeException why) {
            failure = why;
        }

        private void finish() {
            done = true;
            LockSupport.unpark(caller);
        }

        private @Nullable T outcome() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    private final ConcurrentLinkedQueue<Job<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();
    private final Consumer<List<Job<?>>> commit;

    /** @param commit runs and commits all of these, and gives each that cannot be its failure; called by one thread at a time */
    Batch(Consumer<List<Job<?>>> commit) {
        this.commit = commit;
    }

    @Nullable
    <T> T run(Database.Work<T> work) {
        Job<T> job = new Job<>(work);
        waiting.add(job);
        boolean interrupted = false;
        while (!job.done) {
            if (led.compareAndSet(false, true)) {
                lead();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return job.outcome();
    }

    /** How many wait for a commit to come. */
    int waits() {
        return waiting.size();
    }

    private void lead() {
        List<Job<?>> together = new ArrayList<>();
        try {
            for (Job<?> next = waiting.poll(); next != null; next = together.size() < MOST ? waiting.poll() : null) {
                together.add(next);
            }
            commit.accept(together);
        } finally {
            led.set(false);
            together.forEach(Job::finish);
            Job<?> next = waiting.peek();
            if (next != null) {
                LockSupport.unpark(next.caller);
            }
        }
    }
}

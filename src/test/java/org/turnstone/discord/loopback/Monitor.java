package org.turnstone.discord.loopback;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock around everything the platform knows, and a way to wait for a change of it. One lock, because a test
 * wants one order of events; nothing slow is done while it is held.
 *
 * <p>Threads may share it.
 */
final class Monitor {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    <T> T in(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Waits, in real time, until {@code look} finds something; empty when {@code patience} is over. */
    <T> Optional<T> await(Duration patience, Supplier<Optional<T>> look) {
        lock.lock();
        try {
            long left = patience.toNanos();
            Optional<T> found = look.get();
            while (found.isEmpty() && left > 0) {
                // Some conditions depend on the platform's clock alone, so look again now and then.
                long slice = Math.min(left, TimeUnit.MILLISECONDS.toNanos(200));
                left -= slice - changed.awaitNanos(slice);
                found = look.get();
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}

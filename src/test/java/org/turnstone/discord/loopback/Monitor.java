package org.turnstone.discord.loopback;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock around everything the platform knows, and a way to wait for a change of it. One lock, because a test
 * wants one order of events; nothing slow is done while it is held. Who waits for one channel is woken for that channel
 * only: with hundreds of people waiting, waking all of them at each change took most of the machine.
 *
 * <p>Threads may share it.
 */
final class Monitor {
    /** For who waits for whatever there is. */
    static final Object ANYTHING = new Object();

    /** Some conditions depend on the platform's clock alone, so waiting ones look again now and then. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Condition> conditions = new HashMap<>();
    private final Set<Object> touched = new HashSet<>();

    <T> T in(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            wake();
            lock.unlock();
        }
    }

    void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    /** Says, with the lock held, that {@code topic} changed: who waits for it is woken when the lock is given back. */
    void touch(Object topic) {
        touched.add(topic);
    }

    /** Waits, in real time, until {@code look} finds something; empty when {@code patience} is over. */
    <T> Optional<T> await(Duration patience, Object topic, Supplier<Optional<T>> look) {
        lock.lock();
        try {
            Condition changed = conditions.computeIfAbsent(topic, any -> lock.newCondition());
            long left = patience.toNanos();
            Optional<T> found = look.get();
            while (found.isEmpty() && left > 0) {
                long slice = Math.min(left, SLICE);
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

    private void wake() {
        if (lock.getHoldCount() > 1) {
            return;
        }
        touched.add(ANYTHING);
        for (Object topic : touched) {
            Optional.ofNullable(conditions.get(topic)).ifPresent(Condition::signalAll);
        }
        touched.clear();
    }
}

package org.turnstone.room;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One lane a room: what happens in one room happens in order, and rooms do not wait for each other. A lane that nobody is in
 * takes no memory. Threads may share one.
 */
final class Lanes {
    private static final class Lane {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();

    <T> T in(String room, Supplier<T> work) {
        Lane lane = lanes.compute(room, (key, old) -> {
            Lane mine = old == null ? new Lane() : old;
            mine.users++;
            return mine;
        });
        lane.lock.lock();
        try {
            return work.get();
        } finally {
            lane.lock.unlock();
            lanes.computeIfPresent(room, (key, old) -> --old.users == 0 ? null : old);
        }
    }
}

package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a room whose effects did not go through is tried again: after 1, 2, 4 ... seconds, at most 5 minutes. In memory only:
 * after a restart everything owed is tried at once. Threads may share one.
 */
final class Retries {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * How long a room has been failing.
     *
     * @param since the first failure in a row
     * @param times how many in a row
     */
    record Failing(Instant since, int times) {}

    private record Next(Instant at, Duration pause, Failing failing) {}

    private final Map<String, Next> rooms = new ConcurrentHashMap<>();

    boolean isDue(String room, Instant now) {
        Next next = rooms.get(room);
        return next == null || !now.isBefore(next.at()) || now.plus(LONGEST).isBefore(next.at());
    }

    Failing failed(String room, Instant now) {
        return rooms.compute(room, (key, last) -> {
                    Duration wait = last == null ? FIRST : last.pause().multipliedBy(2);
                    Duration capped = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
                    Failing failing = last == null
                            ? new Failing(now, 1)
                            : new Failing(last.failing().since(), last.failing().times() + 1);
                    return new Next(now.plus(capped), capped, failing);
                })
                .failing();
    }

    /** It waited for somebody, and so is not failing: what fails afterwards is counted from anew. */
    void waited(String room, Instant now) {
        rooms.computeIfPresent(room, (key, last) -> new Next(last.at(), last.pause(), new Failing(now, 0)));
    }

    void worked(String room) {
        rooms.remove(room);
    }
}

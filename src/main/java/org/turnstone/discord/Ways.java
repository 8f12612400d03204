package org.turnstone.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.interactions.InteractionHook;

/**
 * The ways into channels that the bot is not in. There it can only answer: each command, press or form opens a way for a
 * quarter of an hour, through which so many messages can go (Discord: at most five further messages for an app that somebody
 * installed for themselves, "Followup Messages"). In memory only: after a restart the next press opens the next way. Threads
 * may share it.
 */
final class Ways {
    /** Discord's token lives 15 minutes; this leaves time for the way. */
    private static final Duration LIVES = Duration.ofMinutes(14);

    private static final int FURTHER = 5;
    private static final int MOST = 6;

    /** Beyond so many channels, those whose ways have closed are forgotten. */
    private static final int CHANNELS = 1_000;

    private final Clock clock;
    private final Map<Long, Deque<Way>> open = new ConcurrentHashMap<>();

    Ways(Clock clock) {
        this.clock = clock;
    }

    /** One way. */
    static final class Way {
        private final InteractionHook hook;
        private final Optional<Long> on;
        private final Instant until;
        private int left;

        private Way(InteractionHook hook, Optional<Long> on, Instant until) {
            this.hook = hook;
            this.on = on;
            this.until = until;
            // What is for whoever pressed alone is a further message too, unless there was nothing to press.
            this.left = on.isPresent() ? FURTHER - 1 : FURTHER;
        }

        InteractionHook hook() {
            return hook;
        }

        /** The message that the press was on. */
        Optional<Long> on() {
            return on;
        }

        /** A message goes through. */
        synchronized void used() {
            left--;
        }

        /** Nothing more goes through. */
        synchronized void closed() {
            left = 0;
        }

        private synchronized boolean isOpen() {
            return left > 0;
        }
    }

    /** @param on the message that the press was on */
    void opened(long channel, InteractionHook hook, Optional<Long> on) {
        if (open.size() > CHANNELS) {
            open.keySet().removeIf(one -> newest(one).isEmpty());
        }
        Deque<Way> ways = open.computeIfAbsent(channel, c -> new ArrayDeque<>());
        synchronized (ways) {
            ways.addFirst(new Way(hook, on, clock.instant().plus(LIVES)));
            while (ways.size() > MOST) {
                ways.removeLast();
            }
        }
    }

    /** The newest way through which something still goes. */
    Optional<Way> newest(long channel) {
        Deque<Way> ways = open.getOrDefault(channel, new ArrayDeque<>());
        synchronized (ways) {
            ways.removeIf(way -> !way.isOpen() || !isAlive(way));
            return Optional.ofNullable(ways.peekFirst());
        }
    }

    /** Whether what went through {@code way} can still be changed. */
    boolean isAlive(Way way) {
        return clock.instant().isBefore(way.until);
    }
}

package org.turnstone.discord;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.room.NotPlayed;

/**
 * Keeps what is said in order where it did not come one by one: after being away, and where more comes than can wait. Then the
 * channel's history is read first, and what is said meanwhile is found there; nothing overtakes it and nothing is dropped. Threads
 * may share it.
 */
final class CatchingUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    /** A history that cannot be read by then is left: what is said now must not wait for ever. Two minutes in all. */
    private static final int[] AGAIN_AFTER_SECONDS = {1, 2, 4, 8, 15, 30, 60};

    private final Queues queues;
    private final Messages messages;
    private final ScheduledExecutorService timer;
    /** The channels whose history comes first, and how often it could not be read. */
    private final Map<Long, Integer> behind = new ConcurrentHashMap<>();

    CatchingUp(Queues queues, Messages messages, ScheduledExecutorService timer) {
        this.queues = queues;
        this.messages = messages;
        this.timer = timer;
    }

    /** Somebody said something just now. */
    void said(long channel, Message message) {
        if (behind.containsKey(channel) || queues.offer(channel, () -> take(channel, message))) {
            return;
        }
        LOG.warn("More is said in a channel than can wait; it will be read from its history.");
        begin(channel);
    }

    private void take(long channel, Message message) {
        if (!behind.containsKey(channel)) {
            messages.take(channel, message);
        }
    }

    /** Reads what was said while nobody listened, before anything that is said from now on. */
    void begin(long channel) {
        behind.putIfAbsent(channel, 0);
        queues.in(channel, () -> read(channel));
    }

    /** What is said from here on waits behind this in the channel's queue, and is known by its id where it was read already. */
    private void read(long channel) {
        Integer failed = behind.remove(channel);
        if (failed == null) {
            return;
        }
        try {
            messages.catchUp(channel);
        } catch (NotPlayed e) {
            LOG.warn("What was said while away could not be read: {}", Rest.name(e));
            if (failed < AGAIN_AFTER_SECONDS.length) {
                behind.put(channel, failed + 1);
                again(channel, AGAIN_AFTER_SECONDS[failed]);
            }
        }
    }

    private void again(long channel, int seconds) {
        try {
            timer.schedule(() -> queues.in(channel, () -> read(channel)), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The program stops; its next start catches up");
        }
    }
}

package org.turnstone.discord;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.room.NotPlayed;

/**
 * Keeps what is said in order where it did not come one by one: after being away, and where more comes than can wait. Then the
 * channel's history is read first, and what is said meanwhile is found there; nothing overtakes it. Where the history cannot be
 * read at all, what was heard meanwhile is taken in as it came. Threads may share it.
 */
final class CatchingUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    /** A history that cannot be read by then is left: what is said now must not wait for ever. Two minutes in all. */
    private static final int[] AGAIN_AFTER_SECONDS = {1, 2, 4, 8, 15, 30, 60};

    /** As many as may wait in a channel's queue. */
    private static final int MOST_HEARD = 200;

    /** A channel whose history comes first: how often it could not be read, and what was heard meanwhile, oldest first. */
    private static final class Behind {
        private int failed;
        private final SortedMap<Long, Message> heard = new TreeMap<>();

        void hears(Message message) {
            if (heard.size() < MOST_HEARD) {
                heard.put(message.getIdLong(), message);
            }
        }
    }

    private final Queues queues;
    private final Messages messages;
    private final ScheduledExecutorService timer;
    private final Map<Long, Behind> behind = new HashMap<>();

    CatchingUp(Queues queues, Messages messages, ScheduledExecutorService timer) {
        this.queues = queues;
        this.messages = messages;
        this.timer = timer;
    }

    /** Somebody said something just now. */
    void said(long channel, Message message) {
        if (waits(channel, message) || queues.offer(channel, () -> take(channel, message))) {
            return;
        }
        LOG.warn("More is said in a channel than can wait; it will be read from its history.");
        begin(channel);
        waits(channel, message);
    }

    private void take(long channel, Message message) {
        if (!waits(channel, message)) {
            messages.take(channel, message);
        }
    }

    /** Whether it comes after the channel's history. */
    private synchronized boolean waits(long channel, Message message) {
        Behind here = behind.get(channel);
        if (here != null) {
            here.hears(message);
        }
        return here != null;
    }

    /** Reads what was said while nobody listened, before anything that is said from now on. */
    void begin(long channel) {
        synchronized (this) {
            behind.computeIfAbsent(channel, c -> new Behind());
        }
        queues.in(channel, () -> read(channel));
    }

    /** What is said from here on waits behind this in the channel's queue, and is known by its id where it was read already. */
    private void read(long channel) {
        Behind here = caughtUp(channel);
        if (here == null) {
            return;
        }
        try {
            messages.catchUp(channel);
        } catch (NotPlayed e) {
            LOG.warn("What was said while away could not be read: {}", Rest.name(e));
            if (here.failed < AGAIN_AFTER_SECONDS.length && !mayNotRead(e)) {
                again(channel, here);
            } else {
                here.heard.values().forEach(message -> messages.take(channel, message));
            }
        }
    }

    /** Without the right to read histories, waiting would not help. */
    private static boolean mayNotRead(NotPlayed e) {
        return e.getCause() instanceof InsufficientPermissionException missing
                && missing.getPermission() == Permission.MESSAGE_HISTORY;
    }

    private synchronized @Nullable Behind caughtUp(long channel) {
        return behind.remove(channel);
    }

    private synchronized void again(long channel, Behind here) {
        Optional.ofNullable(behind.put(channel, here))
                .ifPresent(newer -> newer.heard.values().forEach(here::hears));
        int seconds = AGAIN_AFTER_SECONDS[here.failed++];
        try {
            timer.schedule(() -> queues.in(channel, () -> read(channel)), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The program stops; its next start catches up");
        }
    }
}

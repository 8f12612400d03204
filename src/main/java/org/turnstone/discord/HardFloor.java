package org.turnstone.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.room.NotPlayed;

/**
 * Keeps whoever waits from writing, by permission overwrites, and gives them back what they had. What a channel said before
 * is stored first. Only what this process wants held stays held: everything else is restored, at the latest by the next
 * {@link #settle}, so that a stop, an error or a crash leaves nobody unable to write. Holding may fail, and the talk goes
 * on by courtesy; restoring is tried until it works. Threads may share it.
 */
final class HardFloor {
    private static final Logger LOG = LoggerFactory.getLogger(HardFloor.class);

    /** A partner may be away for days; nobody is kept from writing for as long. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final Overwrites overwrites;
    private final Formers formers;
    private final Firmness firmness;
    private final Clock clock;
    private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();
    private final Map<Long, Object> turns = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Wanted(long channel, Set<Long> held, Instant until) {}

    HardFloor(Overwrites overwrites, Formers formers, Firmness firmness, Clock clock) {
        this.overwrites = overwrites;
        this.formers = formers;
        this.firmness = firmness;
        this.clock = clock;
    }

    /** From now on, of those who talk in {@code room}, just these are kept from writing in {@code channel}. */
    void hold(String room, long channel, Set<Long> held) {
        if (held.isEmpty() || closed) {
            wanted.remove(room);
        } else {
            wanted.put(room, new Wanted(channel, held, clock.instant().plus(LONGEST)));
        }
        settle(channel);
    }

    /** Where something is to be restored. */
    List<Long> unsettled() {
        return formers.channels();
    }

    /** Restores whatever is not wanted held any more, as far as it can be done now. */
    void settle(long channel) {
        synchronized (turns.computeIfAbsent(channel, c -> new Object())) {
            Map<Long, Optional<Overwrite>> before = formers.of(channel);
            Set<Long> held = held(channel);
            List<Long> toHold = new ArrayList<>(held);
            toHold.removeAll(before.keySet());
            before.keySet().removeAll(held);
            if (before.isEmpty() && toHold.isEmpty() || !firmness.isAble(channel, before.keySet())) {
                return;
            }
            before.forEach((user, former) -> quietly(channel, () -> free(channel, user, former)));
            toHold.forEach(user -> quietly(channel, () -> hold(channel, user)));
        }
    }

    private Set<Long> held(long channel) {
        Instant now = clock.instant();
        wanted.values().removeIf(each -> each.until().isBefore(now));
        return wanted.values().stream()
                .filter(each -> each.channel() == channel)
                .flatMap(each -> each.held().stream())
                .collect(Collectors.toSet());
    }

    private void hold(long channel, long user) {
        Optional<Overwrite> former = overwrites.of(channel, user);
        formers.keep(channel, user, former);
        overwrites.put(channel, user, former.orElse(Overwrite.NONE).held());
    }

    private void free(long channel, long user, Optional<Overwrite> former) {
        Optional<Overwrite> now = overwrites.of(channel, user);
        if (now.isPresent()) {
            Overwrite next = former.orElse(Overwrite.NONE).backFrom(now.get());
            if (former.isEmpty() && next.equals(Overwrite.NONE)) {
                overwrites.remove(channel, user);
            } else if (!next.equals(now.get())) {
                overwrites.put(channel, user, next);
            }
        }
        formers.restored(channel, user);
    }

    private static void quietly(long channel, Runnable work) {
        try {
            work.run();
        } catch (NotPlayed | InsufficientPermissionException e) {
            LOG.warn("In channel {} an overwrite could not be changed yet: {}", channel, Rest.name(e));
        }
    }

    /** The channel is gone, and its overwrites with it. */
    void gone(long channel) {
        wanted.values().removeIf(each -> each.channel() == channel);
        formers.drop(channel);
        turns.remove(channel);
    }

    /** Nothing is held any more, from now on. */
    void close() {
        closed = true;
        wanted.clear();
    }
}

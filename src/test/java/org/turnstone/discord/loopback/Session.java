package org.turnstone.discord.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One login of the app: its intents and shard, and what it was sent, kept so that it can resume. Guarded by the
 * platform's {@link Monitor}.
 */
final class Session {
    private static final int KEPT = 10_000;
    private static final Duration SWAP_PATIENCE = Duration.ofMillis(300);

    private final Platform platform;
    private final String id;
    private final long intents;
    private final int shard;
    private final int shards;
    private final Deque<Frame> sent = new ArrayDeque<>();
    private final List<Event> swapped = new ArrayList<>();
    private int seq;
    private Optional<Connection> connection;
    private Optional<Instant> lost = Optional.empty();

    Session(Platform platform, Connection connection, long intents, int shard, int shards) {
        this.platform = platform;
        this.id = "session-" + platform.id();
        this.connection = Optional.of(connection);
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
    }

    String id() {
        return id;
    }

    int seq() {
        return seq;
    }

    int shard() {
        return shard;
    }

    int shards() {
        return shards;
    }

    Optional<Connection> connection() {
        return connection;
    }

    boolean isOn(Connection other) {
        return connection.filter(c -> c == other).isPresent();
    }

    boolean isOver() {
        return lost.filter(at -> at.plus(platform.limits.sessionLife()).isBefore(platform.now()))
                .isPresent();
    }

    void lose() {
        connection = Optional.empty();
        lost = Optional.of(platform.now());
    }

    boolean takes(Event event) {
        return event.isFor(shard, shards) && event.isWanted(intents);
    }

    /** Takes the event if it is this shard's and among the intents; what the faults say may happen to it on the way. */
    void offer(Event event) {
        if (!takes(event)) {
            return;
        }
        switch (platform.faults.event(event.type())) {
            case NONE -> deliver(event);
            case TWICE -> {
                deliver(event);
                connection.ifPresent(c -> c.send(sent.peekLast().json()));
            }
            case CUT -> {
                connection.ifPresent(Connection::cut);
                lose();
                deliver(event);
            }
            case LATE -> platform.gateway.later(platform.faults.lateness(), () -> deliver(event));
            case SWAPPED -> {
                swapped.add(event);
                platform.gateway.later(SWAP_PATIENCE, this::releaseSwapped);
            }
            case UNREADABLE -> deliver(event.damaged());
        }
    }

    /** Sends what came after {@code from}, in order, then says that the replay is over. */
    void resume(Connection on, int from) {
        connection = Optional.of(on);
        lost = Optional.empty();
        sent.stream().filter(f -> f.seq() > from).forEach(f -> on.send(f.json()));
        deliver(Event.always("RESUMED", Json.object(), 0));
    }

    void deliver(Event event) {
        seq++;
        Frame frame = Frame.of(seq, event.type(), event.payload(intents));
        sent.addLast(frame);
        if (sent.size() > KEPT) {
            sent.removeFirst();
        }
        platform.wire.event(frame);
        connection.ifPresent(c -> c.send(frame.json()));
        releaseSwapped();
    }

    private void releaseSwapped() {
        List<Event> due = List.copyOf(swapped);
        swapped.clear();
        due.forEach(this::deliver);
    }
}

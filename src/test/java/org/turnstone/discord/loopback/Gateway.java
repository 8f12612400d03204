package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The gateway, version 10: takes connections, logs in or resumes, and sends every event to the sessions it is for.
 * Source: Gateway; the close codes are those of Opcodes and Status Codes. The public methods are the test's hands.
 *
 * <p>Threads may share it; what changes is guarded by the platform's {@link Monitor}.
 */
public final class Gateway implements WebSocketConnectionCallback {
    private final Platform platform;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final List<Connection> open = new ArrayList<>();
    private final ScheduledExecutorService timer = timer();
    private String url = "";
    private int identified;
    private int resumed;

    Gateway(Platform platform) {
        this.platform = platform;
    }

    /** Cuts every connection without a word: the app may resume. */
    public void cut() {
        platform.lock.run(() -> List.copyOf(open).forEach(Connection::cut));
    }

    /** Asks every app to reconnect and resume (op 7). */
    public void askToReconnect() {
        platform.lock.run(() -> open.forEach(c -> c.send(op(7))));
    }

    /** Tells every app that its session is gone for good (op 9, not resumable). */
    public void invalidate() {
        platform.lock.run(() -> {
            sessions.clear();
            open.forEach(c -> c.send(op(9).put("d", false)));
        });
    }

    /** Tells every app that its session stumbled and may be resumed (op 9, resumable). */
    public void stumble() {
        platform.lock.run(() -> open.forEach(c -> c.send(op(9).put("d", true))));
    }

    /** Forgets all sessions, so that the next attempt to resume is answered with an invalid session. */
    public void forgetSessions() {
        platform.lock.run(sessions::clear);
    }

    /** Closes every connection with a close code. */
    public void closeAll(int code, String reason) {
        platform.lock.run(() -> open.forEach(c -> c.close(code, reason)));
    }

    /** From now on the connections that are open are held to {@link Limits#heartbeat} too, not only the next ones. */
    public void expectHeartbeats() {
        platform.lock.run(() -> open.forEach(c -> expectHeartbeat(c, platform.limits.heartbeat())));
    }

    /** How often an app logged in anew. */
    public int identified() {
        return platform.lock.in(() -> identified);
    }

    /** How often an app resumed. */
    public int resumed() {
        return platform.lock.in(() -> resumed);
    }

    public boolean isConnected() {
        return platform.lock.in(
                () -> sessions.values().stream().anyMatch(s -> s.connection().isPresent()));
    }

    /** Waits until an app is logged in. */
    public void awaitConnected() {
        platform.lock
                .await(
                        Duration.ofMinutes(3),
                        Monitor.ANYTHING,
                        () -> isConnected() ? Optional.of(true) : Optional.empty())
                .orElseThrow(() -> new AssertionError("no app connected within three minutes"));
    }

    /** Waits until the app's process is gone from the gateway. */
    public void awaitGone() {
        platform.lock
                .await(
                        Duration.ofMinutes(3),
                        Monitor.ANYTHING,
                        () -> open.isEmpty() ? Optional.of(true) : Optional.empty())
                .orElseThrow(() -> new AssertionError("the app is still connected after three minutes"));
    }

    @Override
    public void onConnect(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        Map<String, List<String>> query = exchange.getRequestParameters();
        boolean zlib = query.getOrDefault("compress", List.of()).contains("zlib-stream");
        Connection connection =
                new Connection(channel, zlib ? Connection.Packing.ZLIB_STREAM : Connection.Packing.PLAIN);
        platform.lock.run(() -> open.add(connection));
        channel.getReceiveSetter().set(new GatewayInput(platform, connection));
        // A connection may break while its own lock is held: the platform's lock is taken by another thread, later.
        channel.addCloseTask(gone -> later(Duration.ZERO, () -> closed(connection)));
        channel.resumeReceives();
        greet(connection, query);
    }

    void url(String gatewayUrl) {
        url = gatewayUrl;
    }

    String url() {
        return url;
    }

    void later(Duration delay, Runnable work) {
        timer.schedule(() -> platform.lock.run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    void dispatch(Event event) {
        sessions.values().removeIf(Session::isOver);
        sessions.values().forEach(s -> s.offer(event));
    }

    Optional<Session> session(Connection connection) {
        return sessions.values().stream().filter(s -> s.isOn(connection)).findFirst();
    }

    Collection<Session> sessions() {
        return sessions.values();
    }

    /** Source: Gateway Events, "Identify". */
    void identify(Connection connection, JsonNode d) {
        long intents = d.path("intents").asLong(-1);
        int shard = d.path("shard").path(0).asInt(0);
        int shards = d.path("shard").path(1).asInt(1);
        if (!platform.app.accepts(d.path("token").asText())) {
            connection.close(4004, "Authentication failed.");
        } else if (session(connection).isPresent()) {
            connection.close(4005, "Already authenticated.");
        } else if (shards < 1 || shard < 0 || shard >= shards) {
            connection.close(4010, "Invalid shard.");
        } else if (intents < 0 || Intents.areInvalid(intents)) {
            connection.close(4013, "Invalid intent(s).");
        } else if (Intents.areDisallowed(intents, platform.app)) {
            connection.close(4014, "Disallowed intent(s).");
        } else {
            identified++;
            begin(new Session(platform, connection, intents, shard, shards));
        }
    }

    /** Source: Gateway Events, "Resume"; missed events come in order, then RESUMED. */
    void resume(Connection connection, JsonNode d) {
        Optional<Session> session =
                Optional.ofNullable(sessions.get(d.path("session_id").asText()));
        int from = d.path("seq").asInt(-1);
        if (!platform.app.accepts(d.path("token").asText())) {
            connection.close(4004, "Authentication failed.");
        } else if (session.isEmpty() || session.get().isOver()) {
            connection.send(op(9).put("d", false));
        } else if (from < 0 || from > session.get().seq()) {
            connection.close(4007, "Invalid seq.");
        } else {
            resumed++;
            session.get().connection().filter(c -> c != connection).ifPresent(Connection::cut);
            session.get().resume(connection, from);
        }
    }

    /** The app said goodbye with 1000 or 1001: its session ends. Source: Gateway, "Initiating a Disconnect". */
    void quit(Connection connection) {
        session(connection).ifPresent(s -> sessions.remove(s.id()));
    }

    static ObjectNode op(int op) {
        return Json.object().put("op", op).putNull("s").putNull("t").putNull("d");
    }

    private static ScheduledExecutorService timer() {
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "loopback-timer");
            thread.setDaemon(true);
            return thread;
        };
        return new ScheduledThreadPoolExecutor(1, daemons, new ThreadPoolExecutor.DiscardPolicy());
    }

    private void begin(Session session) {
        sessions.put(session.id(), session);
        session.deliver(Event.always("READY", platform.events.ready(session), 0));
        for (Guild guild : platform.world.guilds()) {
            Event event = platform.events.guildCreate(guild);
            if (guild.hasBot() && session.takes(event)) {
                session.deliver(event);
            }
        }
    }

    private void closed(Connection connection) {
        open.remove(connection);
        session(connection).ifPresent(Session::lose);
    }

    /** Source: Gateway, "Heartbeat Interval": without one in time the connection is closed and the app must resume. */
    private void expectHeartbeat(Connection connection, Duration interval) {
        later(interval.multipliedBy(2), () -> {
            if (connection.isSilentSince(interval.multipliedBy(2))) {
                connection.cut();
            } else if (open.contains(connection)) {
                expectHeartbeat(connection, interval);
            }
        });
    }

    private void greet(Connection connection, Map<String, List<String>> query) {
        if (!query.getOrDefault("v", List.of()).contains("10")) {
            connection.close(4012, "Invalid API version.");
        } else if (!query.getOrDefault("encoding", List.of()).contains("json")) {
            connection.close(4002, "This gateway speaks json only.");
        } else {
            ObjectNode hello = op(10);
            hello.set(
                    "d",
                    Json.object()
                            .put(
                                    "heartbeat_interval",
                                    platform.limits.heartbeat().toMillis()));
            connection.send(hello);
            expectHeartbeat(connection, platform.limits.heartbeat());
        }
    }
}

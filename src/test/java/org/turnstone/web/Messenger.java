package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A page without a browser: it does what {@code live.js} and {@code model.js} do to lose, double and disorder nothing over a
 * line that breaks. Threads may share one.
 */
final class Messenger implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** Machines that build are busy. */
    private static final int PATIENCE_SECONDS = 90;

    /** After so long without a word a page looks whether its line still stands; the JDK's client does not hear of every reset. */
    private static final long SILENCE = Duration.ofSeconds(5).toNanos();

    private static final ScheduledExecutorService BEATS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "beats");
        thread.setDaemon(true);
        return thread;
    });

    private final URI live;
    private final String origin;
    private final String cookie;
    private final String name;
    private final Deque<JsonNode> waiting = new ArrayDeque<>();
    private final Map<Long, JsonNode> lines = new TreeMap<>();
    private final Map<Long, JsonNode> notes = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    private JsonNode state = Json.object();
    private WebSocket socket;
    private final ScheduledFuture<?> beat;
    private boolean welcomed;
    private boolean underWay;
    private boolean closed;
    private long cursor;
    private long heardAt;
    private int ids;

    /** @param who somebody who has come in, whose page this is */
    Messenger(Wire who, int port, String name) {
        this.live = URI.create("ws://127.0.0.1:" + port + who.path() + "/live");
        this.origin = "http://127.0.0.1:" + port;
        this.cookie = who.cookie();
        this.name = name;
        opens();
        beat = BEATS.scheduleWithFixedDelay(this::looksAfterTheLine, 1, 1, TimeUnit.SECONDS);
    }

    private void opens() {
        Ears ears = new Ears();
        HTTP.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin)
                .buildAsync(live, ears)
                .whenComplete((opened, failed) -> opened(opened, failed != null || ears.ended));
    }

    /** @param broken a line may break before it is told that it stands */
    private synchronized void opened(WebSocket opened, Boolean broken) {
        if (closed) {
            return;
        }
        if (broken) {
            opens();
            return;
        }
        socket = opened;
        heardAt = System.nanoTime();
        send(Json.message("hello").put("after", cursor));
    }

    private synchronized void lost(WebSocket which) {
        if (closed || which != socket) {
            return;
        }
        socket = null;
        welcomed = false;
        underWay = false;
        opens();
    }

    private void send(JsonNode message) {
        WebSocket now = socket;
        now.sendText(Json.write(message), true).whenComplete((sent, failed) -> {
            if (failed != null) {
                now.abort();
                lost(now);
            }
        });
    }

    synchronized void does(String what, Consumer<ObjectNode> fields) {
        ObjectNode message =
                Json.message("do").put("id", "%s-%06d".formatted(name, ++ids)).put("do", what);
        fields.accept(message);
        waiting.add(message);
        goesOn();
    }

    void writes(String text) {
        does("wrote", m -> m.put("text", text));
    }

    void presses(String move) {
        does("pressed", m -> m.put("move", move));
    }

    private void goesOn() {
        if (welcomed && !underWay && !waiting.isEmpty()) {
            underWay = true;
            send(waiting.peek());
        }
    }

    private synchronized void hears(WebSocket from, JsonNode message) {
        if (from != socket) {
            return;
        }
        heardAt = System.nanoTime();
        switch (message.path("t").asText()) {
            case "welcome" -> welcomed(message);
            case "line" -> line(message.path("line"));
            case "note" -> note(message.path("note"));
            case "state" -> state = message;
            case "taken" -> taken(message);
            default -> {} // looks only
        }
        notifyAll();
    }

    private void welcomed(JsonNode message) {
        welcomed = true;
        notes.clear();
        message.path("lines").forEach(this::line);
        message.path("notes").forEach(this::note);
        goesOn();
    }

    private void line(JsonNode line) {
        if (welcomed) {
            cursor = Math.max(cursor, line.path("seq").asLong());
        }
        lines.put(line.path("seq").asLong(), line);
    }

    private void note(JsonNode note) {
        notes.put(note.path("id").asLong(), note);
    }

    private void taken(JsonNode message) {
        underWay = false;
        String how = message.path("how").asText();
        if (!how.equals("TOO_FAST")) {
            waiting.remove();
        }
        if (!List.of("MOVED", "AGAIN", "TOO_FAST").contains(how)) {
            refused.add(message.toString());
        }
        goesOn();
    }

    /** Waits until it is so; what it knows then stands in the failure. */
    synchronized void until(String what, Predicate<Messenger> so) {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!so.test(this)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(name + " waited for " + what + ", " + (welcomed ? "welcomed" : "not welcomed")
                        + ", " + (socket == null ? "no line" : "a line") + ", and has " + waiting + refused + state
                        + lines);
            }
            try {
                wait(500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void looksAfterTheLine() {
        WebSocket silent = socket;
        if (silent != null && System.nanoTime() - heardAt > SILENCE) {
            silent.abort();
            lost(silent);
        }
    }

    void untilConfirmed() {
        until("everything to be confirmed", m -> m.waiting.isEmpty() && m.welcomed);
    }

    void untilPhase(String phase) {
        until(phase, m -> m.state.path("phase").asText().equals(phase));
    }

    /** What somebody has said, in the order in which the page shows it. */
    synchronized List<String> said() {
        return lines.values().stream()
                .filter(line -> line.has("by"))
                .sorted(Comparator.comparingLong((JsonNode l) -> l.path("order").asLong())
                        .thenComparingLong(l -> l.path("seq").asLong()))
                .map(line -> line.path("text").asText())
                .toList();
    }

    /** Words that wait for their turn. */
    synchronized List<String> held() {
        List<String> held = new ArrayList<>();
        state.path("held").forEach(words -> held.add(words.path("text").asText()));
        return held;
    }

    /** Words that came back with the turn. */
    synchronized List<String> back() {
        List<String> back = new ArrayList<>();
        notes.values().stream()
                .filter(note -> note.has("words"))
                .forEach(note -> back.addAll(note.path("words").asText().lines().toList()));
        return back;
    }

    /** What was not taken in, and why. */
    synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public synchronized void close() {
        closed = true;
        beat.cancel(false);
        if (socket != null) {
            socket.abort();
        }
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();
        private volatile boolean ended;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                hears(from, Json.read(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String why) {
            ended = true;
            lost(from);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable why) {
            ended = true;
            lost(from);
        }
    }
}

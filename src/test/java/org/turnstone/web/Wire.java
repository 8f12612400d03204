package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Somebody in a web room without a browser: speaks what the page speaks, and can speak what no page would. For one thread.
 */
final class Wire implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI link;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final List<JsonNode> unused = new ArrayList<>();
    private String cookie = "";
    private WebSocket socket;
    private JsonNode state = Json.object();
    private int ids;

    Wire(URI link) {
        this.link = link;
    }

    String cookie() {
        return cookie;
    }

    String path() {
        return link.getPath();
    }

    String secret() {
        return link.getFragment();
    }

    private String origin() {
        return link.getScheme() + "://" + link.getAuthority();
    }

    /** Asks at the door, from a page of this server. */
    HttpResponse<String> post(String what, Consumer<ObjectNode> body) {
        return post(what, origin(), body);
    }

    HttpResponse<String> post(String what, String origin, Consumer<ObjectNode> body) {
        ObjectNode json = Json.object();
        body.accept(json);
        HttpRequest.Builder request = HttpRequest.newBuilder(link.resolve(link.getPath() + "/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(json)))
                .timeout(Duration.ofSeconds(20));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> answer = send(request.build());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";")[0]);
        return answer;
    }

    /** Looks at something of this seat, as somebody who is in. */
    HttpResponse<String> fetches(String what) {
        return send(HttpRequest.newBuilder(link.resolve(path() + "/" + what))
                .header("Cookie", cookie)
                .build());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(link.resolve(path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String door(HttpResponse<String> answer) {
        return Json.read(answer.body()).path("door").asText();
    }

    Wire joins(String name) {
        post("join", body -> body.put("secret", secret()).put("name", name).put("passphrase", Guest.PASSPHRASE));
        return this;
    }

    /** Opens a socket, from a page of this server. */
    Wire connects() {
        return connects(origin());
    }

    Wire connects(String origin) {
        URI live = URI.create("ws://" + link.getAuthority() + link.getPath() + "/live");
        heard.clear();
        unused.clear();
        state = Json.object();
        socket = HTTP.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin)
                .buildAsync(live, new Ears())
                .join();
        return this;
    }

    /** What the page says first; everything after {@code seq} comes back. */
    JsonNode hello(long seq) {
        says(Json.message("hello").put("after", seq));
        return hears("welcome");
    }

    /** In the room, through set-up and connected. */
    Wire isHere(String name) {
        joins(name).connects().hello(0);
        says(Json.message("setUp").put("keep", "WEEK").put("drafts", false));
        hears("mine");
        return this;
    }

    void says(JsonNode message) {
        saysRaw(Json.write(message));
    }

    void saysRaw(String text) {
        socket.sendText(text, true).join();
    }

    /** The other side may hang up in the middle of it. */
    void saysAsFarAsHeard(String text) {
        socket.sendText(text, true).exceptionally(hungUp -> socket).join();
    }

    /** Does it, and waits until it is answered. */
    JsonNode does(String what, Consumer<ObjectNode> fields) {
        return does("id-%08d".formatted(++ids), what, fields);
    }

    JsonNode does(String id, String what, Consumer<ObjectNode> fields) {
        ObjectNode message = Json.message("do").put("id", id).put("do", what);
        fields.accept(message);
        says(message);
        return hears(m ->
                m.path("t").asText().equals("taken") && m.path("id").asText().equals(id));
    }

    JsonNode presses(String move) {
        return does("pressed", m -> m.put("move", move));
    }

    JsonNode writes(String text) {
        return does("wrote", m -> m.put("text", text));
    }

    /** The next message of this kind; others that come before it can be heard later. */
    JsonNode hears(String kind) {
        return hears(m -> m.path("t").asText().equals(kind));
    }

    JsonNode hears(Predicate<JsonNode> what) {
        for (JsonNode message : unused) {
            if (what.test(message)) {
                unused.remove(message);
                return message;
            }
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (true) {
            JsonNode message = next(end);
            if (message.path("t").asText().equals("state")) {
                state = message;
            }
            if (what.test(message)) {
                return message;
            }
            unused.add(message);
        }
    }

    /** Everything that comes from now on, until this has come. */
    List<JsonNode> hearsAllUntil(Predicate<JsonNode> what) {
        List<JsonNode> all = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        JsonNode message;
        do {
            message = next(end);
            all.add(message);
        } while (!what.test(message));
        return all;
    }

    private JsonNode next(long end) {
        try {
            JsonNode message = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new AssertionError("did not hear that in ten seconds");
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode hearsState(String phase) {
        return state.path("phase").asText().equals(phase)
                ? state
                : hears(m -> m.path("t").asText().equals("state")
                        && m.path("phase").asText().equals(phase));
    }

    /** All that came so far and was not looked at. */
    List<JsonNode> rest() {
        says(Json.message("ping"));
        hears("pong");
        List<JsonNode> rest = List.copyOf(unused);
        unused.clear();
        return rest;
    }

    /** With which code the other end closed. */
    int isClosed() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** The connection breaks, as in a tunnel. */
    void breaks() {
        socket.abort();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(Json.read(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String why) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable why) {
            closed.complete(1006);
        }
    }
}

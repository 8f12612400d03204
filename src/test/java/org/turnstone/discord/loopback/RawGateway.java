package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Speaks to a gateway by hand, frame by frame, without compression. */
final class RawGateway implements WebSocket.Listener {
    /** Only a frame that never comes takes so long. */
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    RawGateway(LoopbackDiscord discord) {
        this(discord.gatewayUrl() + "?v=10&encoding=json");
    }

    RawGateway(String url) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), this)
                .join();
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                frames.add(Json.parse(part.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.add(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.add(1006);
    }

    /** Sends {@code json}, which may be written with single quotes. */
    RawGateway send(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
        return this;
    }

    RawGateway identify(String token, long intents) {
        return send("{'op':2,'d':{'token':'" + token + "','intents':" + intents + ",'properties':{}}}");
    }

    RawGateway resume(String token, String session, int seq) {
        return send("{'op':6,'d':{'token':'" + token + "','session_id':'" + session + "','seq':" + seq + "}}");
    }

    void close(int code) {
        socket.sendClose(code, "").join();
    }

    /** Drops the connection without a word. */
    void abort() {
        socket.abort();
    }

    /** The next frame; a missing one fails. */
    JsonNode next() throws InterruptedException {
        JsonNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no further frame within " + PATIENCE_SECONDS + " s");
        }
        return frame;
    }

    /** Frames up to the one of this event, that one included. */
    List<JsonNode> until(String event) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!all.get(all.size() - 1).path("t").asText().equals(event));
        return all;
    }

    /** The event of this type that comes next, whatever comes before it. */
    JsonNode event(String type) throws InterruptedException {
        List<JsonNode> all = until(type);
        return all.get(all.size() - 1);
    }

    int closeCode() throws InterruptedException {
        Integer code = closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (code == null) {
            throw new AssertionError("not closed within " + PATIENCE_SECONDS + " s");
        }
        return code;
    }
}

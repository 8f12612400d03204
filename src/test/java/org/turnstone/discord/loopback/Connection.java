package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.Deflater;
import org.xnio.IoUtils;

/**
 * One WebSocket of the gateway: frames leave in the order in which they were given, compressed as one stream if the app
 * asked for it. Source: Gateway, "Transport Compression".
 *
 * <p>Threads may share it.
 */
final class Connection implements WebSocketCallback<Void> {
    private static final int RATE = 120;
    private static final long RATE_NANOS = 60_000_000_000L;

    /** How frames are packed. */
    enum Packing {
        PLAIN,
        ZLIB_STREAM
    }

    private final WebSocketChannel channel;
    private final Packing packing;
    private final Deflater deflater = new Deflater();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Deque<Long> received = new ArrayDeque<>();
    private boolean busy;
    private long lastBeat = System.nanoTime();

    Connection(WebSocketChannel channel, Packing packing) {
        this.channel = channel;
        this.packing = packing;
    }

    void send(ObjectNode payload) {
        send(Json.bytes(payload));
    }

    synchronized void send(byte[] bytes) {
        if (packing == Packing.ZLIB_STREAM) {
            ByteBuffer packed = ByteBuffer.wrap(pack(bytes));
            enqueue(() -> WebSockets.sendBinary(packed, channel, this));
        } else {
            String text = new String(bytes, StandardCharsets.UTF_8);
            enqueue(() -> WebSockets.sendText(text, channel, this));
        }
    }

    synchronized void close(int code, String reason) {
        enqueue(() -> WebSockets.sendClose(code, reason, channel, this));
    }

    /** Ends it without a word, as a network does. */
    void cut() {
        IoUtils.safeClose(channel);
    }

    /** Counts one message from the app; false when there were more than 120 in 60 s. Source: Gateway, "Rate Limiting". */
    synchronized boolean allows(long nanos) {
        received.addLast(nanos);
        while (nanos - received.peekFirst() > RATE_NANOS) {
            received.removeFirst();
        }
        return received.size() <= RATE;
    }

    /** The app sent a heartbeat. */
    synchronized void beat() {
        lastBeat = System.nanoTime();
    }

    synchronized boolean isSilentSince(Duration time) {
        return System.nanoTime() - lastBeat > time.toNanos();
    }

    @Override
    public synchronized void complete(WebSocketChannel done, Void context) {
        busy = false;
        next();
    }

    @Override
    public synchronized void onError(WebSocketChannel broken, Void context, Throwable cause) {
        waiting.clear();
        cut();
    }

    private void enqueue(Runnable frame) {
        waiting.addLast(frame);
        next();
    }

    private void next() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            waiting.removeFirst().run();
        }
    }

    private byte[] pack(byte[] bytes) {
        deflater.setInput(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        int length = part.length;
        while (length == part.length) {
            length = deflater.deflate(part, 0, part.length, Deflater.SYNC_FLUSH);
            out.write(part, 0, length);
        }
        return out.toByteArray();
    }
}

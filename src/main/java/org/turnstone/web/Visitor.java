package org.turnstone.web;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.IoUtils;

/**
 * One open page of somebody who sits in a room: what comes from it is worked off in order, and what goes to it is bounded,
 * so that a page that does not read cannot fill the memory. Threads may share one.
 */
final class Visitor {
    /** Characters under way to a page; one that reads so slowly connects again and catches up. */
    private static final long MOST_UNDER_WAY = 4_000_000;

    /** Messages of a page that wait to be worked off; no person is so quick. */
    private static final int MOST_WAITING = 200;

    private final Seat seat;
    private final String session;
    private final WebSocketChannel channel;
    private final InOrder incoming;
    private final AtomicLong underWay = new AtomicLong();
    private final Known known = new Known();

    Visitor(Seat seat, String session, WebSocketChannel channel) {
        this.seat = seat;
        this.session = session;
        this.channel = channel;
        this.incoming = new InOrder(channel.getWorker(), this::goes);
    }

    Seat seat() {
        return seat;
    }

    /** Hash of the session by which the page came in. */
    String session() {
        return session;
    }

    /** What fails ends the connection: the page comes back and asks again, instead of waiting for an answer for ever. */
    void takes(Runnable work) {
        if (incoming.add(work) > MOST_WAITING) {
            goes();
        }
    }

    /** What the page knows already, so that it is not told again. */
    Known known() {
        return known;
    }

    void send(String json) {
        if (underWay.addAndGet(json.length()) > MOST_UNDER_WAY) {
            goes();
            return;
        }
        WebSockets.sendText(json, channel, new WebSocketCallback<Void>() {
            @Override
            public void complete(WebSocketChannel sent, Void nothing) {
                underWay.addAndGet(-json.length());
            }

            @Override
            public void onError(WebSocketChannel failed, Void nothing, Throwable why) {
                goes();
            }
        });
    }

    /** Ends the connection; whatever the page has not got, it gets when it comes back. */
    void goes() {
        IoUtils.safeClose(channel);
    }

    /** Asks the page to close by itself, with a code that it understands. */
    void closes(int code) {
        WebSockets.sendClose(code, "", channel, null);
    }
}

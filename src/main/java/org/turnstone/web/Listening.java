package org.turnstone.web;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;

/** Hears what comes over one socket and passes it on, off the thread that serves all sockets. For one socket. */
final class Listening extends AbstractReceiveListener {
    /** Enough for a message that is refused kindly; whatever is longer was not typed by a person. */
    private static final long LONGEST = 512 * 1024;

    private final Visitor visitor;
    private final Reception reception;

    Listening(Visitor visitor, Reception reception) {
        this.visitor = visitor;
        this.reception = reception;
    }

    @Override
    protected long getMaxTextBufferSize() {
        return LONGEST;
    }

    @Override
    protected long getMaxBinaryBufferSize() {
        return 1;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        String text = message.getData();
        visitor.takes(() -> reception.takes(visitor, text));
    }

    @Override
    protected void onError(WebSocketChannel channel, Throwable why) {
        visitor.goes();
    }
}

package org.turnstone.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Leads every request where it belongs. Threads may share one. */
final class Doors implements HttpHandler {
    private static final Pattern SEAT = Pattern.compile(
            "/r/([A-Za-z0-9_-]{1,40})/(\\d{1,2})(/enter|/join|/leave|/live|/words|/rooms|/link|/mine|/copy)?");
    /** In which what somebody asks has to have arrived; a page of ours sends it at once. */
    private static final int BODY_SECONDS = 10;

    private static final int LONGEST_BODY = 16 * 1024;

    private static final String PAGE = "/page/";

    private final Entrance entrance;
    private final Reception reception;
    private final Desk desk;
    private final Takeaway takeaway;
    private final Porch porch;
    private final PageWords words;
    private final Backstage backstage;
    private final PageFiles files = new PageFiles();

    Doors(
            Entrance entrance,
            Reception reception,
            Desk desk,
            Takeaway takeaway,
            Porch porch,
            PageWords words,
            Backstage backstage) {
        this.entrance = entrance;
        this.reception = reception;
        this.desk = desk;
        this.takeaway = takeaway;
        this.porch = porch;
        this.words = words;
        this.backstage = backstage;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Matcher seat = SEAT.matcher(exchange.getRequestPath());
        boolean posts = exchange.getRequestMethod().equals(Methods.POST);
        if (!posts && !isLook(exchange)) {
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED).endExchange();
        } else if (seat.matches()) {
            seat(exchange, new Seat(seat.group(1), Integer.parseInt(seat.group(2))), seat.group(3));
        } else if (posts) {
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED).endExchange();
        } else {
            looks(exchange, exchange.getRequestPath());
        }
    }

    private static boolean isLook(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
    }

    private void looks(HttpServerExchange exchange, String path) {
        if (path.startsWith(PAGE)) {
            files.send(exchange, path.substring(PAGE.length()));
        } else if (path.equals("/words")) {
            words.send(exchange);
        } else if (path.equals("/list")) {
            files.send(exchange, "list.html");
        } else if (path.equals("/")) {
            files.send(exchange, "room.html");
        } else if (!backstage.answers(exchange, path)) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
        }
    }

    /** Looking at a link always shows the page and uses nothing up: messengers look at links before people do. */
    private void seat(HttpServerExchange exchange, Seat seat, String what) {
        boolean posts = exchange.getRequestMethod().equals(Methods.POST);
        if (what == null && !posts) {
            files.send(exchange, "room.html");
        } else if ("/words".equals(what) && !posts) {
            porch.lets(exchange, () -> words.send(exchange, seat.person()));
        } else if ("/mine".equals(what) && !posts) {
            porch.lets(exchange, () -> takeaway.mine(exchange, seat));
        } else if ("/copy".equals(what) && !posts) {
            porch.lets(exchange, () -> takeaway.copy(exchange, seat));
        } else if ("/live".equals(what) && !posts) {
            porch.lets(exchange, () -> connects(exchange, seat));
        } else if (what != null && posts) {
            receives(exchange, seat, what);
        } else {
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED).endExchange();
        }
    }

    /** A page of ours says how much comes, and it is little. */
    private void receives(HttpServerExchange exchange, Seat seat, String what) {
        long length = exchange.getRequestContentLength();
        XnioExecutor.Key late = exchange.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), BODY_SECONDS, TimeUnit.SECONDS);
        if (length < 0 || length > LONGEST_BODY) {
            refuses(exchange, length < 0 ? StatusCodes.LENGTH_REQUIRED : StatusCodes.REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        exchange.getRequestReceiver()
                .receiveFullString(
                        (whole, body) -> {
                            late.remove();
                            porch.lets(whole, () -> asks(whole, seat, what, body));
                        },
                        (broken, why) -> broken.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE)
                                .endExchange(),
                        StandardCharsets.UTF_8);
    }

    /** What comes is let go by first, or the answer would be cut off with what is still on its way. */
    private static void refuses(HttpServerExchange exchange, int status) {
        exchange.setPersistent(false).setStatusCode(status);
        exchange.getRequestReceiver()
                .receivePartialBytes(
                        (some, bytes, isLast) -> {
                            if (isLast) {
                                some.endExchange();
                            }
                        },
                        (broken, why) -> broken.endExchange());
    }

    private void asks(HttpServerExchange exchange, Seat seat, String what, String body) {
        switch (what) {
            case "/enter" -> entrance.enter(exchange, seat, Json.read(body));
            case "/join" -> entrance.join(exchange, seat, Json.read(body));
            case "/link" -> entrance.inside(exchange, seat, () -> desk.own(seat, Json.read(body)));
            case "/rooms" -> entrance.host(exchange, seat, () -> desk.does(Json.read(body)));
            default -> entrance.leave(exchange, seat);
        }
    }

    private void connects(HttpServerExchange exchange, Seat seat) {
        Optional<String> session = entrance.session(exchange, seat);
        if (session.isEmpty()) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
            return;
        }
        try {
            WebSocketConnectionCallback sits =
                    (handshake, channel) -> sits(new Visitor(seat, session.get(), channel), channel);
            new WebSocketProtocolHandshakeHandler(sits).handleRequest(exchange);
        } catch (Exception e) {
            exchange.setStatusCode(StatusCodes.BAD_REQUEST).endExchange();
        }
    }

    private void sits(Visitor visitor, WebSocketChannel channel) {
        reception.comes(visitor);
        channel.addCloseTask(closed -> reception.leaves(visitor));
        channel.getReceiveSetter().set(new Listening(visitor, reception));
        channel.resumeReceives();
    }
}

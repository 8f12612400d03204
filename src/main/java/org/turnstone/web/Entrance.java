package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.turnstone.floor.Person;

/**
 * Lets people in: trades a link's secret, and from the first use on a passphrase, for a cookie that no script can read.
 * Threads may share one.
 */
final class Entrance {
    private static final String COOKIE = "turnstone";
    private static final int SHORTEST_PASSPHRASE = 8;
    private static final int LONGEST_PASSPHRASE = 200;

    private final Seats seats;
    private final Pages pages;
    private final Hub hub;
    private final Where where;
    private final RateLimit perSeat;
    private final RateLimit perAddress;

    Entrance(Seats seats, Pages pages, Hub hub, Where where, Clock clock) {
        this.seats = seats;
        this.pages = pages;
        this.hub = hub;
        this.where = where;
        this.perSeat = new RateLimit(6, 0.1, clock);
        this.perAddress = new RateLimit(60, 1, clock);
    }

    /** The hash of the session by which this request belongs in {@code seat}; empty: it does not. */
    Optional<String> session(HttpServerExchange exchange, Seat seat) {
        return Optional.ofNullable(exchange.getRequestCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(token -> seats.isAdmitted(seat, token))
                .map(Secrets::hash);
    }

    /** Says how the door stands, and opens it to whoever has what it takes. */
    void enter(HttpServerExchange exchange, Seat seat, JsonNode asked) {
        if (session(exchange, seat).isPresent()) {
            answer(exchange, StatusCodes.OK, door("in"));
            return;
        }
        String passphrase = asked.path("passphrase").asText();
        if (!perAddress.allows(address(exchange))) {
            answer(exchange, StatusCodes.TOO_MANY_REQUESTS, door("slow"));
        } else if (!seats.opens(seat, asked.path("secret").asText())) {
            answer(exchange, StatusCodes.FORBIDDEN, door("unknown"));
        } else if (!passphrase.isEmpty() && !perSeat.allows(seat.path())) {
            answer(exchange, StatusCodes.TOO_MANY_REQUESTS, door("slow"));
        } else if (!seats.hasPassphrase(seat)) {
            answer(exchange, StatusCodes.OK, first(seat));
        } else if (passphrase.isEmpty()) {
            answer(exchange, StatusCodes.OK, door("locked"));
        } else if (seats.isPassphrase(seat, passphrase)) {
            admit(exchange, seat);
        } else {
            answer(exchange, StatusCodes.FORBIDDEN, door("wrong"));
        }
    }

    /** What somebody has to know before they come in for the first time: whose computer this is, if they said their name. */
    private ObjectNode first(Seat seat) {
        Person host = seats.first().get(0).person();
        ObjectNode door = door("new").put("isHost", seats.isHost(seat));
        seats.name(host).ifPresent(name -> door.put("host", name));
        seats.nameOrCalled(seat).ifPresent(name -> door.put("name", name));
        seats.topic(seat).ifPresent(topic -> door.put("topic", topic));
        return door.put("people", seats.all(seat.id()).size());
    }

    /** The first use of a link: somebody says how they are called, and with what the link opens from now on. */
    void join(HttpServerExchange exchange, Seat seat, JsonNode asked) {
        String name = Names.tidy(asked.path("name").asText());
        String passphrase = asked.path("passphrase").asText();
        if (!perAddress.allows(address(exchange))) {
            answer(exchange, StatusCodes.TOO_MANY_REQUESTS, door("slow"));
        } else if (!seats.opens(seat, asked.path("secret").asText())) {
            answer(exchange, StatusCodes.FORBIDDEN, door("unknown"));
        } else if (name.isEmpty()) {
            answer(exchange, StatusCodes.BAD_REQUEST, door("nameless"));
        } else if (passphrase.length() < SHORTEST_PASSPHRASE || passphrase.length() > LONGEST_PASSPHRASE) {
            answer(exchange, StatusCodes.BAD_REQUEST, door("short"));
        } else if (seats.take(seat, name, passphrase)) {
            pages.tellPeople(seat.room());
            admit(exchange, seat);
        } else {
            answer(exchange, StatusCodes.CONFLICT, door("locked"));
        }
    }

    private void admit(HttpServerExchange exchange, Seat seat) {
        setCookie(exchange, seat, seats.admit(seat), null);
        answer(exchange, StatusCodes.OK, door("in"));
    }

    /** This device forgets; every page that it has open closes. */
    void leave(HttpServerExchange exchange, Seat seat) {
        session(exchange, seat).ifPresent(session -> {
            seats.leave(seat, exchange.getRequestCookie(COOKIE).getValue());
            hub.of(seat.person()).stream()
                    .filter(visitor -> visitor.session().equals(session))
                    .forEach(Visitor::goes);
        });
        setCookie(exchange, seat, "", 0);
        answer(exchange, StatusCodes.OK, door("left"));
    }

    private static void setCookie(HttpServerExchange exchange, Seat seat, String token, Integer age) {
        boolean secure = "https".equals(exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_PROTO));
        exchange.setResponseCookie(new CookieImpl(COOKIE, token)
                .setPath(seat.path())
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSiteMode("Strict")
                .setMaxAge(age == null ? 60 * 60 * 24 * 30 : age));
    }

    /** Answers somebody who is in, with what {@code work} gives; anybody else is told nothing. */
    void inside(HttpServerExchange exchange, Seat seat, Supplier<ObjectNode> work) {
        if (session(exchange, seat).isPresent()) {
            answer(exchange, StatusCodes.OK, work.get());
        } else {
            answer(exchange, StatusCodes.FORBIDDEN, door("unknown"));
        }
    }

    /** As {@link #inside}, for whoever runs this computer. */
    void host(HttpServerExchange exchange, Seat seat, Supplier<ObjectNode> work) {
        if (seats.isHost(seat)) {
            inside(exchange, seat, work);
        } else {
            answer(exchange, StatusCodes.FORBIDDEN, door("unknown"));
        }
    }

    /** Whoever asks; behind a proxy of ours it is the proxy that says who, at the end of its header. */
    private String address(HttpServerExchange exchange) {
        String forwarded = exchange.getRequestHeaders().getLast(Headers.X_FORWARDED_FOR);
        if (where.reach() == Where.Reach.PROXY && forwarded != null) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        InetSocketAddress source = exchange.getSourceAddress();
        return source.getAddress() == null
                ? source.getHostString()
                : source.getAddress().getHostAddress();
    }

    private static ObjectNode door(String state) {
        return Json.object().put("door", state);
    }

    private static void answer(HttpServerExchange exchange, int status, ObjectNode door) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/json")
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(Json.write(door), StandardCharsets.UTF_8);
    }
}

package org.turnstone.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.turnstone.room.HeldJson;

/** Files that people take with them: what is held of them, and what was said where all agreed. Threads may share one. */
final class Takeaway {
    private final House house;
    private final Entrance entrance;
    private final Copies copies;

    Takeaway(House house, Entrance entrance, Copies copies) {
        this.house = house;
        this.entrance = entrance;
        this.copies = copies;
    }

    /** Everything that is held of whoever sits there, for them alone. */
    void mine(HttpServerExchange exchange, Seat seat) {
        if (entrance.session(exchange, seat).isEmpty()) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
            return;
        }
        String held =
                HeldJson.write(house.holdings().of(seat.person()), house.clock().instant());
        send(exchange, "application/json", "turnstone-mine.json", held);
    }

    void copy(HttpServerExchange exchange, Seat seat) {
        Optional<String> text = entrance.session(exchange, seat).flatMap(in -> copies.text(seat));
        if (text.isEmpty()) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
            return;
        }
        send(exchange, "text/plain; charset=utf-8", "turnstone-room.txt", text.get());
    }

    private static void send(HttpServerExchange exchange, String type, String name, String text) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, type)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        exchange.getResponseSender().send(text, StandardCharsets.UTF_8);
    }
}

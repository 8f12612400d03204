package org.turnstone.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Optional;

/**
 * Answers whoever looks after the program: is it alive ({@code /health}, {@code /health/live}), can it do everything that it
 * should ({@code /health/ready}), how much goes on ({@code /metrics}). Threads may share one.
 */
final class Backstage {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Wellness wellness;
    private final Porch porch;

    Backstage(Wellness wellness, Porch porch) {
        this.wellness = wellness;
        this.porch = porch;
    }

    /** Whether {@code path} leads here; then it is answered. */
    boolean answers(HttpServerExchange exchange, String path) {
        switch (path) {
            case "/health", "/health/live" -> send(exchange, PLAIN, "well\n");
            case "/health/ready" -> porch.lets(exchange, () -> ready(exchange));
            case "/metrics" -> porch.lets(exchange, () -> figures(exchange));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ready(HttpServerExchange exchange) {
        Optional<String> trouble = wellness.trouble();
        trouble.ifPresent(why -> exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE));
        send(exchange, PLAIN, trouble.map(why -> "not ready: " + why).orElse("ready") + "\n");
    }

    private void figures(HttpServerExchange exchange) {
        if (mayRead(exchange)) {
            send(exchange, PROMETHEUS, wellness.figures());
        } else {
            exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
        }
    }

    private boolean mayRead(HttpServerExchange exchange) {
        return switch (wellness.readers()) {
            case EVERYONE -> true;
            case NOBODY -> false;
            case HERE -> isHere(exchange);
        };
    }

    /** A proxy on this computer hands on what comes from anywhere, and says so. */
    private static boolean isHere(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getAddress() != null
                && exchange.getSourceAddress().getAddress().isLoopbackAddress()
                && !exchange.getRequestHeaders().contains(Headers.X_FORWARDED_FOR)
                && !exchange.getRequestHeaders().contains(Headers.FORWARDED);
    }

    private static void send(HttpServerExchange exchange, String type, String text) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type).put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(text);
    }
}

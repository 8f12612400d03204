package org.turnstone.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Stands before every request: no foreign page may use this server through somebody's browser, and nothing but our own files
 * may run in our page. Threads may share one.
 *
 * <p>A name that an attacker points at this address (DNS rebinding) is refused, because it is no name of ours; an address in
 * figures cannot be pointed anywhere else. Whatever changes something, and the socket, must come from a page of this server.
 */
final class Guard implements HttpHandler {
    private static final Pattern FIGURES = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    /** Only what this server itself serves is loaded, connected to or run; nothing written in a page is. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpHandler next;
    private final Where where;

    Guard(Where where, HttpHandler next) {
        this.where = where;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        harden(exchange.getResponseHeaders());
        boolean changes = !exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD);
        boolean connects =
                "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(Headers.UPGRADE));
        if (!isOurs(exchange.getRequestHeaders().getFirst(Headers.HOST))
                || ((changes || connects) && !isFromOurPage(exchange))) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
            return;
        }
        next.handleRequest(exchange);
    }

    private static void harden(HeaderMap headers) {
        headers.put(new HttpString("Content-Security-Policy"), POLICY)
                .put(new HttpString("Referrer-Policy"), "no-referrer")
                .put(new HttpString("X-Content-Type-Options"), "nosniff")
                .put(new HttpString("Cross-Origin-Opener-Policy"), "same-origin")
                .put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin")
                .put(new HttpString("Permissions-Policy"), "camera=(), microphone=(), geolocation=()");
    }

    private boolean isOurs(String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
        return name.equals("localhost")
                || FIGURES.matcher(name).matches()
                || name.equals(where.host().toLowerCase(Locale.ROOT))
                || where.publicUrl()
                        .map(URI::getHost)
                        .filter(name::equalsIgnoreCase)
                        .isPresent();
    }

    private boolean isFromOurPage(HttpServerExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        if (origin == null) {
            return false;
        }
        boolean direct =
                origin.equalsIgnoreCase("http://" + exchange.getRequestHeaders().getFirst(Headers.HOST));
        return direct
                || where.publicUrl()
                        .map(Guard::origin)
                        .filter(origin::equalsIgnoreCase)
                        .isPresent();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}

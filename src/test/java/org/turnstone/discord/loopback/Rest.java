package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * The REST side: reads a request, lets the faults have their way, checks the token, asks the route and logs.
 *
 * <p>Threads may share it.
 */
final class Rest implements HttpHandler {
    private static final String BOT = "Bot ";

    private final Platform platform;
    private final Router router = new Router();
    private final MultiPartParserDefinition multipart =
            new MultiPartParserDefinition().setDefaultEncoding(StandardCharsets.UTF_8.name());

    Rest(Platform platform) {
        this.platform = platform;
        new ApplicationRoutes(platform).addTo(router);
        new GuildRoutes(platform).addTo(router);
        new ChannelRoutes(platform).addTo(router);
        new ThreadRoutes(platform).addTo(router);
        new MessageRoutes(platform).addTo(router);
        new InteractionRoutes(platform).addTo(router);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isInIoThread()) {
            exchange.dispatch(this);
            return;
        }
        exchange.startBlocking();
        Incoming incoming = read(exchange);
        Optional<Fault> fault = platform.faults.request(incoming.name());
        if (fault.isPresent() && fault.get() instanceof Fault.Delay delay) {
            later(exchange, incoming, delay.time());
        } else {
            answer(exchange, incoming, fault);
        }
    }

    /** A request, read. */
    private record Incoming(
            String method, String path, String query, Optional<String> token, Call call, Optional<Refusal> unreadable) {
        String name() {
            return method + " " + path;
        }
    }

    private void later(HttpServerExchange exchange, Incoming incoming, Duration delay) {
        exchange.dispatch(() -> exchange.getIoThread()
                .executeAfter(
                        () -> exchange.getConnection()
                                .getWorker()
                                .execute(() -> answer(exchange, incoming, Optional.empty())),
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    private void answer(HttpServerExchange exchange, Incoming incoming, Optional<Fault> fault) {
        Reply reply = fault.flatMap(Rest::instead).orElseGet(() -> process(incoming));
        boolean cut = fault.filter(f -> f instanceof Fault.Cut).isPresent();
        Reply sent = fault.flatMap(Rest::afterwards).orElse(reply);
        int code = sent.body().path("code").asInt(0);
        platform.wire.request(new WireLog.Request(
                platform.now(),
                incoming.method(),
                incoming.path(),
                incoming.query(),
                incoming.call().body(),
                cut ? 0 : sent.status(),
                cut ? 0 : sent.status() >= 400 ? code : 0));
        platform.lock.run(() -> {});
        if (cut) {
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        fault.ifPresent(f -> limitHeaders(exchange, f));
        send(exchange, sent);
    }

    private Reply process(Incoming incoming) {
        try {
            incoming.unreadable().ifPresent(refusal -> {
                throw refusal;
            });
            Router.Match match = router.find(incoming.method(), incoming.path()).orElseThrow(Refusal::notFound);
            return platform.lock.in(() -> {
                authorize(match, incoming);
                Call call = incoming.call();
                return match.route().handler().apply(new Call(match.ids(), call.query(), call.body(), call.files()));
            });
        } catch (Refusal refusal) {
            return new Reply(refusal.status(), refusal.body());
        }
    }

    private void authorize(Router.Match match, Incoming incoming) {
        boolean known = incoming.token().filter(platform.app::accepts).isPresent();
        if (match.route().authority() == Router.Authority.BOT && !known) {
            throw Refusal.unauthorized();
        }
    }

    private static Optional<Reply> instead(Fault fault) {
        if (fault instanceof Fault.Cut cut && cut.when() == Fault.When.BEFORE) {
            return Optional.of(Reply.nothing());
        }
        if (fault instanceof Fault.ServerError error && error.when() == Fault.When.BEFORE) {
            return Optional.of(serverError(error));
        }
        if (fault instanceof Fault.RateLimited limited) {
            return Optional.of(rateLimited(limited));
        }
        if (fault instanceof Fault.Refused refused) {
            Refusal refusal = Refusal.of(refused.status(), refused.code(), "Refused.");
            return Optional.of(new Reply(refusal.status(), refusal.body()));
        }
        return Optional.empty();
    }

    private static Optional<Reply> afterwards(Fault fault) {
        return fault instanceof Fault.ServerError error ? Optional.of(serverError(error)) : Optional.empty();
    }

    private static Reply serverError(Fault.ServerError error) {
        String message = error.status() + ": Internal Server Error";
        return new Reply(error.status(), Json.object().put("message", message).put("code", 0));
    }

    /** Source: Rate Limits, "Rate Limit Response Structure". */
    private static Reply rateLimited(Fault.RateLimited limited) {
        return new Reply(
                429,
                Json.object()
                        .put("message", "You are being rate limited.")
                        .put("retry_after", limited.retryAfter().toMillis() / 1000.0)
                        .put("global", limited.scope() == Fault.RateLimited.Scope.GLOBAL));
    }

    private static void limitHeaders(HttpServerExchange exchange, Fault fault) {
        if (fault instanceof Fault.RateLimited limited) {
            long seconds = Math.max(1, limited.retryAfter().toSeconds());
            put(exchange, "Retry-After", Long.toString(seconds));
            put(exchange, "X-RateLimit-Scope", limited.scope() == Fault.RateLimited.Scope.GLOBAL ? "global" : "user");
            if (limited.scope() == Fault.RateLimited.Scope.GLOBAL) {
                put(exchange, "X-RateLimit-Global", "true");
            } else {
                put(exchange, "X-RateLimit-Limit", "5");
                put(exchange, "X-RateLimit-Remaining", "0");
                put(exchange, "X-RateLimit-Reset-After", seconds + ".000");
                put(exchange, "X-RateLimit-Bucket", "limited");
            }
        }
    }

    private static void put(HttpServerExchange exchange, String header, String value) {
        exchange.getResponseHeaders().put(new HttpString(header), value);
    }

    /** The {@code via} header tells the platform's own 429 from the one of the network before it. */
    private static void send(HttpServerExchange exchange, Reply reply) {
        exchange.setStatusCode(reply.status());
        put(exchange, "via", "1.1 loopback");
        if (reply.hasBody()) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send(ByteBuffer.wrap(Json.bytes(reply.body())));
        } else {
            exchange.endExchange();
        }
    }

    private Incoming read(HttpServerExchange exchange) throws IOException {
        String path = exchange.getRelativePath().replaceFirst("^/(api/)?(v\\d+/)?", "");
        Map<String, String> query = new LinkedHashMap<>();
        exchange.getQueryParameters().forEach((name, values) -> query.put(name, values.peekFirst()));
        Optional<String> token = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))
                .filter(h -> h.startsWith(BOT))
                .map(h -> h.substring(BOT.length()));
        List<Upload> files = new ArrayList<>();
        JsonNode body = MissingNode.getInstance();
        Optional<Refusal> unreadable = Optional.empty();
        byte[] bytes = bytes(exchange, files);
        try {
            body = bytes.length == 0 ? body : Json.parse(bytes);
        } catch (IOException e) {
            unreadable = Optional.of(Refusal.invalidJson());
        }
        return new Incoming(
                exchange.getRequestMethod().toString(),
                path,
                exchange.getQueryString(),
                token,
                new Call(List.of(), query, body, files),
                unreadable);
    }

    /** The body's JSON; of a multipart body its {@code payload_json}. Source: Reference, "Uploading Files". */
    private byte[] bytes(HttpServerExchange exchange, List<Upload> files) throws IOException {
        try (FormDataParser parser = multipart.create(exchange)) {
            if (parser == null) {
                return exchange.getInputStream().readAllBytes();
            }
            FormData form = parser.parseBlocking();
            form.forEach(name -> form.get(name).stream()
                    .filter(FormData.FormValue::isFileItem)
                    .forEach(v -> files.add(upload(v))));
            FormData.FormValue payload = form.getFirst("payload_json");
            return payload == null ? new byte[0] : payload.getValue().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Upload upload(FormData.FormValue value) {
        try (var in = value.getFileItem().getInputStream()) {
            return new Upload(value.getFileName(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

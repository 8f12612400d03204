package org.turnstone.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The page's own files, from inside the program, each read once. Threads may share one. */
final class PageFiles {
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private record PageFile(String type, byte[] plain, byte[] zipped, String tag) {}

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    void send(HttpServerExchange exchange, String name) {
        Optional<PageFile> file = file(name);
        if (file.isEmpty()) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
            return;
        }
        send(exchange, file.get());
    }

    /** Something that is not a file of ours but is sent like one. */
    static void send(HttpServerExchange exchange, String type, byte[] bytes) {
        send(exchange, new PageFile(type, bytes, zip(bytes), tag(bytes)));
    }

    private static void send(HttpServerExchange exchange, PageFile file) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, file.type())
                .put(Headers.CACHE_CONTROL, "no-cache")
                .put(Headers.VARY, "Accept-Encoding")
                .put(Headers.ETAG, file.tag());
        if (file.tag().equals(exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH))) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
            return;
        }
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        boolean zips = accepted != null && accepted.contains("gzip");
        if (zips) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(zips ? file.zipped() : file.plain()));
    }

    private Optional<PageFile> file(String name) {
        return NAME.matcher(name).matches()
                ? Optional.ofNullable(files.computeIfAbsent(name, PageFiles::read))
                : Optional.empty();
    }

    private static PageFile read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                return null;
            }
            byte[] bytes = in.readAllBytes();
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new PageFile(type, bytes, zip(bytes), tag(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        String hash = Secrets.hash(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
        return '"' + hash.substring(0, 16) + '"';
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

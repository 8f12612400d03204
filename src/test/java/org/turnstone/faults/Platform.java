package org.turnstone.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A chat platform with people on it: whoever asks is told what one of them did next, again and again until it says that it
 * was taken in, now and then twice at once, and now and then once more long afterwards. What is said to it it keeps in
 * order, and drops what it has had before, by the key that comes with it. Threads may share one.
 */
final class Platform implements AutoCloseable {
    /** An act that nobody has finished by then is told again. */
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private static final int AT_ONCE = 4;
    /** One in so many times somebody else is told the same at once. */
    private static final int DOUBLES = 10;
    /** One in so many times what is told is long over. */
    private static final int LATE = 10;

    private static final class Running {
        private final Talk talk;
        private int next;
        private long told;

        Running(Talk talk) {
            this.talk = talk;
        }
    }

    /**
     * What a worker said of itself last.
     *
     * @param events that it took in
     * @param anew saves that it had to do again, because another had saved in between
     */
    record Report(long events, long anew) {}

    private final Random dice;
    private final int atOnce;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final List<Talk> over = new ArrayList<>();
    private final Map<String, List<String>> heard = new LinkedHashMap<>();
    private final Map<Long, Report> reports = new ConcurrentHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private int again;
    private int talks;
    private boolean closing;
    private volatile boolean away;

    Platform(long seed) {
        this(seed, AT_ONCE);
    }

    /** @param atOnce how many talks go on at a time */
    Platform(long seed, int atOnce) {
        this.dice = new Random(seed);
        this.atOnce = atOnce;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/next", exchange -> {
            String[] report = exchange.getRequestURI().getQuery().split(" ");
            reports.put(Long.parseLong(report[0]), new Report(Long.parseLong(report[1]), Long.parseLong(report[2])));
            answer(exchange, 200, next());
        });
        server.createContext("/done", exchange -> {
            String[] done = exchange.getRequestURI().getQuery().split(" ");
            done(done[0], Integer.parseInt(done[1]));
            answer(exchange, 200, "");
        });
        server.createContext("/say", this::say);
        server.start();
        for (int i = 0; i < atOnce; i++) {
            begin();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void begin() {
        Talk talk = new Talk(++talks);
        running.put(talk.room(), new Running(talk));
    }

    /** {@code room number act}; empty where nobody does anything just now. */
    private synchronized String next() {
        Optional<String> late = late();
        if (late.isPresent()) {
            return late.get();
        }
        List<Running> free = new ArrayList<>();
        for (Running one : running.values()) {
            if (System.nanoTime() - one.told > PATIENCE_NANOS || dice.nextInt(DOUBLES) == 0) {
                free.add(one);
            }
        }
        if (free.isEmpty()) {
            return "";
        }
        Running one = free.get(dice.nextInt(free.size()));
        one.told = System.nanoTime();
        return told(one.talk, one.next);
    }

    /** Now and then something that was taken in long ago comes once more, also in a talk that is over. */
    private Optional<String> late() {
        if (dice.nextInt(LATE) > 0) {
            return Optional.empty();
        }
        if (!over.isEmpty() && dice.nextBoolean()) {
            Talk talk = over.get(dice.nextInt(over.size()));
            return Optional.of(told(talk, dice.nextInt(talk.length())));
        }
        List<Running> begun =
                running.values().stream().filter(one -> one.next > 0).toList();
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Running one = begun.get(dice.nextInt(begun.size()));
        return Optional.of(told(one.talk, dice.nextInt(one.next)));
    }

    private static String told(Talk talk, int i) {
        return talk.act(i).map(act -> talk.room() + " " + i + " " + act).orElse("");
    }

    private synchronized void done(String room, int act) {
        Running one = running.get(room);
        if (one == null || one.next != act) {
            return;
        }
        one.next++;
        one.told = System.nanoTime() - 2 * PATIENCE_NANOS;
        if (one.talk.act(one.next).isEmpty()) {
            over.add(one.talk);
            running.remove(room);
            if (!closing) {
                begin();
            }
        }
    }

    private void say(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (away) {
            answer(exchange, 503, "");
            return;
        }
        String[] what = exchange.getRequestURI().getQuery().split(" ");
        hears(what[0], what[1], text);
        answer(exchange, 200, "");
    }

    private synchronized void hears(String room, String key, String text) {
        if (keys.add(room + " " + key)) {
            heard.computeIfAbsent(room, r -> new ArrayList<>()).add(text);
        } else {
            again++;
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** It answers nothing but that it is away, until it is back. */
    void goesAway() {
        away = true;
    }

    void isBack() {
        away = false;
    }

    /** Whoever was told something may be gone: it is told again at once. */
    synchronized void tellsAgain() {
        running.values().forEach(one -> one.told = System.nanoTime() - 2 * PATIENCE_NANOS);
    }

    /** No new talk begins. */
    synchronized void closes() {
        closing = true;
    }

    /** What is still to come: talks that go on, and those of which not everything was heard. */
    synchronized List<String> missing() {
        List<String> missing = new ArrayList<>(running.keySet());
        over.stream()
                .filter(talk -> heard(talk).size() < talk.heard().size())
                .map(talk -> talk.room() + " was heard " + heard(talk).size() + " times of "
                        + talk.heard().size())
                .forEach(missing::add);
        return missing;
    }

    synchronized List<Talk> over() {
        return List.copyOf(over);
    }

    synchronized List<String> heard(Talk talk) {
        return List.copyOf(heard.getOrDefault(talk.room(), List.of()));
    }

    /** How much was heard so far, and how often something came again under the same key. */
    synchronized String counts() {
        return over.size() + " talks over, " + keys.size() + " effects heard, " + again + " of them offered again";
    }

    /** By process id. */
    Map<Long, Report> reports() {
        return Map.copyOf(reports);
    }

    synchronized int effects() {
        return keys.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package org.turnstone.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** The pages of {@link RoomsBench}: opens them all, sends at a steady pace, and says how long each message took. */
public final class RoomsBenchPages {
    private static final int A_SECOND = 200;
    static final int WARM_UP = 20 * A_SECOND;
    static final int MEASURED = 60 * A_SECOND;
    private static final String MARK = "number ";

    private final AtomicLongArray sent = new AtomicLongArray(WARM_UP + MEASURED);
    private final AtomicLongArray took = new AtomicLongArray(WARM_UP + MEASURED);
    private final CountDownLatch arrived = new CountDownLatch(WARM_UP + MEASURED);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String port;

    private RoomsBenchPages(String port) {
        this.port = port;
    }

    /** @param args the server's port, and a file with a seat's path and its cookie in each line, couple by couple */
    public static void main(String[] args) throws Exception {
        new RoomsBenchPages(args[0]).run(Files.readAllLines(Path.of(args[1])));
        System.exit(0);
    }

    private void run(List<String> pages) throws Exception {
        WebSocket[] sockets = new WebSocket[pages.size()];
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = open(pages.get(i).split(" "), i % 2 == 1);
            sockets[i].sendText("{\"t\":\"hello\",\"after\":0}", true).join();
        }
        TimeUnit.SECONDS.sleep(5);
        System.out.println("open: " + sockets.length + " sockets");
        sends(sockets);
        arrived.await(2, TimeUnit.MINUTES);
        tells();
    }

    private WebSocket open(String[] page, boolean listens) {
        return http.newWebSocketBuilder()
                .header("Cookie", page[1])
                .header("Origin", "http://127.0.0.1:" + port)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + page[0] + "/live"), new Ears(listens))
                .join();
    }

    private void sends(WebSocket[] sockets) {
        long begin = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        for (int n = 0; n < WARM_UP + MEASURED; n++) {
            while (System.nanoTime() < begin + n * gap) {
                LockSupport.parkNanos(begin + n * gap - System.nanoTime());
            }
            WebSocket speaker = sockets[2 * (n % (sockets.length / 2))];
            sent.set(n, System.nanoTime());
            speaker.sendText(
                    "{\"t\":\"do\",\"id\":\"bench-%07d\",\"do\":\"wrote\",\"text\":\"".formatted(n)
                            + "When you came home late on Friday I sat with the cold dinner and felt alone, " + MARK + n
                            + ".\"}",
                    true);
        }
    }

    private void arrives(String text) {
        int at = text.indexOf(MARK);
        if (!text.startsWith("{\"t\":\"line\"") || at < 0) {
            return;
        }
        int n = Integer.parseInt(text.substring(at + MARK.length(), text.indexOf('.', at)));
        if (took.compareAndSet(n, 0, System.nanoTime() - sent.get(n))) {
            arrived.countDown();
        }
    }

    private void tells() {
        long[] sorted = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            sorted[i] = took.get(WARM_UP + i);
        }
        Arrays.sort(sorted);
        System.out.printf(
                "%,d messages at %d a second, %d not arrived: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                MEASURED,
                A_SECOND,
                arrived.getCount(),
                millis(sorted[MEASURED / 2]),
                millis(sorted[MEASURED * 9 / 10]),
                millis(sorted[MEASURED * 99 / 100]),
                millis(sorted[MEASURED - 1]));
    }

    private static double millis(long nanos) {
        return nanos / 1_000_000.0;
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();
        private final boolean listens;

        Ears(boolean listens) {
            this.listens = listens;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                if (listens) {
                    arrives(part.toString());
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

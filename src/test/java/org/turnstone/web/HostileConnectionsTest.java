package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A talk goes on undisturbed while others do at the door what they like: half-open connections, and slow, huge, malformed and
 * flooding ones. Forty and two hundred with {@code -Pthorough}, some of each by default.
 */
class HostileConnectionsTest {
    private static final boolean THOROUGH = "yes".equals(System.getProperty("thorough"));
    private static final int HALF_OPEN = THOROUGH ? 40 : 8;
    private static final int HOSTILE = THOROUGH ? 200 : 24;
    private static final int WORDS = THOROUGH ? 30 : 10;

    @TempDir
    private Path home;

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Thread> attackers = new ArrayList<>();
    private RoomHere room;
    private int port;
    private Wire ana;
    private Wire ben;

    @BeforeEach
    void both_are_here() {
        room = RoomHere.in(home);
        port = room.links().get(0).getPort();
        ana = new Wire(room.links().get(0)).isHere("Ana");
        ben = new Wire(room.links().get(1)).isHere("Ben");
        ana.does("asks", m -> m.put("length", "longer"));
        ben.presses("here");
        ana.hearsState("speaking");
    }

    @AfterEach
    void stop() throws InterruptedException {
        over.countDown();
        for (Thread attacker : attackers) {
            attacker.join();
        }
        ana.close();
        ben.close();
        room.close();
    }

    /** What one hostile connection does; it may end at any moment. */
    private interface Attack {
        void on(OutputStream out, Random dice) throws IOException;
    }

    private String path() {
        return room.links().get(0).getPath();
    }

    private List<Attack> attacks() {
        String host = "Host: 127.0.0.1:" + port + "\r\nOrigin: http://127.0.0.1:" + port + "\r\n";
        return List.of(
                (out, dice) -> slowly(out, "GET " + path() + " HTTP/1.1\r\n" + host + "X: " + "x".repeat(500)),
                (out, dice) ->
                        slowly(out, "POST " + path() + "/enter HTTP/1.1\r\n" + host + "Content-Length: 900\r\n\r\n{"),
                (out, dice) -> floods(out, "GET / HTTP/1.1\r\n" + host + "X: " + "x".repeat(300_000) + "\r\n\r\n", 1),
                (out, dice) -> floods(
                        out,
                        "POST " + path() + "/join HTTP/1.1\r\n" + host + "Content-Length: 30000000\r\n\r\n"
                                + "y".repeat(200_000),
                        20),
                (out, dice) -> {
                    byte[] noise = new byte[5_000];
                    dice.nextBytes(noise);
                    out.write(noise);
                },
                (out, dice) -> floods(
                        out,
                        "POST " + path() + "/enter HTTP/1.1\r\n" + host
                                + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n{{{{",
                        3),
                (out, dice) -> floods(out, "GET /page/app.js HTTP/1.1\r\n" + host + "\r\n", 200),
                (out, dice) -> floods(out, guess(host), 100),
                (out, dice) -> floods(
                        out,
                        "GET " + path() + "/live HTTP/1.1\r\n" + host
                                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nCookie: turnstone=guess\r\n\r\n",
                        100));
    }

    private String guess(String host) {
        String body = "{\"secret\":\"guess\",\"passphrase\":\"guess number one\"}";
        return "POST " + path() + "/enter HTTP/1.1\r\n" + host + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void floods(OutputStream out, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    /** A byte now and then, and never the end. */
    private void slowly(OutputStream out, String text) throws IOException {
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            if (isOverAfter(50)) {
                return;
            }
            out.write(b);
            out.flush();
        }
    }

    /** Waits for the end of the test, and for so many milliseconds at most. */
    private boolean isOverAfter(int millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void attack(int number) {
        Random dice = new Random(number);
        List<Attack> attacks = attacks();
        Thread attacker = new Thread(
                () -> {
                    while (!isOverAfter(100)) {
                        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                            socket.setSoTimeout(1_000);
                            attacks.get(number % attacks.size()).on(socket.getOutputStream(), dice);
                            socket.getInputStream().readNBytes(100_000);
                        } catch (IOException e) {
                            // that is the answer it should get; it tries again
                        }
                    }
                },
                "attacker " + number);
        attacker.setDaemon(true);
        attackers.add(attacker);
        attacker.start();
    }

    @Test
    void a_talk_goes_on_undisturbed() throws IOException {
        List<Socket> halfOpen = new ArrayList<>();
        for (int i = 0; i < HALF_OPEN; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            halfOpen.add(socket);
        }
        IntStream.range(0, HOSTILE).forEach(this::attack);
        List<String> said =
                IntStream.rangeClosed(1, WORDS).mapToObj(n -> "word " + n).toList();
        for (String text : said) {
            assertThat(ana.writes(text).path("how").asText()).isEqualTo("MOVED");
            ben.hears(m -> m.path("line").path("text").asText().equals(text));
            room.passes(Duration.ofSeconds(1));
        }
        assertThat(room.house().text().after(room.room(), 0).stream()
                        .filter(line -> line.by().isPresent())
                        .map(line -> line.text())
                        .toList())
                .isEqualTo(said);
        over.countDown();
        for (Socket socket : halfOpen) {
            isClosedByTheServer(socket);
        }
    }

    @Test
    void a_request_whose_body_never_comes_is_closed() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        floods(
                socket.getOutputStream(),
                "POST " + path() + "/enter HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
                        + "Content-Length: 900\r\n\r\n{",
                1);
        isClosedByTheServer(socket);
    }

    private static void isClosedByTheServer(Socket socket) throws IOException {
        try (socket) {
            socket.setSoTimeout(200);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .ignoreException(java.net.SocketTimeoutException.class)
                    .until(() -> read(socket) < 0);
        }
    }

    private static int read(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            return -1;
        }
    }
}

package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody gets who speaks to the web room byte by byte, as no browser would. */
class BareSocketTest {
    @TempDir
    private Path home;

    private RoomHere room;
    private Wire ana;

    @BeforeEach
    void serve() {
        room = RoomHere.in(home);
        ana = new Wire(room.links().get(0)).joins("Ana");
    }

    @AfterEach
    void stop() {
        ana.close();
        room.close();
    }

    private int port() {
        return room.links().get(0).getPort();
    }

    private String seat(int number) {
        return ana.path().replaceAll("1$", Integer.toString(number));
    }

    private String says(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String asks(String method, String path, String headers, String body) throws IOException {
        return says(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private String ours() {
        return "Host: 127.0.0.1:" + port() + "\r\nOrigin: http://127.0.0.1:" + port() + "\r\n";
    }

    private static String status(String answer) {
        return answer.split(" ", 3)[1];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://evil.example",
                "http://127.0.0.1",
                "https://127.0.0.1:PORT",
                "http://localhost:PORT"
            })
    void what_changes_something_comes_from_a_page_of_this_address_or_not_at_all(String origin) throws IOException {
        String headers = "Host: 127.0.0.1:" + port() + "\r\nOrigin: " + origin.replace("PORT", Integer.toString(port()))
                + "\r\nCookie: " + ana.cookie() + "\r\n";
        for (String what : List.of("enter", "join", "leave", "rooms", "link")) {
            assertThat(status(asks("POST", seat(1) + "/" + what, headers, "{}")))
                    .isEqualTo("403");
        }
    }

    @Test
    void a_request_without_a_host_or_with_two_is_none() throws IOException {
        assertThat(status(says("GET " + seat(1) + " HTTP/1.1\r\nConnection: close\r\n\r\n")))
                .startsWith("4");
        assertThat(status(says("GET " + seat(1)
                        + " HTTP/1.1\r\nConnection: close\r\nHost: evil.example\r\nHost: 127.0.0.1\r\n\r\n")))
                .startsWith("4");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void nothing_else_than_looking_and_asking_is_understood(String method) throws IOException {
        String answer = asks(method, seat(1), ours(), "");
        assertThat(status(answer)).isEqualTo("405");
        assertThat(answer).doesNotContain("Access-Control");
    }

    @Test
    void a_cookie_opens_one_seat_only() throws IOException {
        String headers = ours() + "Cookie: " + ana.cookie() + "\r\n";
        assertThat(asks("POST", seat(1) + "/enter", headers, "{}")).contains("\"in\"");
        assertThat(asks("POST", seat(2) + "/enter", headers, "{}")).doesNotContain("\"in\"");
        for (String file : List.of("/mine", "/copy")) {
            assertThat(status(asks("GET", seat(2) + file, headers, ""))).isEqualTo("403");
        }
        assertThat(status(asks("POST", seat(2) + "/rooms", headers, "{}"))).isEqualTo("403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/..%2f..%2fconfig%2fturnstone.json",
                "/page/%2e%2e/app.js",
                "/page//etc/passwd",
                "/page/app.js%00.html",
                "/page/APP.JS",
                "/r/../../etc/passwd",
                "/turnstone.key"
            })
    void only_the_pages_own_files_are_handed_out(String path) throws IOException {
        assertThat(status(asks("GET", path, ours(), ""))).isEqualTo("404");
    }

    @Test
    void every_answer_tells_the_browser_to_be_careful() throws IOException {
        List<String> answers = List.of(
                asks("GET", seat(1), ours(), ""),
                asks("GET", "/nothing", ours(), ""),
                asks("GET", "/list", ours(), ""),
                asks("POST", seat(1) + "/enter", ours(), "{}"),
                asks("POST", seat(1) + "/enter", "Host: evil.example\r\n", "{}"));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .contains(
                                "Content-Security-Policy: default-src 'none'",
                                "Referrer-Policy: no-referrer",
                                "X-Content-Type-Options: nosniff",
                                "Cross-Origin-Opener-Policy: same-origin"));
    }

    @Test
    void a_page_has_no_script_or_style_written_into_it() throws IOException {
        for (String path : List.of(seat(1), "/list")) {
            assertThat(asks("GET", path, ours(), ""))
                    .doesNotContainPattern("<script(?![^>]*src=)|<style|\\son\\w+=|style=|javascript:|https?://");
        }
    }

    @Test
    void what_is_too_large_or_of_no_known_length_is_refused_at_once() throws IOException {
        String post = "POST " + seat(1) + "/enter HTTP/1.1\r\nConnection: close\r\n" + ours();
        assertThat(status(says(post + "Content-Length: 16385\r\n\r\n" + "x".repeat(16_385))))
                .isEqualTo("413");
        assertThat(says(post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .as("an answer to a body in pieces may be cut off with it")
                .matches("(?s)|HTTP/1.1 411 .*");
    }

    @Test
    void somebody_without_the_link_cannot_lock_its_owner_out() throws IOException {
        room.standsStill();
        for (int i = 0; i < 20; i++) {
            asks(
                    "POST",
                    seat(1) + "/enter",
                    ours(),
                    "{\"secret\":\"guess\",\"passphrase\":\"guess number " + i + "\"}");
        }
        Wire phone = new Wire(room.links().get(0));
        assertThat(Wire.door(
                        phone.post("enter", b -> b.put("secret", phone.secret()).put("passphrase", Guest.PASSPHRASE))))
                .isEqualTo("in");
    }

    @Test
    void one_address_cannot_ask_without_end() throws IOException {
        room.standsStill();
        String last = "";
        for (int i = 0; i < 61; i++) {
            last = asks("POST", seat(2) + "/enter", ours(), "{\"secret\":\"guess\"}");
        }
        assertThat(status(last)).isEqualTo("429");
    }

    @Test
    void no_secret_reaches_a_log() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            asks(
                    "POST",
                    seat(1) + "/enter",
                    ours(),
                    "{\"secret\":\"" + ana.secret() + "\",\"passphrase\":\"" + Guest.PASSPHRASE + "\"}");
            asks("POST", seat(1) + "/enter", ours(), "{\"secret\":\"" + ana.secret());
            asks("GET", seat(1) + "?" + ana.secret(), ours() + "Cookie: " + ana.cookie() + "\r\n", "");
            says("GARBAGE " + ana.secret() + "\r\n\r\n");
            ana.connects().hello(0);
            ana.saysRaw(ana.secret());
            ana.isClosed();
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .doesNotContain(ana.secret(), Guest.PASSPHRASE, ana.cookie().split("=")[1]);
    }
}

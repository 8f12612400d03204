package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let into a web room, and who is not. */
class DoorTest {
    @TempDir
    private Path home;

    private RoomHere room;
    private Wire ana;

    @BeforeEach
    void serve() {
        room = RoomHere.in(home);
        ana = new Wire(room.links().get(0));
    }

    @AfterEach
    void stop() {
        ana.close();
        room.close();
    }

    private String enters(Wire who, String passphrase) {
        return Wire.door(who.post("enter", b -> b.put("secret", who.secret()).put("passphrase", passphrase)));
    }

    @Test
    void looking_at_a_link_shows_the_page_and_uses_nothing_up() {
        String path = room.links().get(0).getPath();
        for (int look = 0; look < 3; look++) {
            assertThat(ana.get(path).statusCode()).isEqualTo(200);
        }
        assertThat(ana.get("/r/nobody/1").statusCode())
                .as("nothing is told about other rooms")
                .isEqualTo(200);
        assertThat(enters(ana, "")).isEqualTo("new");
    }

    @Test
    void from_the_first_use_on_the_link_opens_nothing_without_the_passphrase() {
        ana.joins("Ana");
        Wire another = new Wire(room.links().get(0));
        assertThat(enters(another, "")).isEqualTo("locked");
        assertThat(enters(another, "not it at all")).isEqualTo("wrong");
        assertThat(Wire.door(another.post(
                        "join",
                        b -> b.put("secret", another.secret())
                                .put("name", "Eve")
                                .put("passphrase", "a new passphrase"))))
                .isEqualTo("locked");
        assertThatThrownBy(another::connects).hasStackTraceContaining("403");
        assertThat(enters(another, Guest.PASSPHRASE)).isEqualTo("in");
        another.connects().hello(0);
        another.close();
    }

    @Test
    void a_strangers_link_opens_nothing() {
        URI link = room.links().get(0);
        Wire eve = new Wire(URI.create(link.toString().replaceAll("#.*", "#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")));
        assertThat(enters(eve, "")).isEqualTo("unknown");
        Wire elsewhere = new Wire(link.resolve("/r/nobody/1#" + link.getFragment()));
        assertThat(enters(elsewhere, "")).isEqualTo("unknown");
        Wire partner = new Wire(link.resolve(link.getPath().replaceAll("1$", "2") + "#" + link.getFragment()));
        assertThat(enters(partner, ""))
                .as("one's own link does not open the other's seat")
                .isEqualTo("unknown");
        assertThatThrownBy(eve::connects).hasStackTraceContaining("403");
    }

    @Test
    void passphrases_cannot_be_tried_out() {
        ana.joins("Ana");
        room.standsStill();
        Wire eve = new Wire(room.links().get(0));
        List<String> doors = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> enters(eve, "guess number " + i))
                .toList();
        assertThat(doors).startsWith("wrong").endsWith("slow");
    }

    @Test
    void a_stolen_passphrase_hash_is_slow_to_try() {
        String hash = new Secrets(Secrets.SLOW).passphraseHash(Guest.PASSPHRASE);
        assertThat(hash).startsWith("210000$");
        assertThat(Secrets.isPassphrase(Guest.PASSPHRASE, hash)).isTrue();
    }

    @Test
    void names_and_passphrases_have_to_be_something() {
        assertThat(Wire.door(ana.post(
                        "join",
                        b -> b.put("secret", ana.secret())
                                .put("name", " \u200b\u202e ")
                                .put("passphrase", Guest.PASSPHRASE))))
                .isEqualTo("nameless");
        assertThat(Wire.door(ana.post(
                        "join",
                        b -> b.put("secret", ana.secret()).put("name", "Ana").put("passphrase", "short"))))
                .isEqualTo("short");
        assertThat(ana.post("join", b -> b.put("name", "x".repeat(100_000))).statusCode())
                .isEqualTo(413);
    }

    /** Whoever sends it hears so every time: the answer must not be cut off with what is still on its way. */
    @Test
    void what_is_too_long_is_refused_with_an_answer_however_often() {
        for (int i = 0; i < 300; i++) {
            assertThat(ana.post("join", b -> b.put("name", "x".repeat(500_000))).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void a_cookie_is_for_no_script_no_other_site_and_this_seat_only() {
        HttpResponse<String> joined = ana.post(
                "join", b -> b.put("secret", ana.secret()).put("name", "Ana").put("passphrase", Guest.PASSPHRASE));
        assertThat(joined.headers().firstValue("Set-Cookie").orElseThrow())
                .contains(
                        "HttpOnly",
                        "SameSite=Strict",
                        "Path=" + room.links().get(0).getPath());
    }

    @Test
    void no_other_site_can_use_somebodys_browser() {
        ana.joins("Ana");
        assertThat(ana.post("enter", "http://evil.example", b -> {}).statusCode())
                .isEqualTo(403);
        assertThat(ana.post("enter", "", b -> {}).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> ana.connects("http://evil.example")).hasStackTraceContaining("403");
    }

    @Test
    void a_name_that_somebody_points_at_this_computer_is_refused() throws Exception {
        assertThat(statusFor("evil.example")).isEqualTo("403");
        assertThat(statusFor("127.0.0.1.evil.example:8420")).isEqualTo("403");
        assertThat(statusFor("localhost:1")).isEqualTo("200");
        assertThat(statusFor("[::1]:8420")).isEqualTo("200");
    }

    /** By hand, because no client lets one lie about the host. */
    private String statusFor(String host) throws Exception {
        URI link = room.links().get(0);
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", link.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + link.getPath() + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return answer.split(" ")[1];
        }
    }

    @Test
    void nothing_but_our_own_files_may_run_in_the_page() {
        HttpResponse<String> page = ana.get(room.links().get(0).getPath());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(ana.get("/page/../WebRoom.class").statusCode()).isEqualTo(404);
        assertThat(ana.get("/page/nothing.js").statusCode()).isEqualTo(404);
    }

    @Test
    void it_says_whether_it_is_well() {
        assertThat(ana.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void after_a_restart_the_links_and_the_devices_are_the_same() {
        List<URI> links = room.links();
        ana.joins("Ana");
        room.restart();
        assertThat(room.links()).isEqualTo(links);
        ana.connects().hello(0);
    }

    @Test
    void whoever_leaves_a_device_needs_the_passphrase_again() {
        ana.joins("Ana").connects().hello(0);
        ana.post("leave", b -> {});
        ana.isClosed();
        assertThatThrownBy(ana::connects).hasStackTraceContaining("403");
    }
}

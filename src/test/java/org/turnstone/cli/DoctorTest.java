package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Application;
import org.turnstone.discord.loopback.LoopbackDiscord;

class DoctorTest {

    private static final String TOKEN = "MTIz.marker-secret";

    @TempDir
    Path place;

    private Path home;

    @BeforeEach
    void a_private_home() throws IOException {
        home = Files.createDirectory(
                place.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void a_good_place_is_well() throws IOException {
        Terminal doctor = doctor(Map.of());

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.err()).isEmpty();
        assertThat(doctor.out())
                .contains("ok    home      " + home + " can be read and written")
                .contains("ok    home      nobody else can read it")
                .contains("ok    store     SQLite ")
                .contains("ok    port      only this machine can reach the web room")
                .contains("ok    discord   no token is set: only the web room is served")
                .endsWith("All is well.\n");
    }

    @Test
    void a_home_that_is_not_there_yet_will_be_made_and_the_doctor_makes_nothing() {
        Path coming = place.resolve("not/yet");

        assertThat(doctor(Map.of("TURNSTONE_HOME", coming.toString())).out())
                .contains("ok    home      " + coming + " will be made at the first start");
        assertThat(coming).doesNotExist();
    }

    @Test
    void a_home_that_others_can_read_must_be_mended() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));

        Terminal doctor = doctor(Map.of());

        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("MEND  home      others may read it; take that away: chmod 700 " + home)
                .endsWith("One thing to mend.\n");
    }

    @Test
    void a_home_that_is_a_file_must_be_mended() throws IOException {
        Path file = Files.createFile(place.resolve("file"));

        assertThat(doctor(Map.of("TURNSTONE_HOME", file.toString())).out())
                .contains("MEND  home      " + file + " is not a directory; move it away, or set TURNSTONE_HOME");
    }

    @Test
    void settings_that_will_not_do_are_told_each_on_a_line() throws IOException {
        Files.writeString(home.resolve("turnstone.json"), "{\"server\": {\"port\": 0, \"prot\": 1}}");

        Terminal doctor = doctor(Map.of());

        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("MEND  settings  " + home.resolve("turnstone.json") + ":1: server.port is 0;")
                .contains("did you mean server.port?")
                .endsWith("2 things to mend.\n");
    }

    @Test
    void a_mistyped_variable_is_pointed_out() {
        assertThat(doctor(Map.of("TURNSTONE_HOEM", "x", "TURNSTONE_XYZZY", "y")).out())
                .contains("note  settings  TURNSTONE_HOEM is not read by Turnstone; did you mean TURNSTONE_HOME?")
                .contains("note  settings  TURNSTONE_XYZZY is not read by Turnstone\n");
    }

    @Test
    void the_token_is_only_ever_said_to_be_set() {
        Terminal doctor = doctor(Map.of("DISCORD_TOKEN", TOKEN, "DISCORD_API_URL", "http://proxy.example/api/"));

        assertThat(doctor.out())
                .contains("ok    discord   token (set)")
                .contains("note  discord   turns are read from messages: switch the Message Content intent on")
                .contains("MEND  discord   DISCORD_API_URL sends the token and people's words unencrypted")
                .doesNotContain("marker");
    }

    @Test
    void discord_is_asked_about_the_token_the_intent_and_the_invitation() throws IOException {
        try (LoopbackDiscord discord = LoopbackDiscord.start()) {
            Map<String, String> good =
                    Map.of("DISCORD_TOKEN", discord.app().token(), "DISCORD_API_URL", discord.apiUrl());
            discord.app().privileged();
            assertThat(doctor(good).out())
                    .contains("client_id=" + discord.app().id()
                            + "&scope=bot+applications.commands&permissions=274877975552")
                    .contains("MEND  discord   the Message Content intent is off");
            discord.app().privileged(Application.Privilege.MESSAGE_CONTENT);
            assertThat(doctor(good).out()).contains("invite it with").doesNotContain("intent is off");
            Files.writeString(home.resolve("turnstone.json"), "{\"discord\": {\"floor\": \"hard\"}}");
            assertThat(doctor(good).out()).contains("permissions=378225626112").contains("Manage Permissions");
            Terminal wrong = doctor(Map.of("DISCORD_TOKEN", TOKEN, "DISCORD_API_URL", discord.apiUrl()));
            assertThat(wrong.out()).contains("Discord does not know this token").doesNotContain("marker");
            assertThat(wrong.exit()).isEqualTo(1);
        }
    }

    @Test
    void a_taken_port_is_no_harm() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            port = other.getLocalPort();
            set("{\"server\": {\"port\": " + port + "}}");
            Files.writeString(home.resolve("address"), "http://127.0.0.1:1/");
            assertThat(doctor(Map.of()).out()).contains("note  port      " + port + " is taken by another program");
        }
        assertThat(doctor(Map.of()).out()).contains("ok    port      " + port + " is free");
    }

    @Test
    void a_running_turnstone_on_the_port_is_recognised_and_healthy() throws IOException {
        HttpServer running = answering(200);
        try {
            set("{\"server\": {\"port\": " + running.getAddress().getPort() + "}}");

            assertThat(doctor(Map.of()).out())
                    .contains("ok    port      a healthy Turnstone answers at http://127.0.0.1:");
            assertThat(Terminal.run(environment(Map.of()), "health").exit()).isZero();
        } finally {
            running.stop(0);
        }
    }

    @Test
    void health_asks_at_the_address_that_the_program_wrote_down() throws IOException {
        HttpServer running = answering(200);
        HttpServer ailing = answering(503);
        try {
            writeAddress(running);
            assertThat(Terminal.run(environment(Map.of()), "health").exit()).isZero();
            writeAddress(ailing);
            Terminal health = Terminal.run(environment(Map.of()), "health");
            assertThat(health.exit()).isEqualTo(1);
            assertThat(health.err()).startsWith("not well: http://127.0.0.1:");
        } finally {
            running.stop(0);
            ailing.stop(0);
        }
    }

    private void set(String settings) throws IOException {
        Files.writeString(home.resolve("turnstone.json"), settings);
    }

    private void writeAddress(HttpServer server) throws IOException {
        Files.writeString(
                home.resolve("address"),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/\n");
    }

    private static HttpServer answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Terminal doctor(Map<String, String> more) {
        return Terminal.run(environment(more), "doctor");
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of("TURNSTONE_HOME", home.toString()));
        all.putAll(more);
        return all;
    }
}

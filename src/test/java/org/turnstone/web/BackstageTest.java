package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of itself, and to whom. */
class BackstageTest {
    @TempDir
    private Path home;

    private RoomHere room;
    private Wire wire;

    @BeforeEach
    void serve() {
        room = RoomHere.in(home);
        wire = new Wire(room.links().get(0));
    }

    @AfterEach
    void stop() {
        wire.close();
        room.close();
    }

    /** As a proxy on this computer hands it on. */
    private int throughAProxy(String path) throws IOException {
        HttpURLConnection asking =
                (HttpURLConnection) room.links().get(0).resolve(path).toURL().openConnection();
        asking.setRequestProperty("X-Forwarded-For", "203.0.113.7");
        return asking.getResponseCode();
    }

    @Test
    void it_is_alive_and_ready_until_something_keeps_it_from_its_work() {
        assertThat(wire.get("/health").body()).isEqualTo("well\n");
        assertThat(wire.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(wire.get("/health/ready").body()).isEqualTo("ready\n");
        room.wellness.trouble = Optional.of("Discord does not know the token any more.");
        assertThat(wire.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(wire.get("/health/ready").body())
                .isEqualTo("not ready: Discord does not know the token any more.\n");
        assertThat(wire.get("/health/live").statusCode())
                .as("a restart would not help")
                .isEqualTo(200);
    }

    @Test
    void figures_are_for_this_computer_alone_unless_it_was_set_otherwise() throws IOException {
        assertThat(wire.get("/metrics").body()).isEqualTo("figures 1\n");
        assertThat(throughAProxy("/metrics")).isEqualTo(404);
        room.wellness.readers = Wellness.Readers.EVERYONE;
        assertThat(throughAProxy("/metrics")).isEqualTo(200);
        room.wellness.readers = Wellness.Readers.NOBODY;
        assertThat(wire.get("/metrics").statusCode()).isEqualTo(404);
    }
}

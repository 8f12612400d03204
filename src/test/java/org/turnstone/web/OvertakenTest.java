package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that were on their way while the floor moved. */
class OvertakenTest {
    @TempDir
    private Path home;

    private RoomHere room;
    private Wire ana;
    private Wire ben;

    @BeforeEach
    void ana_has_the_floor() {
        room = RoomHere.in(home);
        ana = new Wire(room.links().get(0)).isHere("Ana");
        ben = new Wire(room.links().get(1)).isHere("Ben");
        ana.does("asks", m -> m.put("length", "quick"));
        ben.presses("here");
        ben.hearsState("speaking");
    }

    @AfterEach
    void stop() {
        ana.close();
        ben.close();
        room.close();
    }

    /** Where Ben's page last was, once Ana has said something: the line's own number. */
    private long anaSays(String text) {
        ana.writes(text);
        JsonNode line = ben.hears(m -> m.path("line").path("text").asText().equals(text));
        return line.path("line").path("seq").asLong();
    }

    private String benWrites(String id, String as, long after) {
        return ben.does(
                        id,
                        "wrote",
                        m -> m.put("text", "Monday was bad for me")
                                .put("as", as)
                                .put("after", after))
                .path("how")
                .asText();
    }

    private boolean isSaid() {
        return room.house().text().after(room.room(), 0).stream()
                .anyMatch(line -> line.text().equals("Monday was bad for me"));
    }

    @Test
    void words_meant_to_wait_come_back_if_something_was_said_that_their_writer_had_not_read() {
        long said = anaSays("I felt alone.");
        assertThat(benWrites("in-the-tunnel", "kept", said - 1)).isEqualTo("OVERTAKEN");
        assertThat(isSaid()).isFalse();
    }

    @Test
    void whoever_had_read_it_and_was_quicker_than_their_page_has_answered() {
        long said = anaSays("I felt alone.");
        assertThat(benWrites("very-quickly", "kept", said)).isEqualTo("MOVED");
        assertThat(isSaid()).isTrue();
        assertThat(benWrites("very-quickly", "kept", said - 1)).isEqualTo("AGAIN");
    }

    @Test
    void words_that_still_wait_are_kept() {
        assertThat(benWrites("out-of-turn", "kept", 0)).isEqualTo("MOVED");
        assertThat(isSaid()).isFalse();
    }

    @Test
    void a_draft_of_a_pause_is_never_said_unasked() {
        ana.presses("pause");
        ben.hearsState("paused");
        ana.presses("go_on");
        ben.presses("go_on");
        ben.hearsState("speaking");
        anaSays("I felt alone.");
        assertThat(benWrites("of-the-pause", "draft", Long.MAX_VALUE)).isEqualTo("OVERTAKEN");
        assertThat(isSaid()).isFalse();
    }
}

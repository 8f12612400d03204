package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practice, getting ready and looking back, as any page could ask for them: strange figures, words of danger, others' data. */
class AloneOverTheSocketTest {
    @TempDir
    private Path home;

    private RoomHere room;
    private Wire ana;
    private Wire ben;

    @BeforeEach
    void both_are_here() {
        room = RoomHere.in(home);
        ana = new Wire(room.links().get(0)).isHere("Ana");
        ben = new Wire(room.links().get(1)).isHere("Ben");
    }

    @AfterEach
    void stop() {
        ana.close();
        ben.close();
        room.close();
    }

    private static JsonNode asks(Wire who, String what, String answer, Consumer<ObjectNode> fields) {
        ObjectNode message = Json.message(what);
        fields.accept(message);
        who.says(message);
        return who.hears(answer);
    }

    @Test
    void whatever_place_a_page_names_there_is_a_situation() {
        for (int strange : new int[] {Integer.MIN_VALUE, -1, 0, 5, 1_000, Integer.MAX_VALUE}) {
            JsonNode practice = asks(
                    ana,
                    "practise",
                    "practice",
                    m -> m.put("level", strange)
                            .put("number", strange)
                            .put("run", strange)
                            .put("text", "That sounds lonely."));
            assertThat(practice.path("words").asText()).isNotBlank();
            assertThat(practice.path("next").path("level").asInt()).isBetween(1, 4);
            assertThat(practice.path("next").path("number").asInt()).isNotNegative();
        }
        assertThat(asks(ana, "practise", "practice", m -> m.putArray("level").add("x"))
                        .path("at")
                        .path("level")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void it_begins_where_ones_own_count_has_come_to_and_nobody_elses() {
        for (int i = 0; i < 12; i++) {
            asks(ana, "practise", "practice", m -> m.put("level", 1).put("text", "Whatever."));
        }
        assertThat(asks(ana, "practise", "practice", m -> {})
                        .path("at")
                        .path("level")
                        .asInt())
                .isEqualTo(2);
        assertThat(asks(ben, "practise", "practice", m -> {})
                        .path("at")
                        .path("level")
                        .asInt())
                .isEqualTo(1);
        assertThat(asks(ana, "look", "looked", m -> {})
                        .path("own")
                        .get(0)
                        .path("practised")
                        .asInt())
                .isEqualTo(12);
        assertThat(asks(ben, "look", "looked", m -> {}).path("own")).isEmpty();
        assertThat(ben.rest()).noneMatch(message -> message.toString().contains("Whatever"));
    }

    @Test
    void of_words_of_danger_nothing_is_said_but_who_helps() {
        JsonNode practice = asks(
                ana,
                "practise",
                "practice",
                m -> m.put("level", 1).put("text", "You always say that. You hit me, he hit me."));
        assertThat(practice.path("help").asText()).contains("Help is here");
        assertThat(practice.has("verdict")).isFalse();
        JsonNode ready = asks(
                ana,
                "read",
                "reading",
                m -> m.put("ready", true)
                        .put("n", 1)
                        .put("text", "You are so selfish, you always leave, and you hit me."));
        assertThat(ready.path("help").asText()).contains("Help is here");
        assertThat(ready.path("findings")).isEmpty();
        assertThat(ben.rest()).noneMatch(message -> message.toString().contains("Help is here"));
    }

    @Test
    void nobody_floods_the_program_by_looking_back() {
        for (int i = 0; i < 150; i++) {
            ana.says(Json.message("look"));
        }
        ana.says(Json.message("ping"));
        ana.hears("pong");
        assertThat(ana.rest().stream().filter(m -> m.path("t").asText().equals("looked")))
                .hasSizeLessThan(100);
        room.passes(Duration.ofMinutes(1));
        assertThat(asks(ana, "look", "looked", m -> {}).has("joint")).isTrue();
    }
}

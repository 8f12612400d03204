package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTest {
    private static final InputStream IN = System.in;

    @TempDir
    private Path home;

    private Terminal read(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "read";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Terminal.run(Map.of("TURNSTONE_HOME", home.toString()), arguments);
    }

    @AfterEach
    void gives_standard_input_back() {
        System.setIn(IN);
    }

    @Test
    void a_flagged_reply_is_explained_in_plain_words_with_its_rules_and_an_opening() {
        assertThat(read("Oh please, you always exaggerate.", "--partner", "I felt alone.")
                        .out()
                        .lines())
                .anyMatch(l -> l.contains("\"you always exaggerate\": ") && l.endsWith("]"))
                .contains("You could also begin:")
                .anyMatch(l -> l.startsWith("  ") && l.contains(" ... "))
                .last()
                .isEqualTo("These words match some signs. What you meant, only you know.");
    }

    @Test
    void what_leans_in_is_told_its_level_and_no_opening() throws Exception {
        String reply = "It makes sense that you felt left out.";
        assertThat(read(reply).out()).doesNotContain("You could also begin:");
        JsonNode found = new ObjectMapper().readTree(read(reply, "--json").out());
        assertThat(found.get("verdict").asText()).isEqualTo("leaning_in");
        assertThat(found.get("level").asText()).isEqualTo("making_sense");
        assertThat(found.get("score").asDouble())
                .isLessThan(found.get("lean_in_score").asDouble());
        assertThat(found.at("/spans/0/words").asText()).isNotEmpty();
        assertThat(found.at("/spans/0/rule").asText()).isNotEmpty();
    }

    @Test
    void where_nothing_is_found_json_still_has_every_field() {
        String found = read("Shall we have soup at six?", "--json").out();
        assertThat(found)
                .startsWith("{\"verdict\":\"nothing\",\"strength\":\"none\",\"kinds\":[],\"level\":null,\"score\":");
        assertThat(found).contains("\"lean_in_score\":").endsWith("\"spans\":[]}" + System.lineSeparator());
    }

    @Test
    void a_reply_may_come_on_standard_input() {
        System.setIn(new ByteArrayInputStream("Oh please, you always exaggerate.\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(read().out()).contains("you always exaggerate\": ");
        System.setIn(new ByteArrayInputStream(new byte[2_000_000]));
        Terminal tooMuch = read();
        assertThat(tooMuch.exit()).isEqualTo(1);
        assertThat(tooMuch.err()).contains("more than a megabyte");
    }

    @Test
    void a_speaker_is_read_as_one() {
        assertThat(read("You never listen to me.", "--role", "speaker", "--json")
                        .out())
                .contains("\"kinds\":[\"harsh_start_up\"]");
    }
}

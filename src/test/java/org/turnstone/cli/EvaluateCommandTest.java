package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path home;

    private Terminal evaluate(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "evaluate";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Terminal.run(Map.of("TURNSTONE_HOME", home.toString()), arguments);
    }

    private String file(String text) throws IOException {
        return Files.writeString(home.resolve("lines.jsonl"), text).toString();
    }

    @Test
    void json_is_one_object_and_nothing_else() throws IOException {
        String file = file("""
                {"text": "You hit me last week.", "label": "partner_violence"}
                {"text": "Shall we have soup?", "label": "none"}
                """);
        Terminal found = evaluate("--crisis", file, "--json");
        assertThat(found.out())
                .isEqualTo("{\"recall\":1.0,\"false_alarms\":0.0,\"per_label\":{"
                        + "\"self_harm\":{\"recall\":null,\"right_label\":null},"
                        + "\"partner_violence\":{\"recall\":1.0,\"right_label\":1.0},"
                        + "\"threat\":{\"recall\":null,\"right_label\":null}}}" + System.lineSeparator());
        assertThat(found.exit()).isZero();
    }

    @Test
    void without_json_it_speaks_in_sentences() throws IOException {
        assertThat(evaluate("--crisis", file("{\"text\": \"You hit me.\", \"label\": \"partner_violence\"}"))
                        .out())
                .contains("noticed where something was to be noticed: 100.0 %")
                .contains("false alarms where nothing was: no such lines");
    }

    @Test
    void a_file_that_is_not_there_or_broken_is_told_plainly() throws IOException {
        Terminal missing = evaluate("--crisis", home.resolve("none.jsonl").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("none.jsonl: cannot be read");
        Terminal broken = evaluate("--crisis", file("my secret"));
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err())
                .contains("lines.jsonl:1: is not one JSON object")
                .doesNotContain("secret");
    }

    @Test
    void replies_are_measured_per_file_and_in_all() throws IOException {
        Path one = Files.writeString(home.resolve("one.jsonl"), """
                {"partner": "You forgot me.", "reply": "I never said that.", "label": "defend", "kinds": ["denial"]}
                {"reply": "That sounds really lonely.", "label": "lean_in"}
                """);
        Path two = Files.writeString(
                home.resolve("two.jsonl"), "{\"reply\": \"See you at six.\", \"label\": \"neutral\"}");
        Terminal found = evaluate(one.toString(), two.toString(), "--json");
        assertThat(found.exit()).isZero();
        assertThat(found.out())
                .startsWith("{\"all\":{\"rows\":3,\"flag\":{\"precision\":1.0,")
                .contains("\"files\":{\"one.jsonl\":{\"rows\":2,", "\"two.jsonl\":{\"rows\":1,")
                .doesNotContain("NaN");
        assertThat(evaluate(one.toString()).out())
                .contains("one.jsonl: 2 rows")
                .containsPattern("flagging +precision 1.000 \\(0.207 to 1.000\\)")
                .containsPattern("denial +1 of 1 ");
    }

    @Test
    void another_lexicon_can_be_tried_out() throws IOException {
        Path rows = Files.writeString(
                home.resolve("rows.jsonl"), "{\"reply\": \"I never said that.\", \"label\": \"defend\"}");
        Path broken = Files.writeString(home.resolve("other.txt"), "language en\nnonsense\n");
        Terminal found = evaluate(rows.toString(), "--lexicon", broken.toString());
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.err()).contains("other.txt:2: ");
    }

    @Test
    void words_of_crisis_are_never_read() throws IOException {
        String file = file("{\"reply\": \"I never said that. You hit me last week.\", \"label\": \"defend\"}");
        assertThat(evaluate(file, "--json").out()).contains("\"recall\":0.0");
    }

    @Test
    void the_worst_misses_are_shown_on_demand() throws IOException {
        String file = file("{\"reply\": \"See you at six.\", \"label\": \"defend\"}");
        assertThat(evaluate(file).out()).doesNotContain("at six");
        assertThat(evaluate(file, "--show", "1").out()).contains("lines.jsonl:1 defend, read as nothing", "at six");
    }
}

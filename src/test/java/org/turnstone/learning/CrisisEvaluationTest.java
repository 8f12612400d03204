package org.turnstone.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;

class CrisisEvaluationTest {
    /** Hears what a text begins with. */
    private static Optional<Alarm> heard(String text) {
        for (Concern concern : Concern.values()) {
            if (text.startsWith(concern.name())) {
                return Optional.of(new Alarm(concern, "rule", 0, 1));
            }
        }
        return Optional.empty();
    }

    private static CrisisEvaluation of(String... lines) {
        return CrisisEvaluation.of("lines.jsonl", List.of(lines), CrisisEvaluationTest::heard);
    }

    private static String line(String text, String label) {
        return "{\"text\": \"" + text + "\", \"label\": \"" + label + "\", \"author\": \"x\"}";
    }

    @Test
    void shares_are_of_the_lines_of_each_label() {
        CrisisEvaluation found = of(
                line("SELF_HARM", "self_harm"),
                line("THREAT", "self_harm"),
                line("quiet", "self_harm"),
                line("quiet", "self_harm"),
                line("PARTNER_VIOLENCE", "partner_violence"),
                "",
                line("THREAT", "threat"),
                line("THREAT", "none"),
                line("quiet", "none"),
                line("quiet", "none"),
                line("quiet", "none"));
        assertThat(found.json())
                .isEqualTo("{\"recall\":0.6666666666666666,\"false_alarms\":0.25,\"per_label\":{"
                        + "\"self_harm\":{\"recall\":0.5,\"right_label\":0.25},"
                        + "\"partner_violence\":{\"recall\":1.0,\"right_label\":1.0},"
                        + "\"threat\":{\"recall\":1.0,\"right_label\":1.0}}}");
    }

    @Test
    void a_share_of_nothing_is_null() {
        assertThat(of(line("quiet", "none")).json())
                .startsWith("{\"recall\":null,\"false_alarms\":0.0,")
                .contains("\"threat\":{\"recall\":null,\"right_label\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"secret\"}",
                "{\"label\": \"none\"}",
                "{\"text\": \"secret\", \"label\": \"sad\"}",
                "[]"
            })
    void a_line_without_what_is_needed_is_told_with_its_place_and_without_its_text(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(line("quiet", "none"), line))
                .withMessage(
                        "lines.jsonl:2: needs a text, and as its label self_harm, partner_violence, threat or none");
    }

    @Test
    void what_is_no_json_is_told_with_its_place_and_without_its_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("secret"))
                .withMessage("lines.jsonl:1: is not one JSON object on one line")
                .withNoCause();
    }
}

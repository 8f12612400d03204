package org.turnstone.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Scores;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Verdict;

class EvaluationTest {
    /** Reads "!" as defending, "+" as leaning in, and takes the digit after it for a score in tenths. */
    private static Judgement read(Utterance utterance) {
        String text = utterance.text();
        double score = (text.charAt(1) - '0') / 10.0;
        Scores scores = new Scores(score, 1 - score, score >= 0.5);
        return switch (text.charAt(0)) {
            case '!' -> new Judgement(reading(text, Verdict.DEFENDING, Kind.DENIAL), scores);
            case '+' -> new Judgement(reading(text, Verdict.LEANING_IN, Kind.EMPATHY), scores);
            default -> new Judgement(Reading.NOTHING, scores);
        };
    }

    private static Reading reading(String text, Verdict verdict, Kind kind) {
        Finding finding = new Finding(kind, kind.label(), 3, Math.min(7, text.length()));
        return new Reading(verdict, Strength.FIRM, List.of(finding), false);
    }

    private static String row(String reply, String label, String more) {
        return "{\"reply\":\"" + reply + "\",\"label\":\"" + label + "\"" + more + "}";
    }

    private static JsonNode measured(String... lines) throws Exception {
        Evaluation found = Evaluation.of(List.of(RowFile.parse("lines.jsonl", List.of(lines))), EvaluationTest::read);
        return new ObjectMapper().readTree(EvaluationJson.of(found, 2));
    }

    @Test
    void flags_are_counted_at_both_thresholds() throws Exception {
        JsonNode all = measured(
                        row("!9 a", "defend", ""),
                        row(".6 b", "mixed", ""),
                        row(".1 c", "defend", ""),
                        row("!8 d", "lean_in", ""),
                        row("+2 e", "lean_in", ""),
                        row(".0 f", "neutral", ""))
                .get("all");
        assertThat(all.at("/rows").asInt()).isEqualTo(6);
        assertThat(all.at("/flag/precision").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/flag/recall").asDouble()).isEqualTo(1 / 3.0);
        assertThat(all.at("/flag/f1").asDouble()).isEqualTo(0.4);
        assertThat(all.at("/flag_balanced/precision").asDouble()).isEqualTo(2 / 3.0);
        assertThat(all.at("/flag_balanced/recall").asDouble()).isEqualTo(2 / 3.0);
        // Ranked: defend, lean_in, mixed, lean_in, defend, neutral.
        assertThat(all.at("/flag/ap").asDouble()).isCloseTo((1 + 2 / 3.0 + 3 / 5.0) / 3, within(1e-12));
        assertThat(all.at("/lean_in/precision").asDouble()).isEqualTo(1);
        assertThat(all.at("/lean_in/recall").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/false_flags/on_lean_in").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/false_flags/on_neutral").asDouble()).isZero();
    }

    @Test
    void wilson_s_interval_stands_beside_a_share() throws Exception {
        JsonNode flag =
                measured(row("!9 a", "defend", ""), row(".1 c", "defend", "")).at("/all/flag");
        assertThat(flag.at("/recall_ci/0").asDouble()).isCloseTo(0.0945, within(1e-4));
        assertThat(flag.at("/recall_ci/1").asDouble()).isCloseTo(0.9055, within(1e-4));
        assertThat(flag.at("/precision_ci/0").asDouble()).isCloseTo(0.2065, within(1e-4));
        assertThat(flag.at("/precision_ci/1").asDouble()).isEqualTo(1);
    }

    @Test
    void rows_of_one_score_count_the_same_in_any_order() throws Exception {
        String defends = row(".5 a", "defend", "");
        String leansIn = row(".5 b", "lean_in", "");
        assertThat(measured(defends, leansIn).at("/all/flag/ap").asDouble()).isEqualTo(0.5);
        assertThat(measured(leansIn, defends).at("/all/flag/ap").asDouble()).isEqualTo(0.5);
    }

    @Test
    void a_pair_is_right_where_the_half_to_be_flagged_scores_higher() throws Exception {
        JsonNode pairs = measured(
                        row("!9 a", "defend", ",\"id\":\"c1x\""),
                        row(".1 a", "lean_in", ",\"id\":\"c1y\""),
                        row(".3 b", "lean_in", ",\"id\":\"c2x\""),
                        row(".4 b", "mixed", ",\"id\":\"c2y\""),
                        row(".4 c", "lean_in", ",\"id\":\"c3x\""),
                        row(".4 c", "defend", ",\"id\":\"c3y\""),
                        row(".4 d", "lean_in", ",\"id\":\"c4x\""),
                        row(".3 d", "neutral", ",\"id\":\"c4y\""),
                        row(".3 e", "neutral", ",\"id\":\"c5x\""))
                .at("/all/pairs");
        assertThat(pairs.at("/pairs").asInt()).isEqualTo(3);
        assertThat(pairs.at("/accuracy").asDouble()).isEqualTo(2 / 3.0);
        assertThat(pairs.at("/both_right").asDouble()).isEqualTo(1 / 3.0);
    }

    @Test
    void speakers_are_measured_apart_from_listeners() throws Exception {
        JsonNode all = measured(
                        row("!9 a", "start_up_harsh", ",\"role\":\"speaker\""),
                        row("!8 b", "start_up_soft", ""),
                        row(".1 c", "start_up_soft", ",\"role\":\"speaker\""),
                        row(".1 d", "neutral", ",\"role\":\"speaker\""))
                .get("all");
        assertThat(all.at("/speaker/precision").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/speaker/recall").asDouble()).isEqualTo(1);
        assertThat(all.at("/speaker/on_soft").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/flag/recall").isNull()).isTrue();
        assertThat(all.at("/false_flags/on_neutral").isNull()).isTrue();
    }

    @Test
    void kinds_and_the_words_cited_are_compared_with_the_label() throws Exception {
        JsonNode all = measured(
                        row("!9 never did", "defend", ",\"kinds\":[\"denial\",\"contempt\"],\"spans\":[\"never did\"]"),
                        row(".1 nor I", "defend", ",\"kinds\":[\"denial\"]"))
                .get("all");
        assertThat(all.at("/kinds/denial/rows").asInt()).isEqualTo(2);
        assertThat(all.at("/kinds/denial/recall").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/kinds/denial/named").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/kinds/contempt/recall").asDouble()).isEqualTo(1);
        assertThat(all.at("/kinds/contempt/named").asDouble()).isZero();
        // Four characters cited, nine labelled, four in common.
        assertThat(all.at("/spans/overlap").asDouble()).isEqualTo(8 / 13.0);
    }

    @Test
    void length_alone_may_choose_its_own_threshold_and_direction() throws Exception {
        JsonNode control = measured(
                        row(".0", "defend", ""), row(".0 1", "defend", ""), row(".0 long words", "lean_in", ""))
                .at("/all/length_only");
        assertThat(control.at("/f1").asDouble()).isEqualTo(1);
        assertThat(control.at("/ap").asDouble()).isEqualTo(1);
    }

    @Test
    void the_worst_misses_come_first_and_without_their_words() throws Exception {
        JsonNode found = measured(
                row(".4 a", "defend", ""),
                row(".1 b", "defend", ""),
                row("!3 c", "lean_in", ",\"id\":\"q\""),
                row("!9 d", "defend", ""));
        assertThat(found.at("/misses").toString())
                .isEqualTo("[{\"place\":\"lines.jsonl:3\",\"id\":\"q\",\"label\":\"lean_in\",\"verdict\":\"defending\","
                        + "\"score\":0.3},{\"place\":\"lines.jsonl:2\",\"id\":\"\",\"label\":\"defend\","
                        + "\"verdict\":\"nothing\",\"score\":0.1}]");
    }

    @Test
    void an_empty_file_gives_nulls_and_no_error() throws Exception {
        String json = measured("", "  ").toString();
        assertThat(json).doesNotContain("NaN").contains("\"rows\":0", "\"f1\":null", "\"accuracy\":null");
    }

    @Test
    void fields_may_be_missing_or_unknown() throws Exception {
        JsonNode found = measured(row(".0 a", "neutral", ",\"partner\":null,\"id\":7,\"mood\":{\"x\":[1]}"));
        assertThat(found.at("/files/lines.jsonl/rows").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "[]",
                "{\"reply\":\"secret\"}",
                "{\"label\":\"defend\",\"why\":\"secret\"}",
                "{\"reply\":\"secret\",\"label\":\"good\"}",
                "{\"reply\":\"secret\",\"label\":\"defend\",\"role\":\"judge\"}"
            })
    void a_broken_line_is_named_by_its_place_and_not_by_its_words(String line) {
        List<String> lines = List.of(row(".0 a", "neutral", ""), "", line);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowFile.parse("lines.jsonl", lines))
                .withMessageStartingWith("lines.jsonl:3: ")
                .withMessageNotContaining("secret");
    }
}

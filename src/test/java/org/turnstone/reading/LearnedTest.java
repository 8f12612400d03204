package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.turnstone.reading.Weights.Figure;

/** From weights to a verdict, reckoned by hand. A message of two words is divided by 4, see {@link Score#norm}. */
class LearnedTest {
    private static final double FAR = 1_000;

    /** Figures that flag nothing and see nothing leaning in, but for those that are given. */
    private static Weights weights(Map<Figure, Double> given, String lines) {
        String figures = Arrays.stream(Figure.values())
                .map(f -> f.label() + " "
                        + given.getOrDefault(f, f == Figure.FLAG_SHIPS || f == Figure.LEAN_SHIPS ? FAR : 0))
                .collect(Collectors.joining("\n"));
        return Weights.parse("test.weights", "turnstone-weights 1\n" + figures + "\n" + lines.replace('~', '\t'));
    }

    private static Learned learned(Weights weights, String text, Role role, Learned.Before before) {
        Tokens tokens = Tokens.of(text);
        Structure structure = new Structure(tokens, new BitSet(), new BitSet(), new BitSet(), Structure.Before.UNKNOWN);
        return new Learned(weights, tokens, structure, List.of(), before, role);
    }

    private static Learned reply(Weights weights, String text) {
        return learned(weights, text, Role.LISTENER, Learned.Before.UNKNOWN);
    }

    private static String cited(Reading reading, String text) {
        return reading.findings().stream().map(f -> f.words(text)).collect(Collectors.joining(" | "));
    }

    private static double share(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    @Test
    void a_score_is_the_bias_and_the_sum_over_the_norm() {
        Weights weights = weights(
                Map.of(Figure.FLAG_BIAS, -1.0, Figure.LEAN_BIAS, 0.5, Figure.FLAG_BALANCED, -0.5),
                "[listener]\nmoon~2~3~denial\n");
        Scores scores = reply(weights, "moon hill").scores();
        assertThat(scores.defending()).isCloseTo(share(-1 + 2 / 4.0), within(1e-6));
        assertThat(scores.leaningIn()).isCloseTo(share(0.5 + 3 / 4.0), within(1e-6));
        assertThat(scores.balanced()).isTrue();
        assertThat(reply(weights, "lake hill").scores().balanced()).isFalse();
    }

    @Test
    void the_partners_words_add_and_where_little_is_at_stake_they_take() {
        Weights weights = weights(Map.of(Figure.STAKES_SHARE, 0.5), "[listener]\nmoon~2~0~denial\n");
        Scores scores = learned(weights, "moon hill", Role.LISTENER, new Learned.Before(6, 4, 1))
                .scores();
        assertThat(scores.defending()).isCloseTo(share(8 / 4.0 - 0.5 * Math.log1p(Math.exp(-1))), within(1e-6));
        assertThat(scores.leaningIn()).isCloseTo(share(1), within(1e-6));
    }

    @Test
    void what_the_partner_said_comes_to_three_sums() {
        Weights weights = weights(Map.of(Figure.STAKES_BIAS, 0.25), "[partner]\npartner: rain~1~2~3\n");
        Learned.Before before = Learned.Before.of(weights, Tokens.of("rain"));
        assertThat(before.defending()).isEqualTo(1);
        assertThat(before.leaningIn()).isEqualTo(2);
        assertThat(before.stakes()).isCloseTo(0.25 + 3 / Math.pow(3, 0.4), within(1e-6));
        assertThat(Learned.Before.of(weights, Tokens.of(""))).isEqualTo(Learned.Before.UNKNOWN);
    }

    @Test
    void an_opening_has_figures_of_its_own_and_never_leans_in() {
        Weights weights = weights(
                Map.of(Figure.HARSH_BIAS, 1.0, Figure.HARSH_BALANCED, 1.4, Figure.LEAN_BIAS, 5.0),
                "[speaker]\nmoon~2~harsh_start_up\n");
        Scores scores = learned(weights, "moon hill", Role.SPEAKER, Learned.Before.UNKNOWN)
                .scores();
        assertThat(scores.defending()).isCloseTo(share(1.5), within(1e-6));
        assertThat(scores.leaningIn()).isEqualTo(0.5);
        assertThat(scores.balanced()).isTrue();
    }

    @Test
    void the_line_itself_flags_and_just_below_it_nothing_does() {
        String even = "[listener]\nmoon~2~0~denial\nlength: clauses 1~-2~0\n";
        Weights on = weights(Map.of(Figure.FLAG_BIAS, 1.0, Figure.FLAG_SHIPS, 1.0), even);
        assertThat(reply(on, "moon hill").reading().verdict()).isEqualTo(Verdict.DEFENDING);
        assertThat(reply(on, "moon hill").ifFlagged(1).verdict()).isEqualTo(Verdict.DEFENDING);
        Weights below = weights(Map.of(Figure.FLAG_BIAS, 1.0, Figure.FLAG_SHIPS, 1.001), even);
        assertThat(reply(below, "moon hill").reading()).isEqualTo(Reading.NOTHING);
        assertThat(reply(below, "moon hill").ifFlagged(1)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void how_strong_it_is_depends_on_two_further_lines() {
        String even = "[listener]\nmoon~2~0~denial\nlength: clauses 1~-2~0\n[speaker]\nmoon~2~harsh_start_up\n"
                + "length: clauses 1~-2\n";
        assertThat(strengths(even, 1.1, 1.2)).isEqualTo("MILD MILD");
        assertThat(strengths(even, 1, 1.2)).isEqualTo("FIRM FIRM");
        assertThat(strengths(even, 0.9, 1)).isEqualTo("HARD HARD");
    }

    private static String strengths(String lines, double firm, double hard) {
        Weights weights = weights(
                Map.of(
                        Figure.FLAG_BIAS,
                        1.0,
                        Figure.FLAG_SHIPS,
                        0.5,
                        Figure.FLAG_FIRM,
                        firm,
                        Figure.FLAG_HARD,
                        hard,
                        Figure.HARSH_BIAS,
                        1.0,
                        Figure.HARSH_SHIPS,
                        1.0,
                        Figure.HARSH_FIRM,
                        firm,
                        Figure.HARSH_HARD,
                        hard),
                lines);
        Reading opening = learned(weights, "moon hill", Role.SPEAKER, Learned.Before.UNKNOWN)
                .reading();
        assertThat(opening.findings()).extracting(Finding::kind).containsExactly(Kind.HARSH_START_UP);
        return reply(weights, "moon hill").reading().strength() + " " + opening.strength();
    }

    @Test
    void an_opening_below_its_line_is_not_flagged() {
        Weights weights = weights(Map.of(Figure.HARSH_SHIPS, 0.51), "[speaker]\nmoon~2~harsh_start_up\n");
        Learned opening = learned(weights, "moon hill", Role.SPEAKER, Learned.Before.UNKNOWN);
        assertThat(opening.reading()).isEqualTo(Reading.NOTHING);
        assertThat(opening.ifFlagged(1)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void as_much_is_cited_as_brought_it_over_the_line() {
        String two = "[listener]\nmoon~5~0~denial\nhill~1~0~justification\n";
        String text = "hill moon";
        assertThat(cited(
                        reply(weights(Map.of(Figure.FLAG_SHIPS, 1.0), two), text)
                                .reading(),
                        text))
                .isEqualTo("moon");
        assertThat(cited(
                        reply(weights(Map.of(Figure.FLAG_SHIPS, 0.1), two), text)
                                .reading(),
                        text))
                .isEqualTo("hill | moon");
        Weights weights = weights(Map.of(Figure.FLAG_SHIPS, 1.0), two);
        assertThat(cited(reply(weights, text).ifFlagged(2), text)).isEqualTo("moon");
        assertThat(cited(reply(weights, text).ifFlagged(3), text)).isEqualTo("hill | moon");
    }

    @Test
    void words_that_overlap_are_cited_once() {
        Weights weights = weights(
                Map.of(Figure.FLAG_SHIPS, -FAR),
                "[listener]\nthe moon~3~0~denial\nmoon~2~0~denial\nmoon rose~1~0~denial\nhill~1~0~denial\n");
        String text = "the moon rose, hill";
        assertThat(cited(reply(weights, text).reading(), text)).isEqualTo("the moon | hill");
    }

    @Test
    void whatever_no_words_explain_is_not_flagged() {
        Weights weights = weights(Map.of(Figure.FLAG_SHIPS, -FAR), "[listener]\nmoon~-3~0~denial\nhill~2~0\n");
        assertThat(reply(weights, "moon hill").reading()).isEqualTo(Reading.NOTHING);
    }

    @Test
    void leaning_in_is_cited_by_three_places_and_has_its_own_strength() {
        String lines = "[listener]\ni~0~1~empathy\nhear~0~1~empathy\nyour~0~1~empathy\nhurt~0~2~empathy\n";
        String text = "I hear your hurt";
        Weights weights = weights(Map.of(Figure.LEAN_SHIPS, -FAR, Figure.LEAN_FIRM, 0.1, Figure.LEAN_HARD, FAR), lines);
        Reading reading = reply(weights, text).reading();
        assertThat(reading.verdict()).isEqualTo(Verdict.LEANING_IN);
        assertThat(reading.strength()).isEqualTo(Strength.FIRM);
        assertThat(cited(reading, text)).isEqualTo("I | hear | hurt");
        assertThat(reply(weights, "moon").reading()).isEqualTo(Reading.NOTHING);
    }

    @Test
    void leaning_in_begins_on_its_line() {
        String even = "[listener]\nmoon~0~2~empathy\nlength: clauses 1~0~-2\n";
        Weights on = weights(Map.of(Figure.LEAN_BIAS, 1.0, Figure.LEAN_SHIPS, 1.0), even);
        assertThat(reply(on, "moon hill").reading().verdict()).isEqualTo(Verdict.LEANING_IN);
        Weights below = weights(Map.of(Figure.LEAN_BIAS, 1.0, Figure.LEAN_SHIPS, 1.001), even);
        assertThat(reply(below, "moon hill").reading()).isEqualTo(Reading.NOTHING);
    }

    @Test
    void a_warm_first_clause_makes_it_mixed_and_is_cited_too() {
        String lines = "[listener]\nsorry~0~4~ownership\nmoon~5~0~denial\n";
        Weights weights = weights(Map.of(Figure.FLAG_SHIPS, 0.1, Figure.LEAN_SHIPS, 0.9), lines);
        String text = "So sorry. The moon";
        Reading reading = reply(weights, text).reading();
        assertThat(reading.verdict()).isEqualTo(Verdict.MIXED);
        assertThat(cited(reading, text)).isEqualTo("sorry | moon");
        assertThat(reply(weights, "So. Sorry. The moon").reading().verdict())
                .as("the warmth is not in the first clause")
                .isEqualTo(Verdict.DEFENDING);
        assertThat(reply(weights, "So sorry the moon").reading().verdict())
                .as("there is only one clause")
                .isEqualTo(Verdict.DEFENDING);
    }

    @Test
    void pain_is_told_whatever_else_is_read_and_spares_all_but_a_firm_opening() {
        assertThat(inPain(Map.of(), Role.LISTENER)).isEqualTo("NOTHING true");
        assertThat(inPain(Map.of(Figure.FLAG_SHIPS, 0.1), Role.LISTENER)).isEqualTo("DEFENDING true");
        assertThat(inPain(Map.of(Figure.LEAN_SHIPS, 0.1), Role.LISTENER)).isEqualTo("LEANING_IN true");
        assertThat(inPain(Map.of(Figure.HARSH_FIRM, 0.6), Role.SPEAKER)).isEqualTo("NOTHING true");
        assertThat(inPain(Map.of(Figure.HARSH_FIRM, 0.5), Role.SPEAKER)).isEqualTo("DEFENDING true");
    }

    private static String inPain(Map<Figure, Double> figures, Role role) {
        Tokens tokens = Tokens.of("moon hill");
        Structure structure = new Structure(tokens, new BitSet(), new BitSet(), new BitSet(), Structure.Before.UNKNOWN);
        structure.frame(Frame.PAIN, 0, 0);
        Weights weights =
                weights(figures, "[listener]\nmoon~2~2~denial\nhill~0~2~empathy\n[speaker]\nmoon~2~harsh_start_up\n");
        Reading reading = new Learned(weights, tokens, structure, List.of(), Learned.Before.UNKNOWN, role).reading();
        return reading.verdict() + " " + reading.pain();
    }
}

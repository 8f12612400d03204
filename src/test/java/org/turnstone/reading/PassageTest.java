package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person is shown: words as long as they would underline, each with one reason. */
class PassageTest {
    private static final String MESSAGE = "I only stayed because you said you wanted to. I was so tired!";

    private static Finding finding(Kind kind, String rule, String words) {
        int start = MESSAGE.indexOf(words);
        return new Finding(kind, rule, start, start + words.length());
    }

    private static List<Passage> passages(Verdict verdict, Finding... findings) {
        return Passage.of(new Reading(verdict, Strength.FIRM, List.of(findings), false), MESSAGE);
    }

    @Test
    void findings_that_stand_together_are_one_passage_with_the_reason_of_its_cue() {
        List<Passage> passages = passages(
                Verdict.DEFENDING,
                finding(Kind.DENIAL, "opening: i only", "I only"),
                finding(Kind.JUSTIFICATION, "justification/because-you", "because you"),
                finding(Kind.COUNTER_ATTACK, "said you", "said you"));
        assertThat(passages).hasSize(1);
        assertThat(passages.get(0).words(MESSAGE)).isEqualTo("I only stayed because you said you");
        assertThat(passages.get(0).kind()).isEqualTo(Kind.JUSTIFICATION);
        assertThat(passages.get(0).rules()).containsExactly("opening: i only", "justification/because-you", "said you");
    }

    @Test
    void the_end_of_a_sentence_parts_passages() {
        List<Passage> passages = passages(
                Verdict.DEFENDING,
                finding(Kind.JUSTIFICATION, "justification/wanted", "wanted to"),
                finding(Kind.JUSTIFICATION, "i was", "I was"));
        assertThat(passages).extracting(p -> p.words(MESSAGE)).containsExactly("wanted to", "I was");
    }

    @Test
    void a_lone_word_explains_nothing_beside_others_but_is_shown_where_it_is_all_there_is() {
        Finding lone = finding(Kind.SELF_PITY, "so", "so");
        List<Passage> passages = passages(
                Verdict.DEFENDING, finding(Kind.JUSTIFICATION, "justification/because-you", "because you"), lone);
        assertThat(passages).extracting(p -> p.words(MESSAGE)).containsExactly("because you");
        assertThat(passages(Verdict.DEFENDING, lone)).hasSize(1);
    }

    @Test
    void the_two_sides_of_a_mixed_reading_stay_apart() {
        List<Passage> passages = passages(
                Verdict.MIXED,
                finding(Kind.VALIDATION, "validation/get-it", "I only stayed"),
                finding(Kind.YES_BUT, "yes_but/because", "because you"));
        assertThat(passages).extracting(Passage::kind).containsExactly(Kind.VALIDATION, Kind.YES_BUT);
    }
}

package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every feature of a message, by the name that a weights file has for it. */
class FeaturesTest {
    private static BitSet these(Tokens tokens, String... words) {
        BitSet these = new BitSet();
        IntStream.range(0, tokens.size())
                .filter(i -> tokens.isWord(i) && List.of(words).contains(tokens.word(i)))
                .forEach(these::set);
        return these;
    }

    private static Traits traits(String text, Structure.Before before, String partner, Reader.Sign... signs) {
        Tokens tokens = Tokens.of(text);
        Structure structure = new Structure(
                tokens, these(tokens, "you", "your"), these(tokens, "i", "my"), these(tokens, "well"), before);
        structure.greeting(these(tokens, "hi", "love"));
        return Traits.of(tokens, structure, List.of(signs), Tokens.of(partner));
    }

    private static String names(Family family, Traits traits) {
        return traits.message().stream()
                .filter(trait -> trait.family() == family)
                .map(Traits.Trait::name)
                .collect(Collectors.joining(" | "));
    }

    private static String told(Family family, String text) {
        return names(family, traits(text, Structure.Before.UNKNOWN, ""));
    }

    @Test
    void words_come_by_one_two_and_three_and_with_any_one_between() {
        assertThat(told(Family.WORDS, "I did it 😀"))
                .isEqualTo("(start) | (start) i | (start) i did | (start) * did | i | i did | i did it | i * it"
                        + " | did | did it | did it (end) | did * (end) | it | it (end) | (end)");
        assertThat(told(Family.WORDS, "I"))
                .isEqualTo("(start) | (start) i | (start) i (end) | (start) * (end) | i | i (end) | (end)");
        assertThat(told(Family.WORDS, "")).isEqualTo("(start) | (start) (end) | (end)");
    }

    @Test
    void a_greeting_is_not_heard() {
        assertThat(told(Family.WORDS, "Hi love, I did")).isEqualTo(told(Family.WORDS, "I did"));
    }

    @Test
    void marks_numbers_and_what_is_no_word_have_names() {
        assertThat(told(Family.WORDS, "in 2019 sooooo \"no\" ... http://x.y `c` @bob , why? 0 9 a9")
                        .split(" \\| "))
                .contains("in (number)", "so \"", "\" no \"", "...", "(link)", "(code)", "(mention)", ",", "why ?")
                .contains("(number) (number) a9");
    }

    @Test
    void the_first_and_the_last_clause_are_told_apart_and_how_each_begins() {
        String text = "So you left. Why did you go? My day was long.";
        assertThat(told(Family.OPENING, text))
                .isEqualTo("opening: so | opening: so you | opening: you | opening: you left | opening: left"
                        + " | opening: left . | opening: .");
        assertThat(told(Family.CLOSING, text))
                .isEqualTo("closing: my | closing: my day | closing: day | closing: day was | closing: was"
                        + " | closing: was long | closing: long | closing: long . | closing: .");
        assertThat(told(Family.ASKS, text)).isEqualTo("asks: why | asks: why did");
        assertThat(told(Family.SAYS, text)).isEqualTo("says: so | says: so you | says: my | says: my day");
        assertThat(told(Family.SAYS, "No")).isEqualTo("says: no");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It rained            | about: says
            Did it rain?         | about: asks
            It hit you           | about: says you
            Is it your coat?     | about: asks you
            It hit my foot       | about: says me
            May I?               | about: asks me
            You and I know       | about: says you and me
            Did I hurt you?      | about: asks you and me
            """)
    void a_clause_speaks_of_somebody_and_asks_or_does_not(String text, String about) {
        assertThat(told(Family.ABOUT, text)).isEqualTo(about);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | length: clauses 0 | length: words 2^0
            One                               | length: clauses 1 | length: words 2^1
            One two                           | length: clauses 1 | length: words 2^2
            One two three                     | length: clauses 1 | length: words 2^2
            One. Two. Three                   | length: clauses 3 | length: words 2^3
            One. Two. Three. Four. Five. Six. | length: clauses 6 | length: words 2^5
            A. B. C. D. E. F. G. H.           | length: clauses 6 | length: words 2^5
            """)
    void how_long_it_is_counts_in_clauses_and_in_powers(String text, String clauses, String words) {
        assertThat(told(Family.LENGTH, text)).isEqualTo(clauses + " | " + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | false | other     | TO_OTHER
            false | true  | complaint | TO_COMPLAINT
            true  | false | feeling   | TO_FEELING
            true  | true  | both      | TO_BOTH
            """)
    void what_it_answers_is_known_where_the_words_before_are(boolean feeling, boolean you, String after, Family to) {
        Traits traits = traits("No, never", new Structure.Before(true, feeling, you), "");
        assertThat(names(Family.AFTER, traits)).isEqualTo("after: " + after);
        String label = "to " + after + ": ";
        assertThat(names(to, traits))
                .isEqualTo(String.join(
                        " | ", label + "no", label + "no ,", label + ",", label + ", never", label + "never"));
        assertThat(told(Family.AFTER, "No, never") + told(to, "No, never")).isEmpty();
    }

    @Test
    void of_the_partners_words_each_and_each_two_are_told() {
        Traits traits = traits("no", Structure.Before.UNKNOWN, "You left me 😀 on");
        assertThat(names(Family.PARTNER, traits))
                .isEqualTo("partner: you | partner: left | partner: you left | partner: me | partner: left me"
                        + " | partner: on | partner: me on");
        assertThat(traits.before()).hasSize(7).allMatch(trait -> trait.family() == Family.PARTNER);
    }

    @Test
    void a_cue_tells_its_rule_its_kind_and_its_force() {
        Entry.Cue cue = new Entry.Cue(Kind.DENIAL, "denial.1", "phrase", Force.SIGN, Set.of());
        Traits traits = traits("I did it", Structure.Before.UNKNOWN, "", new Reader.Sign(cue, 0, 1));
        assertThat(names(Family.CUE, traits)).isEqualTo("cue: denial.1");
        assertThat(names(Family.KIND, traits)).isEqualTo("kind: denial");
        assertThat(names(Family.FORCE, traits)).isEqualTo("force: defending sign");
    }

    @Test
    void every_name_has_the_number_that_a_file_with_it_would_have() {
        for (Traits.Trait trait : traits("Well, did I hurt you? No.", new Structure.Before(true, true, true), "You did")
                .message()) {
            String what = trait.name()
                    .substring(trait.name().indexOf(": ") < 0 ? 0 : trait.name().indexOf(": ") + 2);
            assertThat(trait.hash()).as(trait.name()).isEqualTo(Hashes.of(trait.family(), what));
        }
    }

    @Test
    void what_a_message_is_divided_by_grows_with_its_length() {
        assertThat(traits("", Structure.Before.UNKNOWN, "").norm()).isEqualTo(Math.pow(16, 0.4));
        assertThat(traits("one two", Structure.Before.UNKNOWN, "").norm()).isEqualTo(4);
        assertThat(traits("", Structure.Before.UNKNOWN, "").beforeNorm()).isEqualTo(1);
        assertThat(traits("", Structure.Before.UNKNOWN, "a b c").beforeNorm()).isEqualTo(Math.pow(7, 0.4));
    }
}

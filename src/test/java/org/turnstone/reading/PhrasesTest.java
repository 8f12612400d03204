package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    private static List<String> found(String phrase, String text) {
        Phrases<String> phrases = Phrases.<String>builder()
                .alias("you", "u")
                .words("feeling", "sad hurt alone")
                .phrase(phrase, "it")
                .build();
        return phrases.in(Tokens.of(text)).stream()
                .map(m -> text.substring(m.start(), m.end()))
                .toList();
    }

    @Test
    void a_plain_phrase_is_found_where_it_stands() {
        assertThat(found("calm down", "please CALM down, calm up")).containsExactly("CALM down");
    }

    @Test
    void a_contraction_is_found_in_each_of_its_spellings() {
        for (String text : List.of("I don't know", "i dont know", "I do not know", "I don’t know", "I DON'T KNOW")) {
            assertThat(found("i don't know", text)).as(text).containsExactly(text);
        }
        assertThat(found("you're right", "ur right")).hasSize(1);
        assertThat(found("you're right", "your right")).hasSize(1);
    }

    @Test
    void choices_options_gaps_and_classes_are_followed() {
        assertThat(found("(calm|settle right) down", "settle right down")).hasSize(1);
        assertThat(found("you [really] should", "you should, you really should"))
                .containsExactly("you should", "you really should");
        assertThat(found("it was .. fault", "it was all your own fault")).hasSize(1);
        assertThat(found("it was .. fault", "it was really all your own fault")).isEmpty();
        assertThat(found("i feel <feeling>", "I feel alone")).hasSize(1);
        assertThat(found("i feel <feeling>", "I feel fine")).isEmpty();
        assertThat(found("<number> minutes", "give me 20 minutes")).containsExactly("20 minutes");
        assertThat(found("you * me", "u hurt me")).containsExactly("u hurt me");
    }

    @Test
    void a_breath_may_stand_between_the_words_but_not_the_end_of_a_sentence() {
        assertThat(found("yes but", "yes, but")).hasSize(1);
        assertThat(found("yes but", "yes... but")).hasSize(1);
        assertThat(found("yes but", "yes. But")).isEmpty();
        assertThat(found("yes but", "yes 🙂 but")).isEmpty();
        assertThat(found("it was .. fault", "it was. my fault")).isEmpty();
    }

    @Test
    void stretched_and_disguised_words_are_found() {
        assertThat(found("so sad", "sooooo saaad")).containsExactly("sooooo saaad");
        assertThat(found("so sad", "s\u200bo sаd")).hasSize(1);
    }

    @Test
    void one_phrase_is_told_once_for_the_same_words() {
        assertThat(found("(a|a) b [c] .. d", "a b c d")).hasSize(1);
    }

    @Test
    void every_payload_of_a_phrase_is_told() {
        Phrases<String> phrases = Phrases.<String>builder()
                .phrase("calm down", "one")
                .phrase("calm down", "two")
                .build();
        assertThat(phrases.in(Tokens.of("please calm down now")))
                .extracting(Phrases.Match::payload)
                .containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "..",
                "[a]",
                "[a] *",
                "(.. a|b)",
                "(a|[b])",
                "a ..",
                ".. a",
                "(a|)",
                "(a",
                "a)",
                "<nobody>",
                "a . b",
                "!!",
                "<feeling"
            })
    void a_phrase_that_says_nothing_or_everything_is_refused(String phrase) {
        assertThatThrownBy(() -> found(phrase, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phrase \"" + phrase + "\"");
    }

    @Test
    void many_cues_in_a_long_text_are_found_in_a_moment() {
        Phrases<String> phrases = Phrases.<String>builder()
                .phrase("a .. a .. a .. b", "it")
                .phrase("a * a * a", "too")
                .build();
        Tokens tokens = Tokens.of("a ".repeat(50_000));
        long before = System.nanoTime();
        int[] count = new int[1];
        phrases.each(tokens, (payload, first, last) -> count[0]++);
        assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
        assertThat(count[0]).isEqualTo(49_996);
    }
}

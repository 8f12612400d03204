package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final String HEAD = """
            language en
            class you = you
            class us = we
            class me = i
            class opener = well
            class feeling = sad
            class function = the
            class foreign = que
            """;

    private static Lexicon lexicon(String more) {
        return Lexicon.parse("my.txt", HEAD + more.replace("~", "\n"));
    }

    @Test
    void a_rule_keeps_what_it_says_and_its_examples() {
        Lexicon lexicon = lexicon("[denial]~rule no: says no~that's not true~+ A >> That's not true~- Not you");
        Rule rule = lexicon.rule("denial/no").orElseThrow();
        assertThat(rule.says()).isEqualTo("says no");
        assertThat(rule.fires()).containsExactly(new Rule.Example("That's not true", "A", 12));
        assertThat(rule.silent()).containsExactly(new Rule.Example("Not you", "", 13));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    [nonsense]                          | my.txt:9: no kind is called 'nonsense'
                    [frame nonsense]                    | my.txt:9: no frame is called 'nonsense'
                    [denial]~i didn't                   | my.txt:10: this line belongs to no rule
                    [denial]~rule no                    | my.txt:10: a rule needs a name and what it says
                    [denial]~rule no: says no~(a        | my.txt:11: phrase "(a": a bracket is not closed
                    [denial]~rule no: says no~*         | my.txt:11: phrase "*": one way of saying it has no word
                    [denial]~rule no: says no~a ; loud  | my.txt:11: 'loud' is neither a force nor a need
                    [denial]~rule no: says no~<nobody>  | my.txt:11: phrase "<nobody>": no word class
                    [denial]~rule no: says no~a~+ a     | my.txt:10: rule denial/no lacks a cue, an example
                    [denial]~rule no: says no~a~+       | my.txt:12: an example without words
                    wordy you                           | my.txt:9: 'wordy you' stands before any section
                    class x                             | my.txt:9: nothing stands on one side of '='
                    alias you = a b~alias me = a        | my.txt:10: 'a' already stands for 'you'
                    """)
    void what_is_wrong_is_told_with_file_line_and_reason(String text, String message) {
        assertThatThrownBy(() -> lexicon(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("; ");
    }

    @Test
    void a_lexicon_without_a_language_or_a_needed_class_is_refused() {
        assertThatThrownBy(() -> Lexicon.parse("my.txt", "class you = you"))
                .hasMessageContaining("no language is named");
        assertThatThrownBy(() -> Lexicon.parse("my.txt", HEAD.replace("class feeling = sad\n", "")))
                .hasMessageContaining("the class 'feeling' is missing");
    }

    @Test
    void two_rules_of_one_name_are_refused() {
        String rule = "rule no: says no~a~+ a~- b~";
        assertThatThrownBy(() -> lexicon("[denial]~" + rule + rule)).hasMessageContaining("denial/no is there already");
    }

    @Test
    void without_cues_nothing_is_noticed() {
        Reader reader = new Reader(lexicon(""));
        assertThat(reader.read(Utterance.reply("It's all your own fault, you always do this.", "You hurt me.")))
                .isEqualTo(Reading.NOTHING);
    }
}

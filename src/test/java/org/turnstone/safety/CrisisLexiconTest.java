package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrisisLexiconTest {
    private static final String GOOD = """
            same you: u ya
            words body: arm face
            let hit: hit|slapped
            setting game near
                chess
                marks 🎲
            never threat
                kill time
            rule threat.strikes game
                i'll {hit} your <body>
                unless hit your arm gently
                + I'll hit your face
                - we played chess
            """;

    @Test
    void a_rule_knows_its_concern_its_words_and_where_it_stands() {
        CrisisRule rule = CrisisLexicon.parse("cues.txt", GOOD).rules().get(0);
        assertThat(rule.concern()).isEqualTo(Concern.THREAT);
        assertThat(rule.phrases()).containsExactly("i'll (hit|slapped) your <body>");
        assertThat(rule.quietedBy()).containsExactly("game");
        assertThat(rule.line()).isEqualTo(9);
    }

    @Test
    void what_a_small_file_says_is_what_is_read() {
        CrisisReader reader = new CrisisReader(CrisisLexicon.parse("cues.txt", GOOD));
        assertThat(reader.read("I'll slapped ur arm, I'll hit ya face")).isEmpty();
        assertThat(reader.all("I'll hit your face, really"))
                .containsExactly(new Alarm(Concern.THREAT, "threat.strikes", 0, 18));
        assertThat(reader.read("I'll hit your arm gently")).isEmpty();
        assertThat(reader.read("Chess tonight? I'll hit your face")).isEmpty();
        assertThat(reader.read("I'll hit your face 🎲")).isEmpty();
        assertThat(reader.read("Chess. Fine. Then go. I'll hit your face")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rool threat.x                                    | cues.txt:1: 'rool' opens nothing; a line that is not indented begins with
            `  i'll hit you`                                 | cues.txt:1: an indented line belongs to a setting, a never or a rule above it
            same you                                         | cues.txt:1: a name and a colon are missing; write for example 'same you: u ya'
            same you:                                        | cues.txt:1: nothing stands after the colon
            rule hurts                                       | cues.txt:1: a rule is named CONCERN.name, for example self_harm.wants-to-die
            rule                                             | cues.txt:1: 'rule' needs a name
            never sadness                                    | cues.txt:1: 'sadness' is no concern; write self_harm, partner_violence or threat
            setting game far                                 | cues.txt:1: 'far' is no reach; write sentence, near or message
            setting game                                     | cues.txt:1: a setting says how far it reaches: sentence, near or message
            rule threat.x                                    | cues.txt:1: a rule needs a phrase, an example that fires (+) and one that does not (-)
            words a: b                                       | cues.txt: there is no rule; a crisis reading without one sees nothing
            """)
    void what_cannot_be_used_is_told_with_its_line_and_a_way_on(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrisisLexicon.parse("cues.txt", text))
                .withMessageStartingWith(message.strip());
    }

    @Test
    void names_that_stand_for_nothing_or_stand_twice_are_refused() {
        assertRefused("let a: x\nlet a: y", "cues.txt:2: 'a' is let twice");
        assertRefused("let a: x {b}", "cues.txt:1: '{b' names nothing that was let above");
        assertRefused("rule threat.x\nrule threat.x", "cues.txt:2: there is already a rule 'threat.x'");
        assertRefused(
                "rule threat.x game\n  a\n  + a\n  - b", "cues.txt:1: 'game' is no setting of this file; settings are");
    }

    private static void assertRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrisisLexicon.parse("cues.txt", text))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hit (you      | a bracket is not closed with ')'
            hit you)      | a bracket is closed that was not opened
            hit <bone>    | no word class is called 'bone'
            hit <body     | '<' is not closed with '>'
            hit . you     | a single '.' means nothing
            .. hit        | '..' stands between words
            [hit]         | it has no word of its own
            `hit (|you)`  | an empty choice in (...)
            hit !!        | '!!' is no word
            """)
    void a_phrase_that_cannot_be_understood_is_told_with_its_rule(String phrase, String reason) {
        CrisisLexicon lexicon = CrisisLexicon.parse(
                "cues.txt", "words body: arm\nrule threat.x\n  a " + "b\n  " + phrase + "\n  + a b\n  - c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrisisReader(lexicon))
                .withMessageStartingWith("threat.x: phrase \"")
                .withMessageContaining(reason.strip());
    }

    @Test
    void every_example_of_the_shipped_file_does_what_it_says() {
        for (CrisisRule rule : CrisisCues.LEXICON.rules()) {
            for (String example : rule.fires()) {
                assertThat(CrisisCues.READER.all(example))
                        .as(example)
                        .anyMatch(a -> a.rule().equals(rule.id()));
            }
            for (String example : rule.rests()) {
                assertThat(CrisisCues.READER.all(example)).as(example).isEqualTo(List.of());
            }
        }
    }
}

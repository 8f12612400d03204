package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrisisWeightsTest {
    private static final CrisisLexicon LEXICON = CrisisLexicon.parse("cues.txt", """
            same you: u
            sense hit: slap punch
            rule threat.says-so
                i'll hurt you
                + i'll hurt you
                - hello
            """);

    private static final String HEAD = "=threshold\t0.5\n=doubt\t0.3\n=bias\t-2\t-2\t-2\n";

    private static Optional<Alarm> read(String weights, String text) {
        return new CrisisReader(LEXICON, CrisisWeights.parse("w", HEAD + weights)).read(text);
    }

    @Test
    void what_was_learned_of_one_word_is_known_of_others_of_its_sense() {
        String learned = "you .. <hit>\t0\t6\t0\n";
        assertThat(read(learned, "u just slapped me").map(Alarm::concern)).contains(Concern.PARTNER_VIOLENCE);
        assertThat(read(learned, "You were punching").map(Alarm::concern)).contains(Concern.PARTNER_VIOLENCE);
        assertThat(read(learned, "You said so. Slapped")).isEmpty();
    }

    @Test
    void an_alarm_names_its_sequence_and_the_words_that_weighed() {
        String text = "So it goes. You slapped me there.";
        Alarm alarm = read("you .. <hit>\t0\t6\t0\n", text).orElseThrow();
        assertThat(alarm.rule()).isEqualTo("partner_violence: you .. <hit>");
        assertThat(text.substring(alarm.start(), alarm.end())).isEqualTo("You slapped");
    }

    @Test
    void words_that_are_plain_are_not_outweighed() {
        String rule = """
                rule threat.plainly plain
                    i'll hurt you
                    + i'll hurt you
                    - hello
                """;
        CrisisWeights weights = CrisisWeights.parse("w", HEAD + "chess\t0\t0\t-9\n");
        CrisisReader reader = new CrisisReader(CrisisLexicon.parse("cues.txt", rule), weights);
        assertThat(reader.read("I'll hurt you at chess").map(Alarm::rule)).contains("threat.plainly");
        assertThat(reader.read("Hello, chess?")).isEmpty();
    }

    @Test
    void a_cue_counts_unless_the_words_around_it_make_it_unlikely() {
        String sure = "cue threat.says-so\t0\t0\t2\n";
        assertThat(read(sure, "I'll hurt you").map(Alarm::rule)).contains("threat.says-so");
        assertThat(read(sure + "chess\t0\t0\t-9\n", "I'll hurt you at chess")).isEmpty();
    }

    @Test
    void one_sentence_is_not_lost_in_a_long_letter() {
        String learned = "you .. <hit>\t0\t6\t0\nand\t0\t-0.5\t0\nthen\t0\t-0.5\t0\n";
        String letter = "and then it was day and then it was night ".repeat(40);
        assertThat(read(learned, letter)).isEmpty();
        assertThat(read(learned, letter + ". You slapped me. " + letter)).isPresent();
    }

    @Test
    void without_the_words_that_weighed_there_is_no_alarm() {
        int told = 0;
        int quiet = 0;
        for (LabelledLine line : LabelledLine.all()) {
            Optional<Alarm> alarm = CrisisCues.READER.read(line.text());
            if (alarm.isPresent() && ++told % 10 == 0) {
                String rest = line.text().substring(0, alarm.get().start())
                        + line.text().substring(alarm.get().end());
                quiet += CrisisCues.READER.read(rest).isEmpty() ? 1 : 0;
            }
        }
        assertThat(quiet).isGreaterThan(told / 10 * 8 / 10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `=threshold\t0.5\n=doubt\t0.3\n`              | w: the line '=bias' is missing or has not 3 numbers
            `=threshold\t0.5\n=doubt\t0.3\n=bias\t1\t2`   | w: the line '=bias' is missing or has not 3 numbers
            `die\t1\t2`                                   | w:1: needs a name and three numbers
            `die\t1\t2\tmany`                             | w:1: needs a name and three numbers
            `die\t1\t2\tNaN`                              | w:1: needs a name and three numbers
            `die\t1\t2\t3\ndie\t1\t2\t3`                  | w:2: 'die' stands there twice
            """)
    void what_cannot_be_used_is_told_with_its_line(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CrisisWeights.parse("w", text.replace("\\t", "\t").replace("\\n", "\n")))
                .withMessageStartingWith(message);
    }
}

package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {
    /** A file of this much: replies are flagged from 1, and "the moon" says 20. */
    private static String file(String lines) {
        String figures = Arrays.stream(Weights.Figure.values())
                .map(f -> f.label() + (f.label().endsWith("ships") ? " 1" : " 0"))
                .collect(Collectors.joining("\n"));
        return "turnstone-weights 1\n" + figures + "\n" + lines;
    }

    private static final String MOON = file("[listener]\nthe moon\t20\t0\tjustification\n");
    private static final String HURT = "You forgot me on Friday.";

    private static Reading read(String weights, String reply) {
        return new Reader(LexiconFileTest.english(), Weights.parse("test.weights", weights))
                .read(Utterance.reply(reply, HURT));
    }

    @Test
    void a_learned_sequence_is_a_rule_and_its_id_is_the_sequence() {
        String reply = "Friday? I looked at the moon that night.";
        Reading reading = read(MOON, reply);
        assertThat(reading.verdict()).isEqualTo(Verdict.DEFENDING);
        assertThat(reading.findings())
                .extracting(f -> f.kind() + " " + f.rule() + " " + f.words(reply))
                .containsExactly("JUSTIFICATION the moon the moon");
    }

    @Test
    void what_was_learned_of_one_role_says_nothing_of_the_other() {
        Reader reader = new Reader(LexiconFileTest.english(), Weights.parse("test.weights", MOON));
        assertThat(reader.read(Utterance.opening("I looked at the moon that night."))
                        .verdict())
                .isEqualTo(Verdict.NOTHING);
    }

    @Test
    void how_a_message_is_built_makes_no_finding_alone() {
        String built =
                file("[listener]\nabout: says\t50\t0\tdenial\nlength: clauses 1\t50\t0\nthe moon\t1\t0\tdenial\n");
        assertThat(read(built, "There is a hill behind that house.")).isEqualTo(Reading.NOTHING);
        assertThat(read(built, "There is the moon behind that house.").findings())
                .extracting(Finding::rule)
                .containsExactly("the moon");
    }

    @Test
    void a_feature_counts_once_however_often_it_stands_there() {
        Reader reader = new Reader(LexiconFileTest.english(), Weights.parse("test.weights", MOON));
        double once = reader.scores(Utterance.reply("the moon and the hill and the lake", HURT))
                .defending();
        double thrice = reader.scores(Utterance.reply("the moon and the moon and the moon", HURT))
                .defending();
        assertThat(thrice).isEqualTo(once);
    }

    @Test
    void without_weights_and_without_cues_nothing_is_noticed() {
        String needed = LexiconFileTest.english().language()
                + "\n"
                + Lexicon.NEEDED.stream()
                        .sorted()
                        .map(c -> "class " + c + " = zz" + c)
                        .collect(Collectors.joining("\n"));
        Reader reader = new Reader(Lexicon.parse("empty.txt", "language " + needed + "\n"), Weights.NONE);
        assertThat(reader.read(Utterance.reply("You always overreact. It was only a joke.", HURT)))
                .isEqualTo(Reading.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [listener]~the moon~x~0      | 19: "x" is no number
            [listener]~the moon~1        | 19: needs a feature and 2 figures
            [listener]~the moon~1~0~joy  | 19: there is no such kind
            [listener]~mood: moon~1~0    | 19: there is no such family
            [listener]~the moon~NaN~0    | 19: "NaN" is no number
            [moon]                       | 18: there is no such section
            flag.ships 2                 | 18: the figure stands twice
            flag.moon 2                  | 18: there is no such figure
            """)
    void a_broken_file_is_refused_with_its_line_and_what_is_wrong(String line, String complaint) {
        String broken = file(line.replace("]~", "]\n").replace('~', '\t'));
        assertThatThrownBy(() -> Weights.parse("en.weights", broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("en.weights:" + complaint)
                .hasMessageContaining("learn");
    }

    @Test
    void a_file_that_ends_too_early_or_is_something_else_is_refused() {
        assertThatThrownBy(() -> Weights.parse("en.weights", "turnstone-weights 1\nflag.bias 0\n"))
                .hasMessageContaining("ends without the figure flag.ships");
        assertThatThrownBy(() -> Weights.parse("en.weights", "{}"))
                .hasMessageStartingWith("en.weights:1: does not begin with");
        assertThatThrownBy(() -> Weights.parse("en.weights", "")).hasMessageStartingWith("en.weights:1: is empty");
    }

    @Test
    void every_line_of_a_long_file_is_found_with_its_own_figures() {
        String lines = IntStream.range(0, 600)
                .mapToObj(i -> "word" + i + "\t" + i + "\t-" + i + (i % 2 == 0 ? "\tdenial" : "") + "\n")
                .collect(Collectors.joining());
        Weights weights = Weights.parse("w", file("[listener]\n" + lines + "[speaker]\nword7\t70\n"));
        for (int i = 0; i < 600; i++) {
            int line = weights.line(Weights.Section.LISTENER, Hashes.of(Family.WORDS, "word" + i));
            assertThat(weights.amount(line, 0)).isEqualTo(i);
            assertThat(weights.amount(line, 1)).isEqualTo(-i);
            assertThat(weights.rule(line)).isEqualTo("word" + i);
            assertThat(weights.kind(line)).isEqualTo(i % 2 == 0 ? Kind.DENIAL : null);
        }
        int speakers = weights.line(Weights.Section.SPEAKER, Hashes.of(Family.WORDS, "word7"));
        assertThat(weights.amount(speakers, 0)).isEqualTo(70);
        assertThat(weights.line(Weights.Section.SPEAKER, Hashes.of(Family.WORDS, "word8")))
                .isNegative();
        assertThat(weights.line(Weights.Section.LISTENER, Hashes.of(Family.WORDS, "word600")))
                .isNegative();
    }

    @Test
    void a_feature_that_stands_there_twice_is_refused() {
        String twice = file("[listener]\nmoon\t1\t2\nhill\t1\t2\nmoon\t3\t4\n");
        assertThatThrownBy(() -> Weights.parse("w", twice)).hasMessageStartingWith("w:21:");
    }

    @Test
    void the_shipped_file_is_small_enough_to_be_read_by_people() throws IOException {
        assertThat(Files.size(Path.of("config/lexicon/en.weights"))).isLessThanOrEqualTo(2_000_000);
    }
}

package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples that stand in the shipped lexicon. */
class LexiconFileTest {
    static Lexicon english() {
        return lexicon("en");
    }

    static Lexicon lexicon(String language) {
        Path file = Path.of("config/lexicon/" + language + ".txt");
        try {
            return Lexicon.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean fires(Reader reader, Rule rule, Rule.Example example) {
        Role role = rule.kind().side() == Kind.Side.STARTING_UP ? Role.SPEAKER : Role.LISTENER;
        return reader.signs(new Utterance(example.text(), role, example.before())).stream()
                .anyMatch(s -> s.cue().rule().equals(rule.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void every_example_in_the_file_fires_or_stays_silent_as_it_says(String language) {
        Lexicon lexicon = lexicon(language);
        Reader reader = new Reader(lexicon);
        List<String> wrong = new ArrayList<>();
        for (Rule rule : lexicon.rules()) {
            rule.fires().stream()
                    .filter(e -> !fires(reader, rule, e))
                    .forEach(e -> wrong.add(
                            language + ".txt:" + e.line() + ": " + rule.id() + " does not fire: " + e.text()));
            rule.silent().stream()
                    .filter(e -> fires(reader, rule, e))
                    .forEach(e -> wrong.add(language + ".txt:" + e.line() + ": " + rule.id() + " fires: " + e.text()));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void every_kind_has_a_rule(String language) {
        assertThat(lexicon(language).rules()).extracting(Rule::kind).contains(Kind.values());
    }
}

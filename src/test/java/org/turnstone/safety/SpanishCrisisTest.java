package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The Spanish cues do what their examples say, and hear what the labelled lines speak of. They know these lines. */
class SpanishCrisisTest {
    private static final CrisisLexicon LEXICON =
            CrisisLexicon.parse("crisis.es.txt", CrisisCues.text(Path.of("config/lexicon/crisis.es.txt")));

    private final CrisisReader reader = new CrisisReader(LEXICON);
    private final List<LabelledLine> lines = LabelledLine.in(Path.of("src/learn/crisis/es"));

    @Test
    void every_example_does_what_it_says() {
        for (CrisisRule rule : LEXICON.rules()) {
            for (String example : rule.fires()) {
                assertThat(reader.all(example))
                        .as(example)
                        .anyMatch(a -> a.rule().equals(rule.id()));
            }
            for (String example : rule.rests()) {
                assertThat(reader.all(example)).as(example).isEmpty();
            }
        }
    }

    @Test
    void the_labelled_lines_are_told_as_what_they_are() {
        assertThat(lines).hasSizeGreaterThanOrEqualTo(190);
        List<LabelledLine> right = lines.stream()
                .filter(l -> concern(l.text()).equals(l.concern()))
                .toList();
        assertThat(right).hasSizeGreaterThanOrEqualTo(lines.size() * 95 / 100);
        assertThat(lines.stream().filter(l -> l.concern().isEmpty()))
                .filteredOn(l -> concern(l.text()).isPresent())
                .isEmpty();
    }

    private Optional<Concern> concern(String text) {
        return reader.read(text).map(Alarm::concern);
    }
}

package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabelledLinesTest {
    private final List<LabelledLine> lines = LabelledLine.all();

    @Test
    void each_concern_has_many_lines_and_half_of_all_are_hard_negatives() {
        Map<String, Long> byLabel =
                lines.stream().collect(Collectors.groupingBy(LabelledLine::label, Collectors.counting()));
        assertThat(byLabel.keySet()).containsExactlyInAnyOrder("self_harm", "partner_violence", "threat", "none");
        assertThat(byLabel.get("self_harm")).isGreaterThanOrEqualTo(70);
        assertThat(byLabel.get("partner_violence")).isGreaterThanOrEqualTo(70);
        assertThat(byLabel.get("threat")).isGreaterThanOrEqualTo(70);
        assertThat(byLabel.get("none")).isGreaterThanOrEqualTo(240);
    }

    @Test
    void at_least_ten_personas_wrote_lines_of_every_label() {
        Map<String, Set<String>> labels = lines.stream()
                .collect(Collectors.groupingBy(
                        LabelledLine::author, Collectors.mapping(LabelledLine::label, Collectors.toSet())));
        assertThat(labels).hasSizeGreaterThanOrEqualTo(10);
        assertThat(labels.values()).allMatch(l -> l.size() == 4);
    }

    @Test
    void ids_are_unique_and_no_line_is_written_twice() {
        assertThat(lines).extracting(LabelledLine::id).doesNotHaveDuplicates();
        assertThat(lines).extracting(l -> squeezed(l.text())).doesNotHaveDuplicates();
    }

    @Test
    void no_long_line_shares_half_its_words_in_order_with_another_personas() {
        Map<String, List<LabelledLine>> byTriple = new HashMap<>();
        for (LabelledLine line : lines) {
            triples(line.text())
                    .forEach(t ->
                            byTriple.computeIfAbsent(t, x -> new ArrayList<>()).add(line));
        }
        for (LabelledLine line : lines) {
            triples(line.text()).stream()
                    .flatMap(t -> byTriple.get(t).stream())
                    .filter(other -> other.author().compareTo(line.author()) > 0)
                    .distinct()
                    .forEach(other -> assertThat(overlap(line, other))
                            .as(line.id() + " and " + other.id())
                            .isLessThan(0.5));
        }
    }

    /** Shared three-word sequences, as a part of those in the shorter line; lines under twelve words are not compared. */
    private static double overlap(LabelledLine a, LabelledLine b) {
        Set<String> one = triples(a.text());
        Set<String> other = triples(b.text());
        int shorter = Math.min(one.size(), other.size());
        one.retainAll(other);
        return shorter < 10 ? 0 : (double) one.size() / shorter;
    }

    private static Set<String> triples(String text) {
        String[] words = squeezed(text).split(" ");
        Set<String> out = new HashSet<>();
        for (int i = 2; i < words.length; i++) {
            out.add(words[i - 2] + " " + words[i - 1] + " " + words[i]);
        }
        return out;
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}

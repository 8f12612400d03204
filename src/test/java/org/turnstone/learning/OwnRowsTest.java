package org.turnstone.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstone.reading.Role;

/** There are enough labelled rows by enough people, and no two people wrote the same: a split by persona splits them. */
class OwnRowsTest {
    private static final Set<String> GIVEN = Set.of("c.jsonl", "d.jsonl", "e.jsonl", "f.jsonl");
    /** Replies of fewer words say the same by chance. */
    private static final int FEWEST = 6;

    private static List<RowFile> files(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/learn/replies"))) {
            List<RowFile> read = new ArrayList<>();
            for (Path file : files.filter(f -> f.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList()) {
                read.add(RowFile.parse(file.getFileName().toString(), Files.readAllLines(file)));
            }
            return read;
        }
    }

    private static List<LabelledRow> own() throws IOException {
        return files(".\\.jsonl").stream()
                .filter(f -> !GIVEN.contains(f.name()))
                .flatMap(f -> f.rows().stream())
                .toList();
    }

    @Test
    void there_are_three_thousand_of_our_own_and_five_hundred_openings() throws IOException {
        assertThat(own()).hasSizeGreaterThanOrEqualTo(3_000);
        assertThat(own().stream().filter(r -> r.role() == Role.SPEAKER)).hasSizeGreaterThanOrEqualTo(500);
        assertThat(own().stream().map(LabelledRow::author).distinct()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(files("es\\.jsonl").get(0).rows()).hasSizeGreaterThanOrEqualTo(600);
    }

    @Test
    void three_hundred_minimal_pairs_of_our_own_are_opposites() throws IOException {
        int pairs = 0;
        for (RowFile file : files(".\\.jsonl")) {
            boolean ours = !GIVEN.contains(file.name());
            pairs += ours
                    ? Evaluation.of(List.of(file), u -> Judgement.NONE)
                            .all()
                            .pairs()
                            .of()
                    : 0;
        }
        assertThat(pairs).isGreaterThanOrEqualTo(300);
    }

    @Test
    void no_two_personas_wrote_nearly_the_same() throws IOException {
        List<LabelledRow> rows = new ArrayList<>();
        files(".+\\.jsonl").forEach(f -> rows.addAll(f.rows()));
        Map<String, List<Integer>> where = new HashMap<>();
        List<Set<String>> triples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            triples.add(triples(rows.get(i).utterance().text()));
            for (String triple : triples.get(i)) {
                where.computeIfAbsent(triple, t -> new ArrayList<>()).add(i);
            }
        }
        assertThat(alike(rows, triples, where)).isEmpty();
    }

    private static Set<String> triples(String text) {
        String[] words =
                text.toLowerCase(java.util.Locale.ROOT).replace("'", "").split("[^\\p{L}\\p{N}]+");
        Set<String> triples = new HashSet<>();
        for (int i = 0; words.length >= FEWEST && i + 2 < words.length; i++) {
            triples.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return triples;
    }

    /** Rows of different personas that share at least half of their runs of three words. */
    private static List<String> alike(
            List<LabelledRow> rows, List<Set<String>> triples, Map<String, List<Integer>> where) {
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TreeMap<Integer, Integer> shared = new TreeMap<>();
            for (String triple : triples.get(i)) {
                where.get(triple).forEach(other -> shared.merge(other, 1, Integer::sum));
            }
            for (var other : shared.tailMap(i, false).entrySet()) {
                int all = triples.get(i).size() + triples.get(other.getKey()).size() - other.getValue();
                boolean same =
                        rows.get(i).author().equals(rows.get(other.getKey()).author());
                if (!same && 2 * other.getValue() >= all) {
                    alike.add(rows.get(i).place() + " and "
                            + rows.get(other.getKey()).place());
                }
            }
        }
        return alike;
    }
}

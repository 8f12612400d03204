package org.turnstone.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.turnstone.reading.Utterance;

/**
 * How well labelled files are read, each and all together.
 *
 * @param files by their names, in the order in which they were given
 * @param personas by the authors of rows
 * @param misses rows whose flag is wrong, the worst first: a false flag before a missed one, then by score
 */
public record Evaluation(Measures all, Map<String, Measures> files, Map<String, Measures> personas, List<Miss> misses) {

    /**
     * A row whose flag is wrong.
     *
     * @param cited the words that the reading cites
     */
    public record Miss(LabelledRow row, Judgement judgement, List<String> cited) {}

    /** Reads every row of {@code files} with {@code reader}. */
    public static Evaluation of(List<RowFile> files, Function<Utterance, Judgement> reader) {
        List<Judged> all = new ArrayList<>();
        Map<String, Measures> each = new LinkedHashMap<>();
        for (RowFile file : files) {
            List<Judged> rows = file.rows().stream()
                    .map(row -> Judged.of(file.name(), row, reader))
                    .toList();
            all.addAll(rows);
            each.put(file.name(), Measures.of(rows));
        }
        return new Evaluation(
                Measures.of(all), each, Measures.by(all, r -> r.row().author()), misses(all));
    }

    private static List<Miss> misses(List<Judged> rows) {
        return rows.stream()
                .filter(r -> r.wrongness() > 0)
                .sorted(Comparator.comparingDouble(Judged::wrongness).reversed())
                .map(Evaluation::miss)
                .toList();
    }

    private static Miss miss(Judged judged) {
        List<String> cited = judged.reading().findings().stream()
                .map(f -> f.words(judged.row().utterance().text()))
                .toList();
        return new Miss(judged.row(), new Judgement(judged.reading(), judged.scores()), cited);
    }
}

package org.turnstone.learning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well some labelled rows are read. A row on which the reader abstains counts as not flagged.
 *
 * @param rows all of them, of either role
 * @param flag flagging listeners' replies that defend or are mixed, at the threshold that ships
 * @param balanced the same at the balanced threshold
 * @param leanIn noticing replies that lean in
 * @param onLeanIn flags on replies that lean in
 * @param onNeutral flags on neutral replies
 * @param pairs minimal pairs of which one half is to be flagged: right where that half scores higher than the other
 * @param bothRight pairs of which each half is flagged exactly as it should be, at the threshold that ships
 * @param speaker flagging speakers' openings that start up harshly
 * @param onSoft flags on openings that do not
 * @param onSpeakersNeutral flags on speakers' neutral lines
 * @param kinds for each kind that labels name: how many of its rows are flagged, or noticed as leaning in
 * @param named for each kind: how many of its rows have a finding of this very kind
 * @param overlap of cited and labelled characters where the verdict is right: the mean F1; {@code null} without such rows
 * @param byLength what the message's length alone would find, at the best threshold in these very rows
 */
public record Measures(
        int rows,
        Detection flag,
        Detection balanced,
        Detection leanIn,
        Share onLeanIn,
        Share onNeutral,
        Share pairs,
        Share bothRight,
        Detection speaker,
        Share onSoft,
        Share onSpeakersNeutral,
        Map<String, Share> kinds,
        Map<String, Share> named,
        @Nullable Double overlap,
        Detection byLength) {

    static Measures of(List<Judged> rows) {
        List<Judged> listeners = matching(rows, Judged::isListeners);
        List<Judged> speakers = matching(rows, r -> !r.isListeners());
        List<List<Judged>> pairs = pairs(rows);
        return new Measures(
                rows.size(),
                Detection.of(listeners, Judged::isFlagged, Judged::toBeFlagged, Measures::flagScore),
                Detection.of(listeners, Judged::isFlaggedWhenBalanced, Judged::toBeFlagged, Measures::flagScore),
                Detection.of(
                        listeners,
                        Judged::leansIn,
                        Judged::shouldLeanIn,
                        r -> r.scores().leaningIn()),
                share(matching(listeners, Judged::shouldLeanIn), Judged::isFlagged),
                share(matching(listeners, is(LabelledRow.Label.NEUTRAL)), Judged::isFlagged),
                share(pairs, Measures::ranksRightly),
                share(pairs, pair -> pair.stream().allMatch(r -> r.wrongness() == 0)),
                Detection.of(speakers, Judged::isFlagged, Judged::toBeFlagged, Measures::flagScore),
                share(matching(speakers, is(LabelledRow.Label.START_UP_SOFT)), Judged::isFlagged),
                share(matching(speakers, is(LabelledRow.Label.NEUTRAL)), Judged::isFlagged),
                kinds(rows, (kind, r) -> r.toBeFlagged() ? r.isFlagged() : r.leansIn()),
                kinds(rows, Measures::names),
                overlap(rows),
                byLength(listeners));
    }

    private static double flagScore(Judged row) {
        return row.scores().defending();
    }

    private static Predicate<Judged> is(LabelledRow.Label label) {
        return r -> r.row().label() == label;
    }

    private static <T> List<T> matching(List<T> rows, Predicate<T> which) {
        return rows.stream().filter(which).toList();
    }

    private static <T> Share share(List<T> of, Predicate<T> which) {
        return new Share(matching(of, which).size(), of.size());
    }

    /** Pairs of which one half is to be flagged and the other not, that one first. */
    private static List<List<Judged>> pairs(List<Judged> rows) {
        Map<String, List<Judged>> halves = new TreeMap<>();
        for (Judged row : rows) {
            row.row()
                    .pair()
                    .ifPresent(id -> halves.computeIfAbsent(row.file() + " " + id, k -> new ArrayList<>())
                            .add(row));
        }
        return halves.values().stream()
                .filter(pair -> pair.size() == 2)
                .map(pair -> pair.get(0).toBeFlagged() ? pair : List.of(pair.get(1), pair.get(0)))
                .filter(pair -> pair.get(0).toBeFlagged() && !pair.get(1).toBeFlagged())
                .toList();
    }

    private static boolean ranksRightly(List<Judged> pair) {
        return flagScore(pair.get(0)) > flagScore(pair.get(1));
    }

    /** A question about a row of a kind. */
    private interface Noticed {
        boolean holds(String kind, Judged row);
    }

    private static Map<String, Share> kinds(List<Judged> rows, Noticed noticed) {
        Map<String, List<Judged>> of = new TreeMap<>();
        for (Judged row : rows) {
            row.row()
                    .kinds()
                    .forEach(kind ->
                            of.computeIfAbsent(kind, k -> new ArrayList<>()).add(row));
        }
        Map<String, Share> shares = new TreeMap<>();
        of.forEach((kind, those) -> shares.put(kind, share(those, r -> noticed.holds(kind, r))));
        return shares;
    }

    private static boolean names(String kind, Judged row) {
        return row.reading().findings().stream().anyMatch(f -> f.kind().label().equals(kind));
    }

    private static @Nullable Double overlap(List<Judged> rows) {
        List<Judged> right = matching(
                rows,
                r -> (r.toBeFlagged() && r.isFlagged() || r.shouldLeanIn() && r.leansIn())
                        && !r.labelled().isEmpty());
        return right.isEmpty()
                ? null
                : right.stream().mapToDouble(Measures::overlap).average().orElseThrow();
    }

    private static double overlap(Judged row) {
        BitSet common = row.cited();
        int both = common.cardinality() + row.labelled().cardinality();
        common.and(row.labelled());
        return 2.0 * common.cardinality() / both;
    }

    /** Longer or shorter, whichever way says more. */
    private static Detection byLength(List<Judged> listeners) {
        Detection longer = Detection.atBest(listeners, Judged::toBeFlagged, Judged::length);
        Detection shorter = Detection.atBest(listeners, Judged::toBeFlagged, r -> -r.length());
        Double of = longer.averagePrecision();
        Double to = shorter.averagePrecision();
        return of == null || to == null || of >= to ? longer : shorter;
    }

    /** The measures of each group of rows by a name that they bear; rows without one belong to none. */
    static Map<String, Measures> by(List<Judged> rows, Function<Judged, String> name) {
        Map<String, List<Judged>> groups = Stream.of(rows)
                .flatMap(List::stream)
                .filter(r -> !name.apply(r).isEmpty())
                .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
        Map<String, Measures> measures = new TreeMap<>();
        groups.forEach((key, group) -> measures.put(key, of(group)));
        return measures;
    }
}

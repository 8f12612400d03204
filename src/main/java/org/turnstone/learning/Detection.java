package org.turnstone.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How well something is found: what was called so against what is so.
 *
 * @param hits called so, and so
 * @param called called so
 * @param wanted so
 * @param averagePrecision the ranking's worth whatever the threshold; {@code null} where nothing is wanted
 */
public record Detection(
        int hits, int called, int wanted, @Nullable Double averagePrecision) {

    static Detection of(
            List<Judged> rows, Predicate<Judged> called, Predicate<Judged> wanted, ToDoubleFunction<Judged> score) {
        return new Detection(
                count(rows, called.and(wanted)),
                count(rows, called),
                count(rows, wanted),
                averagePrecision(rows, wanted, score));
    }

    private static int count(List<Judged> rows, Predicate<Judged> which) {
        return (int) rows.stream().filter(which).count();
    }

    public Share precision() {
        return new Share(hits, called);
    }

    public Share recall() {
        return new Share(hits, wanted);
    }

    /** {@code null} where nothing was called so nor is. */
    public @Nullable Double f1() {
        return called + wanted == 0 ? null : 2.0 * hits / (called + wanted);
    }

    /**
     * The mean, over what is wanted, of the precision at each one's score; rows of one score are taken together, so that
     * their order in the file changes nothing.
     */
    static @Nullable Double averagePrecision(
            List<Judged> rows, Predicate<Judged> wanted, ToDoubleFunction<Judged> score) {
        Judged[] ranked = rows.toArray(Judged[]::new);
        Arrays.sort(ranked, Comparator.comparingDouble(score).reversed());
        int all = count(rows, wanted);
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < ranked.length; ) {
            int from = i;
            int before = hits;
            do {
                hits += wanted.test(ranked[i++]) ? 1 : 0;
            } while (i < ranked.length && score.applyAsDouble(ranked[i]) == score.applyAsDouble(ranked[from]));
            sum += (hits - before) * (hits / (double) i);
        }
        return all == 0 ? null : sum / all;
    }

    /** The best that a single threshold could do on these very rows: a control must not be made to look weak. */
    static Detection atBest(List<Judged> rows, Predicate<Judged> wanted, ToDoubleFunction<Judged> score) {
        Judged[] ranked = rows.toArray(Judged[]::new);
        Arrays.sort(ranked, Comparator.comparingDouble(score).reversed());
        int all = count(rows, wanted);
        int hits = 0;
        int bestHits = 0;
        int bestCalled = 0;
        for (int i = 0; i < ranked.length; i++) {
            hits += wanted.test(ranked[i]) ? 1 : 0;
            boolean ends =
                    i + 1 == ranked.length || score.applyAsDouble(ranked[i + 1]) != score.applyAsDouble(ranked[i]);
            if (ends && (double) hits * (bestCalled + all) > (double) bestHits * (i + 1 + all)) {
                bestHits = hits;
                bestCalled = i + 1;
            }
        }
        return new Detection(bestHits, bestCalled, all, averagePrecision(rows, wanted, score));
    }
}

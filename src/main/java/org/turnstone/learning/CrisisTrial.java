package org.turnstone.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.turnstone.safety.CrisisReader;
import org.turnstone.safety.CrisisWeights;

/**
 * Learns crisis weights, and finds out what they are worth on voices that they never heard: each persona's lines are
 * judged by weights that were learned from the others'. The threshold is set there too, where as few false alarms come
 * as are allowed. Immutable; may be shared between threads.
 */
public final class CrisisTrial {
    private static final int FOLDS = 10;
    /** A cue is only chance where the words around it are this unlikely to be meant. */
    private static final double DOUBT = 0.4;

    private final CrisisReader cues;
    private final List<CrisisLearning.Example> lines;
    private final List<CrisisLearning.Example> everyday;

    /**
     * What was learned, and how well.
     *
     * @param recall the share of lines with a concern that raise an alarm, each persona left out in turn
     * @param falseAlarms the share of lines without one that do
     */
    public record Result(CrisisWeights weights, double threshold, double recall, double falseAlarms) {}

    /**
     * @param cues reads by cues alone
     * @param everyday texts that speak of no crisis, each of which counts {@code weight} of a line
     */
    public CrisisTrial(CrisisReader cues, List<CrisisLine> lines, List<CrisisLine> everyday, double weight) {
        this.cues = cues;
        this.lines = lines.parallelStream()
                .map(l -> CrisisLearning.Example.of(l, 1, cues))
                .toList();
        this.everyday = everyday.parallelStream()
                .map(l -> CrisisLearning.Example.of(l, weight, cues))
                .toList();
    }

    /** @param allowed the share of false alarms */
    public Result run(double allowed) {
        double[] likely = new double[lines.size()];
        List<String> authors = List.copyOf(
                new TreeSet<>(lines.stream().map(CrisisLearning.Example::author).toList()));
        IntStream.range(0, FOLDS).parallel().forEach(fold -> judge(likely, left(authors, fold)));
        double threshold = threshold(likely, allowed);
        CrisisWeights weights = CrisisLearning.learn(all(l -> true), new CrisisWeights.Bounds(threshold, DOUBT));
        return new Result(
                weights,
                threshold,
                share(likely, threshold, l -> l.concern().isPresent()),
                share(likely, threshold, l -> l.concern().isEmpty()));
    }

    private static Set<String> left(List<String> authors, int fold) {
        Set<String> left = new TreeSet<>();
        for (int i = fold; i < authors.size(); i += FOLDS) {
            left.add(authors.get(i));
        }
        return left;
    }

    private void judge(double[] likely, Set<String> left) {
        CrisisWeights weights =
                CrisisLearning.learn(all(l -> !left.contains(l.author())), new CrisisWeights.Bounds(1, 0));
        for (int i = 0; i < lines.size(); i++) {
            if (left.contains(lines.get(i).author())) {
                likely[i] =
                        Arrays.stream(weights.likelihoods(lines.get(i).marks())).sum();
            }
        }
    }

    private List<CrisisLearning.Example> all(Predicate<CrisisLearning.Example> which) {
        List<CrisisLearning.Example> all =
                new ArrayList<>(lines.stream().filter(which).toList());
        all.addAll(everyday);
        return all;
    }

    private double threshold(double[] likely, double allowed) {
        double[] none = IntStream.range(0, likely.length)
                .filter(i -> lines.get(i).concern().isEmpty())
                .mapToDouble(i -> likely[i])
                .sorted()
                .toArray();
        return none[Math.max(0, none.length - 1 - (int) (allowed * none.length))] + 1e-6;
    }

    private double share(double[] likely, double threshold, Predicate<CrisisLearning.Example> which) {
        int[] of = IntStream.range(0, likely.length)
                .filter(i -> which.test(lines.get(i)))
                .toArray();
        return Arrays.stream(of).filter(i -> likely[i] >= threshold).count() / (double) of.length;
    }
}

package org.turnstone.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.turnstone.safety.Concern;
import org.turnstone.safety.CrisisMarks;
import org.turnstone.safety.CrisisReader;
import org.turnstone.safety.CrisisWeights;

/**
 * Learns the crisis weights from labelled lines: one multinomial logistic regression over the marks of a line, with its
 * three concerns against "none", by adaptive gradient steps in a fixed order, so that the same lines always give the same
 * weights. Immutable; may be shared between threads.
 */
public final class CrisisLearning {
    private static final int ROUNDS = 20;
    private static final double PACE = 0.5;
    /** Held against large weights; found by leaving personas out. */
    private static final double RESTRAINT = 6;

    private static final int FEWEST = 3;
    private static final int CONCERNS = Concern.values().length;

    /**
     * A line to learn from.
     *
     * @param weight how much it counts; less than one for everyday text
     * @param marks what the reader finds in it
     */
    record Example(String author, Optional<Concern> concern, double weight, Set<String> marks) {
        static Example of(CrisisLine line, double weight, CrisisReader reader) {
            return new Example(line.author(), line.concern(), weight, reader.marks(line.text()));
        }
    }

    /** An example by numbers: which marks, and how much each counts in it. */
    private record Row(int label, double weight, int[] marks, double[] values) {}

    private final List<String> names;
    private final List<Row> rows = new ArrayList<>();
    private final double[][] weights;
    private final double[][] squares;

    private CrisisLearning(Collection<Example> examples) {
        Map<String, Integer> counts = new TreeMap<>();
        examples.stream()
                .filter(e -> e.weight() >= 1)
                .forEach(e -> e.marks().forEach(m -> counts.merge(m, 1, Integer::sum)));
        counts.values().removeIf(n -> n < FEWEST);
        this.names = List.copyOf(counts.keySet());
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : names) {
            numbers.put(name, numbers.size());
        }
        examples.forEach(e -> rows.add(row(e, numbers)));
        this.weights = new double[CONCERNS][names.size() + 1];
        this.squares = new double[CONCERNS][names.size() + 1];
    }

    private static Row row(Example example, Map<String, Integer> numbers) {
        List<String> known =
                example.marks().stream().filter(numbers::containsKey).toList();
        double[] values = known.stream().mapToDouble(CrisisMarks::worth).toArray();
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        double scale = CrisisWeights.scaleOf(sum);
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        int label = example.concern().map(c -> c.ordinal() + 1).orElse(0);
        return new Row(
                label, example.weight(), known.stream().mapToInt(numbers::get).toArray(), values);
    }

    /** The weights that {@code examples} teach. */
    static CrisisWeights learn(Collection<Example> examples, CrisisWeights.Bounds bounds) {
        CrisisLearning learning = new CrisisLearning(examples);
        learning.run();
        return learning.found(bounds);
    }

    private void run() {
        List<Row> order = new ArrayList<>(rows);
        Random shuffling = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, shuffling);
            order.forEach(this::step);
        }
    }

    private void step(Row row) {
        double[] likely = likely(row);
        for (int k = 0; k < CONCERNS; k++) {
            double error = (likely[k] - (row.label() == k + 1 ? 1 : 0)) * row.weight();
            for (int j = 0; j < row.marks().length; j++) {
                int at = row.marks()[j];
                move(k, at, error * row.values()[j] + RESTRAINT / rows.size() * weights[k][at]);
            }
            move(k, names.size(), error);
        }
    }

    private void move(int k, int at, double slope) {
        squares[k][at] += slope * slope;
        weights[k][at] -= PACE * slope / StrictMath.sqrt(squares[k][at] + 1e-4);
    }

    private double[] likely(Row row) {
        double[] sums = new double[CONCERNS];
        double top = 0;
        for (int k = 0; k < CONCERNS; k++) {
            sums[k] = weights[k][names.size()];
            for (int j = 0; j < row.marks().length; j++) {
                sums[k] += weights[k][row.marks()[j]] * row.values()[j];
            }
            top = Math.max(top, sums[k]);
        }
        double all = StrictMath.exp(-top);
        for (int k = 0; k < CONCERNS; k++) {
            sums[k] = StrictMath.exp(sums[k] - top);
            all += sums[k];
        }
        for (int k = 0; k < CONCERNS; k++) {
            sums[k] /= all;
        }
        return sums;
    }

    private CrisisWeights found(CrisisWeights.Bounds bounds) {
        Map<String, double[]> byMark = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byMark.put(names.get(i), column(i));
        }
        return new CrisisWeights(bounds, column(names.size()), byMark);
    }

    private double[] column(int at) {
        double[] column = new double[CONCERNS];
        for (int k = 0; k < CONCERNS; k++) {
            column[k] = weights[k][at];
        }
        return column;
    }
}

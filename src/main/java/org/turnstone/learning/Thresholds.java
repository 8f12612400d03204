package org.turnstone.learning;

import java.util.Comparator;
import java.util.List;

/** Where to draw the line through scored messages. Stateless; may be shared between threads. */
final class Thresholds {
    /** A weights file holds three places. */
    private static final double JUST_ABOVE = 1e-3;
    /** Fewer flagged messages say nothing of precision. */
    private static final int ENOUGH = 20;

    private Thresholds() {}

    /**
     * A message with its score.
     *
     * @param right whether it is such as is looked for
     */
    record Scored(double score, boolean right) {}

    /** The threshold with the best F1. */
    static double balanced(List<Scored> messages) {
        List<Scored> sorted = sorted(messages);
        long all = sorted.stream().filter(Scored::right).count();
        double best = 0;
        double at = 0;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            double f1 = 2.0 * right / (i + 1 + all);
            if (f1 > best) {
                best = f1;
                at = sorted.get(i).score();
            }
        }
        return at;
    }

    /** The lowest threshold above which at least the share {@code precision} is right. */
    static double precise(List<Scored> messages, double precision) {
        List<Scored> sorted = sorted(messages);
        double at = sorted.isEmpty() ? 0 : sorted.get(0).score() + JUST_ABOVE;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (i + 1 >= ENOUGH && right >= precision * (i + 1)) {
                at = sorted.get(i).score();
            }
        }
        return at;
    }

    /** The lowest threshold that at most so many in a thousand reach. */
    static double sparing(List<Double> scores, double inThousand) {
        List<Double> sorted = scores.stream().sorted(Comparator.reverseOrder()).toList();
        int allowed = (int) Math.floor(inThousand * sorted.size() / 1000);
        return allowed < sorted.size() ? sorted.get(allowed) + JUST_ABOVE : Double.NEGATIVE_INFINITY;
    }

    /** The highest threshold that the given share of the scores reaches. */
    static double reaching(List<Double> scores, double share) {
        List<Double> sorted = scores.stream().sorted(Comparator.reverseOrder()).toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /** The score that the given share of the rightly flagged stays below. */
    static double quantile(List<Scored> messages, double from, double share) {
        List<Double> right = messages.stream()
                .filter(s -> s.right() && s.score() >= from)
                .map(Scored::score)
                .sorted()
                .toList();
        return right.isEmpty() ? from : right.get((int) (share * (right.size() - 1)));
    }

    private static List<Scored> sorted(List<Scored> messages) {
        return messages.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }
}

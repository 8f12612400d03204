package org.turnstone.learning;

import java.util.List;
import java.util.Random;

/**
 * Logistic regression with a quadratic penalty, by dual coordinate descent (Yu, Huang and Lin 2011), on features that are
 * there or not and whose values are scaled by how unevenly they stand on the two sides (Wang and Manning 2012): sequences
 * that tell little weigh little from the start, which is what makes a few thousand rows go far. Same examples, same
 * weights. Stateless; may be shared between threads.
 */
final class Logistic {
    /** How little the penalty weighs beside the examples. */
    private static final double COST = 10;
    /** Added to each count, so that a rare feature is not certain. */
    private static final double SMOOTHING = 0.5;
    /** What a feature keeps that stands evenly on both sides. */
    private static final double LEAST_SCALE = 0.4;

    private static final int MOST_PASSES = 20;
    private static final double STILL_MOVING = 0.003;
    private static final int NEWTON_STEPS = 30;

    private Logistic() {}

    /**
     * One message.
     *
     * @param features numbers of its features
     * @param norm what its features' values are divided by
     * @param positive whether it is of the kind that is learned
     * @param weight how much it counts
     */
    record Example(int[] features, double norm, Side positive, double weight) {}

    /** Which side an example is on. */
    enum Side {
        YES(1),
        NO(-1);

        private final int sign;

        Side(int sign) {
            this.sign = sign;
        }

        static Side of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    /**
     * What was learned.
     *
     * @param weights for each feature, with its value taken in
     */
    record Model(double bias, double[] weights) {}

    /** @param values of each feature, before they are scaled */
    static Model train(List<Example> examples, double[] values) {
        return new Descent(examples, scaled(examples, values)).run();
    }

    private static double[] scaled(List<Example> examples, double[] values) {
        double[][] seen = new double[2][values.length];
        double[] all = {SMOOTHING, SMOOTHING};
        for (Example e : examples) {
            int side = e.positive().ordinal();
            all[side] += e.weight();
            for (int feature : e.features()) {
                seen[side][feature] += e.weight();
            }
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            double odds = (seen[0][i] + SMOOTHING) / all[0] / ((seen[1][i] + SMOOTHING) / all[1]);
            scaled[i] = values[i] * (Math.abs(StrictMath.log(odds)) + LEAST_SCALE);
        }
        return scaled;
    }

    /** One descent. For one thread, once. */
    private static final class Descent {
        private final List<Example> examples;
        private final double[] values;
        private final double[] weights;
        private final double[] alphas;
        private final double[] curvatures;
        private double bias;

        Descent(List<Example> examples, double[] values) {
            this.examples = examples;
            this.values = values;
            this.weights = new double[values.length];
            this.alphas = new double[examples.size()];
            this.curvatures = new double[examples.size()];
        }

        Model run() {
            for (int k = 0; k < alphas.length; k++) {
                Example e = examples.get(k);
                curvatures[k] = 1 + squares(e);
                alphas[k] = Math.min(0.001 * COST * e.weight(), 1e-8);
                move(e, alphas[k]);
            }
            int[] order = new int[alphas.length];
            for (int k = 0; k < order.length; k++) {
                order[k] = k;
            }
            Random random = new Random(1);
            for (int pass = 0; pass < MOST_PASSES; pass++) {
                shuffle(order, random);
                if (pass(order) < STILL_MOVING) {
                    break;
                }
            }
            return new Model(bias, taken(weights, values));
        }

        private static double[] taken(double[] weights, double[] values) {
            double[] taken = new double[weights.length];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = weights[i] * values[i];
            }
            return taken;
        }

        private static void shuffle(int[] order, Random random) {
            for (int k = order.length - 1; k > 0; k--) {
                int other = random.nextInt(k + 1);
                int kept = order[k];
                order[k] = order[other];
                order[other] = kept;
            }
        }

        private double squares(Example e) {
            double sum = 0;
            for (int feature : e.features()) {
                sum += values[feature] * values[feature];
            }
            return sum / (e.norm() * e.norm());
        }

        private double pass(int[] order) {
            double most = 0;
            for (int k : order) {
                Example e = examples.get(k);
                double cost = COST * e.weight();
                double slope = bias;
                double sum = 0;
                for (int feature : e.features()) {
                    sum += weights[feature] * values[feature];
                }
                slope = (slope + sum / e.norm()) * e.positive().sign;
                double next = best(alphas[k], curvatures[k], slope, cost);
                most = Math.max(most, Math.abs(next - alphas[k]) / cost);
                move(e, next - alphas[k]);
                alphas[k] = next;
            }
            return most;
        }

        private void move(Example e, double amount) {
            double step = amount * e.positive().sign;
            bias += step;
            for (int feature : e.features()) {
                weights[feature] += step * values[feature] / e.norm();
            }
        }

        /** The dual variable that is best while all others stand still, by Newton's method kept within its bounds. */
        private static double best(double old, double curvature, double slope, double cost) {
            double low = 1e-12 * cost;
            double high = cost * (1 - 1e-12);
            double z = old;
            for (int i = 0; i < NEWTON_STEPS; i++) {
                double gradient = curvature * (z - old) + slope + StrictMath.log(z / (cost - z));
                double next = z - gradient / (curvature + cost / (z * (cost - z)));
                if (next <= low) {
                    next = z * 0.1 + low * 0.9;
                } else if (next >= high) {
                    next = z * 0.1 + high * 0.9;
                }
                boolean still = Math.abs(next - z) < 1e-9 * cost;
                z = next;
                if (still) {
                    break;
                }
            }
            return z;
        }
    }
}

package org.turnstone.learning;

import org.jspecify.annotations.Nullable;

/**
 * So many of so many.
 *
 * @param right how many
 * @param of of how many; a share of nothing has no value
 */
public record Share(int right, int of) {
    /** The normal quantile of a 95 % interval. */
    private static final double Z = 1.959964;

    public @Nullable Double value() {
        return of == 0 ? null : right / (double) of;
    }

    /**
     * From where to where the true share lies, at 95 %: Wilson's score interval (1927), which keeps within 0 and 1 and
     * does not collapse where nothing was found. {@code null} for a share of nothing.
     */
    public double @Nullable [] interval() {
        if (of == 0) {
            return null;
        }
        double p = right / (double) of;
        double middle = (p + Z * Z / (2 * of)) / (1 + Z * Z / of);
        double half = Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }
}

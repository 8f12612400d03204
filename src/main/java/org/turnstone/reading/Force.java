package org.turnstone.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much one cue says by itself. */
enum Force {
    /** Half a sign: needs a second. */
    HINT(0.5),
    /** Enough by itself. */
    SIGN(1.0),
    /** Unmistakable: no later warmth takes it back. */
    STRONG(2.0);

    private final double amount;

    Force(double amount) {
        this.amount = amount;
    }

    double amount() {
        return amount;
    }

    static Optional<Force> of(String label) {
        return Arrays.stream(values())
                .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }
}

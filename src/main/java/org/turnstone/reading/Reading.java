package org.turnstone.reading;

import java.util.List;
import java.util.Objects;

/**
 * What the reader noticed in one message, for its writer alone. It never moves or blocks the floor.
 *
 * @param verdict what the words together do
 * @param strength how strongly; {@link Strength#NONE} exactly where the verdict is {@link Verdict#NOTHING}
 * @param findings every sign that counted, in the order of the words
 * @param pain whether the writer speaks of being in pain, which is never corrected in any way
 */
public record Reading(Verdict verdict, Strength strength, List<Finding> findings, boolean pain) {
    /** Nothing was noticed. */
    public static final Reading NOTHING = new Reading(Verdict.NOTHING, Strength.NONE, List.of(), false);

    public Reading {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(strength);
        findings = List.copyOf(findings);
        if ((verdict == Verdict.NOTHING) != (strength == Strength.NONE)) {
            throw new IllegalArgumentException(verdict + " cannot be " + strength);
        }
    }

    /** The signs of one side, in the order of the words. */
    public List<Finding> findings(Kind.Side side) {
        return findings.stream().filter(f -> f.kind().side() == side).toList();
    }
}

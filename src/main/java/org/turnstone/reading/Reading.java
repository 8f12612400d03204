package org.turnstone.reading;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

    /** What a flagged reading found most signs of, the first where several are even; empty where it is not flagged. */
    public Optional<Kind> foremost() {
        Map<Kind, Integer> signs = new LinkedHashMap<>();
        for (Finding finding : verdict.flags() ? findings : List.<Finding>of()) {
            if (finding.kind().side() != Kind.Side.LEANING_IN) {
                signs.merge(finding.kind(), 1, Integer::sum);
            }
        }
        int most = signs.values().stream().mapToInt(n -> n).max().orElse(0);
        return signs.keySet().stream().filter(kind -> signs.get(kind) == most).findFirst();
    }

    /** The highest level of leaning in that its findings reach, if it leans in at all. */
    public Optional<Level> level() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        findings.forEach(f -> kinds.add(f.kind()));
        return Level.of(kinds);
    }
}

package org.turnstone.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Comes from signs to a verdict: how much each side says, and in which order. For one thread, once. */
final class Weighing {
    /** Half signs need company; one whole sign is enough. */
    private static final double ENOUGH = 1.0;

    private static final double FIRM = 1.5;
    private static final double HARD = 3.0;

    /** What counts as real warmth when it is taken back afterwards. */
    private static final Set<Kind> REAL = EnumSet.of(Kind.VALIDATION, Kind.OWNERSHIP, Kind.EMPATHY, Kind.REFLECTION);

    private final Tokens tokens;
    private final Structure structure;
    private final List<Reader.Sign> signs;

    Weighing(Tokens tokens, Structure structure, List<Reader.Sign> signs) {
        this.tokens = tokens;
        this.structure = structure;
        this.signs = signs;
    }

    Reading reading(Role role) {
        return role == Role.SPEAKER ? speaker() : listener();
    }

    Scores scores(Role role) {
        Reading reading = reading(role);
        Kind.Side side = role == Role.SPEAKER ? Kind.Side.STARTING_UP : Kind.Side.DEFENDING;
        double flag = reading.verdict() == Verdict.LEANING_IN ? 0 : total(side, 0);
        return new Scores(
                share(flag),
                share(total(Kind.Side.LEANING_IN, 0)),
                reading.verdict().flags());
    }

    private static double share(double total) {
        return total / (1 + total);
    }

    private Reading speaker() {
        double harsh = total(Kind.Side.STARTING_UP, 0);
        boolean spared = structure.pain() && harsh < Force.STRONG.amount();
        return harsh < ENOUGH || spared ? nothing() : made(Verdict.DEFENDING, harsh, Kind.Side.STARTING_UP);
    }

    private Reading listener() {
        double defending = total(Kind.Side.DEFENDING, 0);
        double leaning = total(Kind.Side.LEANING_IN, 0);
        if (defending < ENOUGH) {
            return leaning < ENOUGH ? nothing() : made(Verdict.LEANING_IN, leaning, Kind.Side.LEANING_IN);
        }
        if (endsLeaningIn() && strongest() < Force.STRONG.amount()) {
            return made(Verdict.LEANING_IN, leaning, Kind.Side.LEANING_IN);
        }
        return made(wasWarm() ? Verdict.MIXED : Verdict.DEFENDING, defending, Kind.Side.DEFENDING);
    }

    private Reading nothing() {
        return structure.pain() ? new Reading(Verdict.NOTHING, Strength.NONE, List.of(), true) : Reading.NOTHING;
    }

    private double total(Kind.Side side, int from) {
        double total = 0;
        for (Reader.Sign sign : signs) {
            if (sign.cue().kind().side() == side && sign.first() >= from) {
                total += sign.cue().force().amount();
            }
        }
        return total;
    }

    private double strongest() {
        double strongest = 0;
        for (Reader.Sign sign : signs) {
            if (sign.cue().kind().side() == Kind.Side.DEFENDING) {
                strongest = Math.max(strongest, sign.cue().force().amount());
            }
        }
        return strongest;
    }

    /** Whether enough leaning in follows the last sign of defending, in a new sentence or after a "but". */
    private boolean endsLeaningIn() {
        int lastDefending = -1;
        for (Reader.Sign sign : signs) {
            lastDefending = sign.cue().kind().side() == Kind.Side.DEFENDING ? sign.last() : lastDefending;
        }
        double after = 0;
        for (Reader.Sign sign : signs) {
            boolean leans = sign.cue().kind().side() == Kind.Side.LEANING_IN && sign.first() > lastDefending;
            after += leans && structure.turnsBetween(lastDefending, sign.first())
                    ? sign.cue().force().amount()
                    : 0;
        }
        return after >= ENOUGH;
    }

    private boolean wasWarm() {
        double warm = 0;
        for (Reader.Sign sign : signs) {
            warm += REAL.contains(sign.cue().kind()) ? sign.cue().force().amount() : 0;
        }
        return warm >= ENOUGH;
    }

    private Reading made(Verdict verdict, double score, Kind.Side side) {
        List<Finding> findings = new ArrayList<>();
        for (Reader.Sign sign : signs) {
            Kind kind = sign.cue().kind();
            if (kind.side() == side || verdict == Verdict.MIXED) {
                int start = tokens.start(sign.first());
                findings.add(new Finding(kind, sign.cue().rule(), start, tokens.end(sign.last())));
            }
        }
        return new Reading(verdict, strength(score), findings, structure.pain());
    }

    private static Strength strength(double score) {
        if (score < FIRM) {
            return Strength.MILD;
        }
        return score < HARD ? Strength.FIRM : Strength.HARD;
    }
}

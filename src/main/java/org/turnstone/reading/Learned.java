package org.turnstone.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Comes from learned weights to a verdict on one message: how far its words speak for defending and for leaning in, less
 * where nothing is at stake in the partner's words just before. For one thread, once.
 */
final class Learned {
    /** What is cited of leaning in: enough to be recognised, not all of it. */
    private static final int MOST_CITED_WARMTH = 3;

    private final Weights weights;
    private final Tokens tokens;
    private final Structure structure;
    private final Role role;
    private final Score score;
    private final double norm;
    private final double flag;
    private final double lean;
    /** How many times as much is cited as would just do. */
    private double surplus = 1;

    Learned(Weights weights, Tokens tokens, Structure structure, List<Reader.Sign> signs, Before before, Role role) {
        this.weights = weights;
        this.tokens = tokens;
        this.structure = structure;
        this.role = role;
        int[] heard = Features.heard(tokens, structure.greetingEnd());
        this.score = new Score(
                weights, role == Role.SPEAKER ? Weights.Section.SPEAKER : Weights.Section.LISTENER, tokens, heard);
        new Features(tokens, structure, signs, heard, score).reply();
        this.norm = Score.norm(heard.length);
        this.flag = role == Role.SPEAKER ? harsh() : defending(before);
        this.lean = role == Role.SPEAKER ? 0 : leaning(before);
    }

    /**
     * What the partner's words just before come to.
     *
     * @param defending what they add to the score of defending, before it is divided by the message's norm
     * @param leaningIn the same for leaning in
     * @param stakes how surely something is at stake; 0 where nothing is known
     */
    record Before(double defending, double leaningIn, double stakes) {
        static final Before UNKNOWN = new Before(0, 0, 0);

        static Before of(Weights weights, Tokens before) {
            if (before.size() == 0) {
                return UNKNOWN;
            }
            int[] heard = Features.heard(before, 0);
            double[] sums = Score.partner(weights, before, heard);
            double stakes = weights.figure(Weights.Figure.STAKES_BIAS) + sums[2] / Score.stakesNorm(heard.length);
            return new Before(sums[0], sums[1], stakes);
        }
    }

    private double harsh() {
        return weights.figure(Weights.Figure.HARSH_BIAS) + score.sum(Score.DEFENDING) / norm;
    }

    private double defending(Before before) {
        double taken = weights.figure(Weights.Figure.STAKES_SHARE) * StrictMath.log1p(Math.exp(-before.stakes()));
        return weights.figure(Weights.Figure.FLAG_BIAS)
                + (score.sum(Score.DEFENDING) + before.defending()) / norm
                - taken;
    }

    private double leaning(Before before) {
        return weights.figure(Weights.Figure.LEAN_BIAS) + (score.sum(Score.LEANING_IN) + before.leaningIn()) / norm;
    }

    Scores scores() {
        Weights.Figure balanced = role == Role.SPEAKER ? Weights.Figure.HARSH_BALANCED : Weights.Figure.FLAG_BALANCED;
        return new Scores(share(flag), share(lean), flag >= weights.figure(balanced));
    }

    private static double share(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    Reading reading() {
        return role == Role.SPEAKER ? speaker() : listener();
    }

    private Reading speaker() {
        double margin = flag - weights.figure(Weights.Figure.HARSH_SHIPS);
        boolean spared = structure.pain() && flag < weights.figure(Weights.Figure.HARSH_FIRM);
        return margin < 0 || spared ? nothing() : flagged(margin, Kind.Side.STARTING_UP, Verdict.DEFENDING);
    }

    /** The reading where it flags, or else nothing: what leans in need not be explained. */
    Reading ifFlagged(double times) {
        surplus = times;
        boolean flags =
                flag >= weights.figure(role == Role.SPEAKER ? Weights.Figure.HARSH_SHIPS : Weights.Figure.FLAG_SHIPS);
        return flags ? reading() : Reading.NOTHING;
    }

    private Reading listener() {
        double margin = flag - weights.figure(Weights.Figure.FLAG_SHIPS);
        if (margin >= 0) {
            return flagged(margin, Kind.Side.DEFENDING, opensWarmly() ? Verdict.MIXED : Verdict.DEFENDING);
        }
        double warmth = lean - weights.figure(Weights.Figure.LEAN_SHIPS);
        List<Finding> findings = warmth < 0
                ? List.of()
                : cited(score.voices(Score.LEANING_IN, Kind.Side.LEANING_IN), warmth * norm, MOST_CITED_WARMTH);
        return findings.isEmpty()
                ? nothing()
                : new Reading(
                        Verdict.LEANING_IN,
                        strength(lean, Weights.Figure.LEAN_FIRM, Weights.Figure.LEAN_HARD),
                        findings,
                        structure.pain());
    }

    private Reading nothing() {
        return structure.pain() ? new Reading(Verdict.NOTHING, Strength.NONE, List.of(), true) : Reading.NOTHING;
    }

    /** Whatever is flagged has words that led there; where there are none, nothing is. */
    private Reading flagged(double margin, Kind.Side side, Verdict verdict) {
        List<Finding> findings = cited(score.voices(Score.DEFENDING, side), surplus * margin * norm, Integer.MAX_VALUE);
        if (findings.isEmpty()) {
            return nothing();
        }
        if (verdict == Verdict.MIXED) {
            findings.addAll(cited(score.voices(Score.LEANING_IN, Kind.Side.LEANING_IN), 0, 1));
            findings.sort(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end));
        }
        return new Reading(verdict, strength(), findings, structure.pain());
    }

    /** The loudest words that do not overlap, until without them the score would be lower by {@code amount}. */
    private List<Finding> cited(List<Score.Voice> voices, double amount, int most) {
        BitSet taken = new BitSet(tokens.size());
        List<Finding> findings = new ArrayList<>();
        double left = amount;
        for (Score.Voice voice : voices) {
            if (findings.size() == most || left < 0) {
                break;
            }
            if (!voice.meets(taken)) {
                taken.set(voice.first(), voice.last() + 1);
                left -= voice.amount();
                findings.add(new Finding(
                        voice.kind(), voice.rule(weights), tokens.start(voice.first()), tokens.end(voice.last())));
            }
        }
        findings.sort(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end));
        return findings;
    }

    /** Whether the first clause alone would lean in, so that what follows takes a real warmth back. */
    private boolean opensWarmly() {
        int end = structure.clauseEnd(0);
        double warm = score.sumWithin(Score.LEANING_IN, end) / Score.norm(end);
        return end < tokens.size()
                && weights.figure(Weights.Figure.LEAN_BIAS) + warm >= weights.figure(Weights.Figure.LEAN_SHIPS);
    }

    private Strength strength() {
        return role == Role.SPEAKER
                ? strength(flag, Weights.Figure.HARSH_FIRM, Weights.Figure.HARSH_HARD)
                : strength(flag, Weights.Figure.FLAG_FIRM, Weights.Figure.FLAG_HARD);
    }

    private Strength strength(double reached, Weights.Figure firm, Weights.Figure hard) {
        if (reached < weights.figure(firm)) {
            return Strength.MILD;
        }
        return reached < weights.figure(hard) ? Strength.FIRM : Strength.HARD;
    }
}

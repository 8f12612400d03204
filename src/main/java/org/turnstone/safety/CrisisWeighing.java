package org.turnstone.safety;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.turnstone.reading.Tokens;

/**
 * Weighs what one message says as a whole, part by part where it is long, and names the words that weighed most. For one
 * message and one thread.
 */
final class CrisisWeighing {
    /** A longer message is weighed in parts of so many words, so that one sentence is not lost in a letter. */
    private static final int PART = 40;

    private static final int STEP = 20;

    private final CrisisMarks marks;
    private final Tokens tokens;
    private final CrisisWeights weights;

    CrisisWeighing(CrisisMarks marks, Tokens tokens, CrisisWeights weights) {
        this.marks = marks;
        this.tokens = tokens;
        this.weights = weights;
    }

    /** A part of the message, from a word to the one after its last, and how likely each concern is there. */
    private record Part(int from, int to, Set<String> found, double[] likely) {
        double any() {
            return Arrays.stream(likely).sum();
        }

        Concern concern() {
            Concern most = Concern.SELF_HARM;
            for (Concern concern : Concern.values()) {
                most = likely[concern.ordinal()] > likely[most.ordinal()] ? concern : most;
            }
            return most;
        }
    }

    /** @param gravest of the cues that fired, which counts unless the words around it make it unlikely */
    Optional<Alarm> alarm(CrisisMarks.Cues cues, Optional<Alarm> gravest) {
        Part part = likeliest(cues);
        if (gravest.isPresent() && part.any() >= weights.bounds().doubt()) {
            return gravest;
        }
        return part.any() >= weights.bounds().threshold() ? Optional.of(named(part, cues)) : Optional.empty();
    }

    private Part likeliest(CrisisMarks.Cues cues) {
        Part most = part(0, Math.min(PART, marks.words()), cues);
        for (int from = STEP; from + STEP < marks.words(); from += STEP) {
            Part next = part(from, Math.min(from + PART, marks.words()), cues);
            most = next.any() > most.any() ? next : most;
        }
        return most;
    }

    private Part part(int from, int to, CrisisMarks.Cues cues) {
        Set<String> found = new LinkedHashSet<>();
        marks.each(from, to, cues, (mark, first, last) -> found.add(mark));
        return new Part(from, to, found, weights.likelihoods(found));
    }

    /** The words between which the marks that speak for the concern outweigh the others, and the strongest of them. */
    private Alarm named(Part part, CrisisMarks.Cues cues) {
        Concern concern = part.concern();
        double[] byToken = new double[tokens.size()];
        marks.each(part.from(), part.to(), cues, (mark, first, last) -> share(mark, concern, first, last, byToken));
        int[] span = heaviest(byToken);
        String mark = part.found().stream()
                .reduce((a, b) -> weights.adds(b, concern) > weights.adds(a, concern) ? b : a)
                .orElseThrow();
        String rule = concern.name().toLowerCase(Locale.ROOT) + ": " + mark;
        return new Alarm(concern, rule, tokens.start(span[0]), tokens.end(span[1]));
    }

    private void share(String mark, Concern concern, int first, int last, double[] byToken) {
        double half = weights.adds(mark, concern) / 2;
        byToken[first] += half;
        byToken[last] += half;
    }

    /** The run of tokens with the greatest sum. */
    private static int[] heaviest(double[] byToken) {
        int[] best = {0, 0};
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int begin = 0;
        for (int i = 0; i < byToken.length; i++) {
            if (sum <= 0) {
                sum = 0;
                begin = i;
            }
            sum += byToken[i];
            if (sum > most) {
                most = sum;
                best = new int[] {begin, i};
            }
        }
        return best;
    }
}

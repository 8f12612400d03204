package org.turnstone.reading;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a learned feature looks at. In a weights file a feature is written as its family's label, a colon and what it is;
 * sequences anywhere in a reply are written bare.
 */
public enum Family {
    /** One to three words and marks in a row, or two with any one between: {@code i didnt mean}, {@code you * me}. */
    WORDS("", 1),
    /** One or two in the first clause. */
    OPENING("opening", 1),
    /** One or two in the last clause. */
    CLOSING("closing", 1),
    /** One or two that begin a question. */
    ASKS("asks", 1),
    /** One or two that begin any other clause. */
    SAYS("says", 1),
    /** Whom a clause speaks of, and whether it asks. */
    ABOUT("about", 1),
    /** A rule of the lexicon. */
    CUE("cue", 1),
    /** A kind that the lexicon noticed. */
    KIND("kind", 2),
    /** How much a cue says, and for which side. */
    FORCE("force", 2),
    /** How many words and clauses there are. */
    LENGTH("length", 1),
    /** What the partner's words just before speak of. */
    AFTER("after", 1),
    /** One or two in an answer to a complaint. */
    TO_COMPLAINT("to complaint", 0.7),
    /** One or two in an answer to a feeling. */
    TO_FEELING("to feeling", 0.7),
    /** One or two in an answer to a complaint that tells a feeling. */
    TO_BOTH("to both", 0.7),
    /** One or two in an answer to anything else. */
    TO_OTHER("to other", 0.7),
    /** One or two in the partner's words just before. */
    PARTNER("partner", 0.5);

    private static final Map<String, Family> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(f -> f.label, f -> f));

    private final String label;
    private final double value;
    private final long seed;

    Family(String label, double value) {
        this.label = label;
        this.value = value;
        this.seed = (ordinal() + 1) * 0x9E3779B97F4A7C15L;
    }

    /** How much one feature of it counts beside others when weights are learned; reading needs it no more. */
    public double value() {
        return value;
    }

    long seed() {
        return seed;
    }

    /** A feature of this family as a weights file writes it. */
    String written(String what) {
        return label.isEmpty() ? what : label + ": " + what;
    }

    /** Whether its features are words of the message itself, that a finding can point at. */
    boolean isSaid() {
        return switch (this) {
            case WORDS, OPENING, CLOSING, ASKS, SAYS, TO_COMPLAINT, TO_FEELING, TO_BOTH, TO_OTHER, CUE -> true;
            case ABOUT, KIND, FORCE, LENGTH, AFTER, PARTNER -> false;
        };
    }

    /** Whether its features are named by one label and not by words in a row. */
    boolean isLabelled() {
        return switch (this) {
            case ABOUT, CUE, KIND, FORCE, LENGTH, AFTER -> true;
            default -> false;
        };
    }

    static Optional<Family> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}

package org.turnstone.reading;

/**
 * How far one message goes each way on the scales of the model that read it: for measuring and learning, never shown to
 * people as a grade.
 *
 * @param defending from 0 (nothing found, or not ours to read) to 1; for a speaker, how harshly it starts up
 * @param leaningIn from 0 to 1
 * @param balanced whether it is flagged at the threshold that weighs a missed flag like a false one; the verdict's own
 *     threshold asks for more
 */
public record Scores(double defending, double leaningIn, boolean balanced) {
    /** Nothing was noticed. */
    public static final Scores NONE = new Scores(0, 0, false);

    public Scores {
        if (!(defending >= 0 && defending <= 1 && leaningIn >= 0 && leaningIn <= 1)) {
            throw new IllegalArgumentException("scores lie between 0 and 1, not at " + defending + ", " + leaningIn);
        }
    }
}

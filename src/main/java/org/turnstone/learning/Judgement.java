package org.turnstone.learning;

import org.turnstone.reading.Reading;
import org.turnstone.reading.Scores;

/** What a reader made of one row. Where it abstains, {@link #NONE}, which counts as not flagged. */
public record Judgement(Reading reading, Scores scores) {
    public static final Judgement NONE = new Judgement(Reading.NOTHING, Scores.NONE);
}

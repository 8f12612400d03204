package org.turnstone.learning;

import java.util.Optional;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Scores;
import org.turnstone.reading.Tongues;
import org.turnstone.reading.Utterance;
import org.turnstone.safety.Alarm;

/** What a reader made of one row. Where it abstains, {@link #NONE}, which counts as not flagged. */
public record Judgement(Reading reading, Scores scores) {
    public static final Judgement NONE = new Judgement(Reading.NOTHING, Scores.NONE);

    /** As in a talk: where words of crisis are heard, nothing is read. */
    public static Judgement of(Tongues reader, Utterance utterance, Optional<Alarm> alarm) {
        return alarm.isPresent() ? NONE : new Judgement(reader.read(utterance), reader.scores(utterance));
    }
}

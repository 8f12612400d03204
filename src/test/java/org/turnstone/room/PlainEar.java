package org.turnstone.room;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Move;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Verdict;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;

/** An ear that understands a handful of plain words, so that a test of rooms does not depend on a lexicon. */
public class PlainEar implements Ear {
    @Override
    public Optional<Alarm> alarm(String text) {
        if (text.contains("hit me")) {
            return Optional.of(new Alarm(Concern.PARTNER_VIOLENCE, "hit me", 0, 1));
        }
        return text.contains("end my life")
                ? Optional.of(new Alarm(Concern.SELF_HARM, "end my life", 0, 1))
                : Optional.empty();
    }

    @Override
    public Optional<Move> typed(String text, Collection<Move> possible) {
        return Optional.of(Move.PASS).filter(move -> text.equals("over to you") && possible.contains(move));
    }

    @Override
    public Reading read(Utterance utterance) {
        int at = utterance.text().indexOf("you always");
        return at < 0
                ? Reading.NOTHING
                : new Reading(
                        Verdict.DEFENDING,
                        Strength.HARD,
                        List.of(new Finding(Kind.ABSOLUTES, "you always", at, at + "you always".length())),
                        false);
    }
}

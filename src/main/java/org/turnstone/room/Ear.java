package org.turnstone.room;

import java.util.Collection;
import java.util.Optional;
import org.turnstone.floor.Move;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Utterance;
import org.turnstone.safety.Alarm;

/** How raw words are understood in one language: safety first, then typed buttons, then the reading. Threads may share one. */
public interface Ear {
    /** Words at which the bot steps aside. */
    Optional<Alarm> alarm(String text);

    /**
     * The move that a whole message stands for, as "over to you" stands for passing the floor.
     *
     * @param possible what the writer may do now; nothing else is understood
     */
    Optional<Move> typed(String text, Collection<Move> possible);

    /** What the words show, for their writer alone. */
    Reading read(Utterance utterance);
}

package org.turnstone.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.turnstone.floor.Customs;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.Ear;
import org.turnstone.room.Holdings;
import org.turnstone.room.Marks;
import org.turnstone.room.Notes;
import org.turnstone.room.People;
import org.turnstone.room.Scribe;

/**
 * What Discord's adapter works with, beside the rooms.
 *
 * @param books the prompt book of a language tag
 * @param ears the ear of a language tag, for reading a draft
 * @param languages the tags of all that are installed
 * @param language of what a whole room reads
 * @param customs of a room that is opened
 * @param holding whether servers may choose that the floor is held by more than courtesy
 * @param circles how long circles take
 * @param notBefore how long no talk of a pair starts after a set-up that said no
 */
public record Surroundings(
        Notes notes,
        Marks marks,
        People people,
        Holdings holdings,
        Scribe scribe,
        Function<String, PromptBook> books,
        Function<String, Ear> ears,
        List<String> languages,
        String language,
        Customs customs,
        CircleTimes circles,
        Holding holding,
        Duration notBefore,
        Clock clock) {

    /** What a whole room reads. */
    PromptBook book() {
        return books.apply(language);
    }
}

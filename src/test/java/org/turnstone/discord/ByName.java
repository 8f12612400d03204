package org.turnstone.discord;

import java.time.Instant;
import java.util.Map;
import org.turnstone.floor.Person;
import org.turnstone.floor.Quote;
import org.turnstone.prompts.Filling;

/** Fills lines as they stand in a channel. */
record ByName(Map<Person, String> names) implements Filling {
    @Override
    public String name(Person person) {
        return names.get(person);
    }

    @Override
    public String when(Instant moment) {
        return "<t:" + moment.getEpochSecond() + ":R>";
    }

    @Override
    public String quote(Quote quote) {
        return "...";
    }
}

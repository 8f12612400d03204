package org.turnstone.prompts;

import java.time.Instant;
import org.turnstone.floor.Person;
import org.turnstone.floor.Quote;

/**
 * What a platform puts into the places of a line. It knows names, its readers' clocks and, for a private note, the
 * writer's words; the prompt book knows none of them. Whatever it gives stands in the line as it is, braces included.
 */
public interface Filling {
    /** How {@code person} is called here, made harmless for this platform: no pings, no markup. */
    String name(Person person);

    /**
     * The moment as an adverb, as in "back ...": {@code at 21:40}, {@code tomorrow at 9:00}, {@code in 20 minutes}. Discord's
     * relative timestamps read the same way.
     */
    String when(Instant moment);

    /** The quoted words themselves, without quotation marks; see {@link Excerpt}. */
    String quote(Quote quote);
}

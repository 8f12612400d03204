package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What stands in a line's placeholders. */
public record Slots(
        Optional<Person> to,
        Optional<Person> other,
        Optional<Instant> when,
        Optional<Quote> quote,
        Optional<Duration> taking) {
    /** A line without placeholders. */
    public static final Slots NONE =
            new Slots(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Slots to(Person person) {
        return new Slots(Optional.of(person), NONE.other, NONE.when, NONE.quote, NONE.taking);
    }

    public static Slots at(Instant moment) {
        return NONE.until(moment);
    }

    public static Slots quoting(Quote quote) {
        return new Slots(NONE.to, NONE.other, NONE.when, Optional.of(quote), NONE.taking);
    }

    public Slots and(Person person) {
        return new Slots(to, Optional.of(person), when, quote, taking);
    }

    public Slots until(Instant moment) {
        return new Slots(to, other, Optional.of(moment), quote, taking);
    }

    public Slots taking(Duration length) {
        return new Slots(to, other, when, quote, Optional.of(length));
    }

    /** The placeholders that have something in them. */
    public Set<Slot> filled() {
        Set<Slot> filled = EnumSet.noneOf(Slot.class);
        to.ifPresent(p -> filled.add(Slot.TO));
        other.ifPresent(p -> filled.add(Slot.OTHER));
        when.ifPresent(p -> filled.add(Slot.WHEN));
        quote.ifPresent(p -> filled.add(Slot.QUOTE));
        taking.ifPresent(p -> filled.add(Slot.MINUTES));
        return filled;
    }
}

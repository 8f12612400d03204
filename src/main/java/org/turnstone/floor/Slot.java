package org.turnstone.floor;

import java.util.Locale;

/** A placeholder in a text: {@code {to}}, {@code {other}} and so on. */
public enum Slot {
    /** The person spoken to, or spoken of first. */
    TO,
    /** The other person concerned. */
    OTHER,
    /** A moment, shown in each reader's own time. */
    WHEN,
    /** How long something takes, in whole minutes. */
    MINUTES,
    /** The writer's own words, quoted to the writer alone. */
    QUOTE;

    /** As it stands in a text, braces included. */
    public String placeholder() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }
}

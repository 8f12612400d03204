package org.turnstone.floor;

import java.util.function.Supplier;

/** Something that must hold throughout a conversation. A new one watches each conversation. */
interface Law {
    /** Sees one event and what it led to; throws an AssertionError where the law is broken. */
    void sees(Conversation before, Event event, Step step);

    /** Much cheaper than an assertion library where it is asked a hundred million times. */
    static void holds(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** Whether {@code person} did it. */
    static boolean isBy(Event event, Person person) {
        return event instanceof Event.Did did && did.who().equals(person);
    }
}

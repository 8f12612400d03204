package org.turnstone.floor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What some people can see of an effect: everything public, and what is for themselves. */
final class Eyes {
    private Eyes() {}

    static List<Effect> everyoneBut(Person person, List<Effect> effects) {
        return effects.stream().filter(e -> !isOnlyFor(person, e)).toList();
    }

    static List<Effect> all(List<Effect> effects) {
        return effects.stream()
                .filter(e -> !(e instanceof Effect.Whisper
                        || e instanceof Effect.Hold
                        || e instanceof Effect.Release
                        || e instanceof Effect.StepAside))
                .toList();
    }

    private static boolean isOnlyFor(Person person, Effect effect) {
        return effect instanceof Effect.Whisper w && w.to().equals(person)
                || effect instanceof Effect.Hold h && h.from().equals(person)
                || effect instanceof Effect.Release r && r.to().equals(person)
                || effect instanceof Effect.StepAside s && s.to().equals(person);
    }

    /** All that the others could find out by looking: status, deadline and their own moves. */
    static List<Object> lookOfEveryoneBut(Person person, Conversation c) {
        Set<Person> others = new TreeSet<>(c.circle().order());
        others.remove(person);
        return List.of(c.status(), c.wakesAt(), others.stream().map(c::moves).toList());
    }
}

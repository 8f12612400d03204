package org.turnstone.floor;

import java.util.List;

/** How somebody in a circle lets whoever keeps it know that they could use some support: by their own wish only. */
final class Support {
    private Support() {}

    /** Who would be told: those who keep the circle, but for {@code person}; nobody in a couple. */
    private static List<Person> told(Conversation c, Person person) {
        return c.circle().keepers().stream().filter(p -> !p.equals(person)).toList();
    }

    /** The move, where there is somebody to tell. */
    static List<Move> move(Conversation c, Person person) {
        return told(c, person).isEmpty() ? List.of() : List.of(Move.ASK_SUPPORT);
    }

    static Step asked(Conversation c, Person person) {
        if (!c.moves(person).contains(Move.ASK_SUPPORT)) {
            return c.stays();
        }
        List<Person> keepers = told(c, person);
        Step step = c.stays();
        for (Person keeper : keepers) {
            step = step.whisper(keeper, Prompt.KEEPER_SUPPORT, Slots.NONE.and(person));
        }
        return step.whisper(person, Prompt.SUPPORT_ASKED, Slots.NONE.and(keepers.get(0)));
    }

    /** After a step aside: whether they would like that. */
    static Step offered(Step step, Person person) {
        List<Person> keepers = told(step.next(), person);
        return keepers.isEmpty()
                ? step
                : step.whisper(person, Prompt.SUPPORT_OFFERED, Slots.NONE.and(keepers.get(0)), Move.ASK_SUPPORT);
    }
}

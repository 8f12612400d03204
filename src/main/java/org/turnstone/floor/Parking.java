package org.turnstone.floor;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Topics for another time. One talk holds one topic; whatever else comes up is put on a list that both see, instead of into
 * the talk. Only a couple has one: a circle's topics are its keeper's.
 */
final class Parking {
    /** More than this is no list for another time but one of everything that is wrong. */
    static final int MOST = 8;

    private Parking() {}

    static Step parks(Conversation c, Event.Parked e) {
        if (c.ledger().parked().size() >= MOST) {
            return c.stays().whisper(e.who(), Prompt.PARKED_FULL, Slots.NONE);
        }
        return c.with(c.ledger().parks(e.words()))
                .stays()
                .whisper(e.who(), Prompt.PARKED, Slots.NONE)
                .show();
    }

    static Step letsGo(Conversation c, Event.LetGo e) {
        return c.ledger().parked().contains(e.words())
                ? c.with(c.ledger().unparks(e.words())).stays().show()
                : c.stays();
    }

    /** What waits to be parked, or is: an answer to "what was missed?" is lost neither to its speaker nor to the list. */
    static Stream<Words> keeps(Conversation c) {
        Optional<Words> missing =
                c.phase() instanceof InTurn inTurn && c.circle().isCouple()
                        ? inTurn.turn().missing()
                        : Optional.empty();
        return Stream.concat(c.ledger().parked().stream(), missing.stream());
    }
}

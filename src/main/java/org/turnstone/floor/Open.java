package org.turnstone.floor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No talk is on. Anyone may ask for one. */
public record Open() implements Phase {
    @Override
    public Line line(Conversation c) {
        return new Line(Prompt.STATUS_OPEN, 0, Slots.NONE);
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        return List.of(Move.ASK, Move.ASK_LONGER);
    }

    @Override
    public Step asked(Conversation c, Event.Asked e) {
        Optional<Instant> notYet = c.ledger().mayNotAskUntil(e.who(), e.at());
        if (notYet.isPresent()) {
            return c.stays().whisper(e.who(), Prompt.ASK_AGAIN_LATER, Slots.at(notYet.get()));
        }
        Instant until = e.at().plus(c.waits().invitation());
        Inviting inviting = new Inviting(e.who(), e.pace(), e.topic(), Set.of(e.who()), until);
        return c.with(c.circle().afresh())
                .with(Talk.NEW)
                .enters(inviting)
                .then(x -> invites(x, e))
                .show();
    }

    private static Step invites(Conversation c, Event.Asked e) {
        if (!c.circle().isCouple()) {
            return c.stays().say(Prompt.INVITED_CIRCLE, Slots.NONE.and(e.who()));
        }
        Prompt prompt = e.pace().isQuick() ? Prompt.INVITED : Prompt.INVITED_LONGER;
        return c.stays().say(prompt, Slots.to(c.circle().next(e.who())).and(e.who()));
    }

    /** There is nothing to leave. */
    @Override
    public Step left(Conversation c, Event.Left e) {
        return c.stays();
    }
}

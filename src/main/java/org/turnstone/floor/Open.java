package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No talk is on. Anyone may ask for one. */
public record Open() implements Phase {
    @Override
    public Line line(Conversation c) {
        return c.circle().isCouple()
                ? new Line(Prompt.STATUS_OPEN, 0, Slots.NONE)
                : new Line(
                        Prompt.STATUS_NO_CIRCLE,
                        0,
                        Slots.NONE.and(c.circle().keepers().get(0)));
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        return mayAsk(c, person) ? List.of(Move.ASK, Move.ASK_LONGER) : List.of();
    }

    /** Either of a couple; a circle is opened by those who keep it. */
    private static boolean mayAsk(Conversation c, Person person) {
        return c.circle().isCouple() || c.circle().isKeptBy(person);
    }

    @Override
    public Step asked(Conversation c, Event.Asked e) {
        if (!mayAsk(c, e.who())) {
            return c.stays();
        }
        if (!c.circle().isCouple() && e.readiness() == Event.Readiness.NOT_NOW) {
            return c.stays().whisper(e.who(), Prompt.NOT_STARTING, Slots.NONE);
        }
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
            Step step =
                    c.stays().say(Prompt.INVITED_CIRCLE, Slots.NONE.and(e.who()).taking(length(c)));
            step = e.topic().isPresent() ? step.post(e.who(), Prompt.TOPIC, e.topic()) : step;
            return step.say(Prompt.BEFORE_YOU_COME_IN, Slots.NONE);
        }
        Prompt prompt = e.pace().isQuick() ? Prompt.INVITED : Prompt.INVITED_LONGER;
        return c.stays().say(prompt, Slots.to(c.circle().next(e.who())).and(e.who()));
    }

    private static Duration length(Conversation c) {
        return c.circle()
                .gathering()
                .map(Gathering::expected)
                .orElseGet(() -> Gathering.TURN_WITH_ANSWERS.multipliedBy(
                        c.circle().order().size()));
    }

    /** There is nothing to leave. */
    @Override
    public Step left(Conversation c, Event.Left e) {
        return c.stays();
    }
}

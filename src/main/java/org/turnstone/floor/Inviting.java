package org.turnstone.floor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody asked for a turn, and the others have not all answered. "Is now a good time?" comes before everything, and a no
 * is an answer (the appointment of Imago dialogue, Hendrix and Hunt).
 *
 * @param asker who asked
 * @param pace of the talk asked for
 * @param topic shown only once the other has said yes
 * @param here who is here, the asker included
 * @param until when the invitation gently expires
 */
public record Inviting(Person asker, Pace pace, Optional<Words> topic, Set<Person> here, Instant until)
        implements Phase {
    public Inviting {
        Objects.requireNonNull(asker);
        Objects.requireNonNull(pace);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(until);
        here = Sorted.set(here);
    }

    @Override
    public Optional<Instant> wakesAt() {
        return Optional.of(until);
    }

    @Override
    public Line line(Conversation c) {
        return new Line(Prompt.STATUS_INVITING, 0, Slots.to(asker).until(until));
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        if (!here.contains(person)) {
            return c.circle().isCouple() ? List.of(Move.HERE, Move.LATER, Move.NOT_TODAY) : List.of(Move.HERE);
        }
        boolean mayBegin = !c.circle().isCouple() && person.equals(asker) && here.size() > 1;
        return mayBegin ? List.of(Move.BEGIN, Move.STOP) : List.of(Move.STOP);
    }

    @Override
    public Step came(Conversation c, Event.Came e) {
        return joins(c, e.who(), e.readiness());
    }

    /** Two who ask at once have both said yes. */
    @Override
    public Step asked(Conversation c, Event.Asked e) {
        return joins(c, e.who(), e.readiness());
    }

    private Inviting with(Set<Person> nextHere) {
        return new Inviting(asker, pace, topic, nextHere, until);
    }

    private Step joins(Conversation c, Person who, Event.Readiness readiness) {
        if (here.contains(who)) {
            return c.stays();
        }
        if (readiness == Event.Readiness.NOT_NOW) {
            return c.circle().isCouple() ? notStarting(c) : c.stays().whisper(who, Prompt.NOT_STARTING, Slots.NONE);
        }
        Inviting next = with(Sorted.plus(here, who));
        boolean allHere = next.here.containsAll(c.circle().order());
        return allHere ? next.begins(c) : c.enters(next).show();
    }

    @Override
    public Step postponed(Conversation c, Event.Postponed e) {
        if (here.contains(e.who()) || !c.circle().isCouple()) {
            return c.stays();
        }
        Instant until = c.waits().laterAt(e.at(), e.until());
        return backToOpen(c.with(c.ledger().mayAskAgain(asker, until)))
                .say(Prompt.LATER, Slots.to(asker).until(until))
                .show();
    }

    @Override
    public Step declined(Conversation c, Event.Declined e) {
        if (here.contains(e.who()) || !c.circle().isCouple()) {
            return c.stays();
        }
        Instant from = e.at().plus(c.waits().askAgain());
        return backToOpen(c.with(c.ledger().mayAskAgain(asker, from)))
                .say(Prompt.NOT_TODAY, Slots.to(asker))
                .show();
    }

    @Override
    public Step began(Conversation c, Event.Began e) {
        return moves(c, e.who()).contains(Move.BEGIN) ? begins(c) : c.stays();
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        boolean enough = !c.circle().isCouple() && here.size() > 1;
        return enough ? begins(c) : notStarting(c);
    }

    /** Taking the question back, or turning it down without a word: either way, nothing begins. */
    @Override
    public Step left(Conversation c, Event.Left e) {
        if (e.who().equals(asker)) {
            return notStarting(c);
        }
        if (c.circle().isCouple()) {
            return declined(c, new Event.Declined(e.who(), e.at()));
        }
        return here.contains(e.who())
                ? c.enters(with(Sorted.minus(here, e.who()))).show()
                : c.stays();
    }

    private static Step notStarting(Conversation c) {
        return backToOpen(c).say(Prompt.NOT_STARTING, Slots.NONE).show();
    }

    private static Step backToOpen(Conversation c) {
        return c.enters(new Open());
    }

    private Step begins(Conversation c) {
        Step step = c.with(c.circle().isCouple() ? c.circle() : c.circle().only(here))
                .with(pace)
                .stays();
        step = c.circle().isCouple()
                ? step.say(Prompt.GROUND_RULES, Slots.NONE)
                : step.say(Prompt.CIRCLE_OPENS, Slots.NONE.and(asker));
        if (topic.isPresent()) {
            step = step.post(asker, Prompt.TOPIC, topic);
        }
        return step.then(x -> Speaking.begin(x, asker));
    }
}

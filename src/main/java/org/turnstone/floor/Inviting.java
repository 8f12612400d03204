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
 * @param topic shown to a partner only once they have said yes; a circle's is told to those who may come
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
        Prompt prompt = c.circle().isCouple() ? Prompt.STATUS_INVITING : Prompt.STATUS_GATHERING;
        return new Line(prompt, 0, Slots.to(asker).until(until));
    }

    /** While a circle gathers everyone sees who has come in, and that there is a place for them. */
    @Override
    public Status status(Conversation c) {
        Status status = Phase.super.status(c);
        if (c.circle().isCouple()) {
            return status;
        }
        List<Person> present =
                c.circle().order().stream().filter(here::contains).toList();
        return status.with(present, c.circle().isOpenToAll() && !c.circle().isFull() ? List.of(Move.HERE) : List.of());
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        if (!here.contains(person)) {
            return c.circle().isCouple() ? List.of(Move.HERE, Move.LATER, Move.NOT_TODAY) : List.of(Move.HERE);
        }
        boolean mayBegin = isEnough(c) && (person.equals(asker) || c.circle().isKeptBy(person));
        return mayBegin ? List.of(Move.BEGIN, c.wayOut()) : List.of(c.wayOut());
    }

    /** A circle opens with three: with fewer it would be a couple's talk, which has other rules. */
    private boolean isEnough(Conversation c) {
        return !c.circle().isCouple() && here.size() >= Circle.SMALLEST;
    }

    @Override
    public Step came(Conversation c, Event.Came e) {
        return joins(c, e.who(), e.readiness(), e.at());
    }

    /** Two who ask at once have both said yes. */
    @Override
    public Step asked(Conversation c, Event.Asked e) {
        return joins(c, e.who(), e.readiness(), e.at());
    }

    private Inviting with(Set<Person> nextHere) {
        return new Inviting(asker, pace, topic, nextHere, until);
    }

    private Step joins(Conversation c, Person who, Event.Readiness readiness, Instant at) {
        if (here.contains(who)) {
            return c.stays();
        }
        if (readiness == Event.Readiness.NOT_NOW) {
            return c.circle().isCouple() ? notStarting(c) : c.stays().whisper(who, Prompt.NOT_STARTING, Slots.NONE);
        }
        Conversation joined = c.circle().has(who) ? c : c.with(c.circle().joinedBy(who));
        Inviting next = with(Sorted.plus(here, who));
        return next.isComplete(joined)
                ? next.begins(joined, at)
                : joined.enters(next).show();
    }

    /** Everyone who was named is here, or there is room for nobody else. */
    private boolean isComplete(Conversation c) {
        boolean nobodyElse =
                c.circle().isCouple() || !c.circle().isOpenToAll() || c.circle().isFull();
        return nobodyElse && here.containsAll(c.circle().order());
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
        return moves(c, e.who()).contains(Move.BEGIN) ? begins(c, e.at()) : c.stays();
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        return isEnough(c) ? begins(c, e.at()) : notStarting(c);
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

    private Step begins(Conversation c, Instant at) {
        Circle circle =
                c.circle().isCouple() ? c.circle() : c.circle().only(here).begins(at);
        Step step = c.with(circle).with(pace).stays();
        step = circle.isCouple()
                ? step.say(Prompt.GROUND_RULES, Slots.NONE)
                : step.say(Prompt.CIRCLE_OPENS, Slots.NONE.and(asker));
        if (topic.isPresent() && circle.isCouple()) {
            step = step.post(asker, Prompt.TOPIC, topic)
                    .change(x -> x.with(x.ledger().unparks(topic.get())));
        }
        return step.then(x -> Speaking.begin(x, asker));
    }
}

package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnstone.reading.Role;

/**
 * One person has the floor. They speak for themselves, in small chunks, and may pass at any time; the others wait, and
 * what they write is kept for them (PREP's Speaker-Listener technique).
 *
 * @param turn whose
 * @param bubbles messages in this chunk so far
 * @param softUntil when a circle's speaker hears that the soft time of a turn is about up; counts from the first word, for
 *     silence is welcome
 * @param quietUntil when "over to the other?" is offered; empty before the first word and once it has been offered
 */
public record Speaking(Turn turn, int bubbles, Optional<Instant> quietUntil, Optional<Instant> softUntil)
        implements InTurn {
    public Speaking {
        Objects.requireNonNull(turn);
        Objects.requireNonNull(quietUntil);
        Objects.requireNonNull(softUntil);
    }

    /**
     * Gives the floor to {@code person}, with the words that were kept for them. Phases call it when a turn comes round; a
     * replay, when the people it replays simply took it.
     */
    public static Step begin(Conversation c, Person person) {
        return begin(c, Turn.of(person));
    }

    static Step begin(Conversation c, Turn turn) {
        Person speaker = turn.speaker();
        Step step = c.with(c.circle().lowers(speaker).asksFor(0))
                .with(c.ledger().turnTaken())
                .with(c.talk().turnBegins())
                .enters(Speaking.silent(turn));
        return step.then(Speaking::givesTheFloor).release(speaker).show();
    }

    /** The floor goes back to the speaker for one thing more. */
    static Step again(Conversation c, Turn turn) {
        return c.enters(Speaking.silent(turn))
                .say(Prompt.ONE_MORE_THING, Slots.to(turn.speaker()))
                .show();
    }

    private static Speaking silent(Turn turn) {
        return new Speaking(turn, 0, Optional.empty(), Optional.empty());
    }

    private static Step givesTheFloor(Conversation c) {
        Person speaker = ((Speaking) c.phase()).turn.speaker();
        return c.circle().isCouple()
                ? c.stays()
                        .say(
                                Prompt.FLOOR_IS_YOURS,
                                Slots.to(speaker).and(c.circle().next(speaker)))
                : c.stays().say(Prompt.CIRCLE_FLOOR, Slots.to(speaker));
    }

    @Override
    public Speaking with(Turn next) {
        return new Speaking(next, bubbles, quietUntil, softUntil);
    }

    @Override
    public Optional<Instant> wakesAt() {
        return Stream.of(quietUntil, softUntil).flatMap(Optional::stream).min(Instant::compareTo);
    }

    @Override
    public Line line(Conversation c) {
        Person speaker = turn.speaker();
        Person comesNext = Ending.next(c.with(c.talk().turnHad(speaker)), speaker)
                .orElse(c.circle().next(speaker));
        return new Line(Prompt.STATUS_SPEAKING, 0, Slots.to(speaker).and(comesNext));
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>();
        if (person.equals(turn.speaker())) {
            moves.add(Move.PASS);
            if (!c.circle().isCouple()) {
                moves.add(Move.WITNESSES);
            }
        }
        moves.addAll(always(c, person));
        return moves;
    }

    @Override
    public boolean hasAWord(Conversation c, Person person) {
        return person.equals(turn.speaker());
    }

    @Override
    public Step heard(Conversation c, Event.Said e) {
        Turn said = turn.says(e.words());
        Conversation heard = c.with(c.talk().turnHad(e.who())).with(c.ledger().owesNoMore(e.who()));
        if (c.pace().isQuick()) {
            return Sparing.remark(heard, e, Role.SPEAKER).then(x -> passes(x, said, e.at()));
        }
        Speaking next = new Speaking(said, bubbles + 1, quietAfter(c, e.at()), softAfter(c, e.at()));
        return Sparing.remark(heard, e, Role.SPEAKER)
                .then(x -> Sparing.hint(x.with(next), e))
                .show();
    }

    /** Only the first quiet of a turn is remarked on. */
    private Optional<Instant> quietAfter(Conversation c, Instant at) {
        boolean offered = bubbles > 0 && quietUntil.isEmpty();
        return offered ? Optional.empty() : Optional.of(at.plus(c.waits().quiet()));
    }

    private Optional<Instant> softAfter(Conversation c, Instant at) {
        return bubbles > 0 ? softUntil : c.circle().gathering().map(g -> at.plus(g.turn()));
    }

    /** Without a word since "one more thing" there is nothing new to answer. */
    @Override
    public Step yielded(Conversation c, Event.Yielded e) {
        if (!e.who().equals(turn.speaker())) {
            return c.stays();
        }
        if (turn.said().isEmpty()) {
            return passesUnsaid(c, e.at());
        }
        return bubbles == 0 ? Checking.begin(c, turn, e.at()) : passes(c, turn, e.at());
    }

    private static Step passes(Conversation c, Turn turn, Instant at) {
        return c.circle().listenersTo(turn.speaker()).isEmpty()
                ? Ending.turnEnds(c, turn, at)
                : LeaningIn.begin(c, turn, at);
    }

    /** The right to pass: nothing was said, so there is nothing to lean into. */
    private Step passesUnsaid(Conversation c, Instant at) {
        Conversation passed = c.with(c.circle().passes(turn.speaker()))
                .with(c.talk().turnHad(turn.speaker()))
                .with(c.ledger().owesNoMore(turn.speaker()));
        return passed.stays().say(Prompt.PASSED, Slots.to(turn.speaker())).then(x -> Ending.nextTurn(x, turn, at));
    }

    @Override
    public Step witnessesAsked(Conversation c, Event.WitnessesAsked e) {
        boolean may = e.who().equals(turn.speaker()) && !c.circle().isCouple();
        return may ? c.with(c.circle().asksFor(e.number())).stays().show() : c.stays();
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        if (softUntil.filter(e.deadline()::equals).isPresent()) {
            return c.enters(new Speaking(turn, bubbles, Optional.empty(), Optional.empty()))
                    .whisper(turn.speaker(), Prompt.CIRCLE_TURN_IS_LONG, Slots.NONE, Move.PASS);
        }
        Step step = c.enters(new Speaking(turn, bubbles, Optional.empty(), softUntil));
        return c.circle().isCouple()
                ? step.whisper(
                        turn.speaker(),
                        Prompt.OVER_TO_OTHER,
                        Slots.NONE.and(c.circle().next(turn.speaker())),
                        Move.PASS)
                : step.whisper(turn.speaker(), Prompt.CIRCLE_QUIET, Slots.NONE, Move.PASS);
    }
}

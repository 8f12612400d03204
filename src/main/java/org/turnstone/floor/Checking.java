package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.turnstone.reading.Role;

/**
 * The speaker, and only the speaker, says whether they feel heard: to their satisfaction, not the listener's
 * (Gottman-Rapoport; "did I get that right?"). Nobody is kept in the dock: after the pace's limits the floor goes on.
 *
 * @param turn whose
 * @param until when the speaker hears once that there is no hurry, or, with a hand raised, when the floor goes on
 */
public record Checking(Turn turn, Optional<Instant> until) implements InTurn {
    public Checking {
        Objects.requireNonNull(turn);
        Objects.requireNonNull(until);
    }

    static Step begin(Conversation c, Turn turn, Instant at) {
        Checking next = new Checking(turn, Optional.of(at.plus(waitIn(c))));
        Step step = c.enters(next);
        step = c.circle().isCouple()
                ? step.say(Prompt.DID_YOU_FEEL_HEARD, Slots.to(turn.speaker()))
                : step.whisper(turn.speaker(), Prompt.FELT_HEARD_IN_PRIVATE, Slots.NONE, next.answers(c));
        return step.show();
    }

    private Move[] answers(Conversation c) {
        return mayHaveMore(c) ? new Move[] {Move.THATS_IT, Move.ONE_MORE} : new Move[] {Move.THATS_IT};
    }

    /** Where somebody waits for their turn, or an answer is optional, the speaker's quiet is an answer too. */
    private static Duration waitIn(Conversation c) {
        boolean goesOn = !c.circle().isCouple() || !c.circle().raisedHands().isEmpty();
        return goesOn ? c.waits().quiet() : c.waits().encourage();
    }

    @Override
    public Checking with(Turn next) {
        return new Checking(next, until);
    }

    @Override
    public Optional<Instant> wakesAt() {
        return until;
    }

    @Override
    public Line line(Conversation c) {
        Prompt prompt = c.circle().isCouple() ? Prompt.STATUS_CHECKING : Prompt.STATUS_CIRCLE_CHECKING;
        return new Line(prompt, 0, Slots.to(turn.speaker()).and(c.circle().next(turn.speaker())));
    }

    /** In a circle the question is between the speaker and the bot, and so are its answers. */
    @Override
    public Status status(Conversation c) {
        Status status = InTurn.super.status(c);
        return c.circle().isCouple() ? status : status.without(ANSWERS);
    }

    private static final Set<Move> ANSWERS = EnumSet.of(Move.THATS_IT, Move.CLOSE_ENOUGH, Move.NOT_QUITE);

    @Override
    public List<Move> moves(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>();
        if (person.equals(turn.speaker())) {
            moves.add(Move.THATS_IT);
            moves.add(Move.CLOSE_ENOUGH);
            if (mayHaveMore(c)) {
                moves.add(Move.ONE_MORE);
            }
            moves.add(Move.NOT_QUITE);
            if (turn.block().isPresent() && !turn.thanked().contains(person)) {
                moves.add(Move.THANK);
            }
        }
        moves.addAll(always(c, person));
        return moves;
    }

    @Override
    public boolean hasAWord(Conversation c, Person person) {
        return person.equals(turn.speaker())
                || (c.circle().isCouple() && c.circle().has(person));
    }

    /** The reply's last bubbles may still come, and the speaker may answer in words of their own. */
    @Override
    public Step heard(Conversation c, Event.Said e) {
        Role role = role(e.who());
        Turn next = role == Role.SPEAKER && turn.notQuites() > 0 ? turn.misses(e.words()) : turn;
        return Sparing.remark(c, e, role).then(x -> x.enters(with(next)));
    }

    @Override
    public Step answered(Conversation c, Event.Answered e) {
        if (!e.who().equals(turn.speaker())) {
            return c.stays();
        }
        return switch (e.answer()) {
            case THATS_IT -> feltHeard(c, Prompt.HEARD, e.at());
            case CLOSE_ENOUGH -> feltHeard(c, Prompt.CLOSE_ENOUGH, e.at());
            case ONE_MORE_THING -> mayHaveMore(c) ? Speaking.again(c, turn.oneMore()) : soFar(c, turn, e.at());
            case NOT_QUITE -> notQuite(c, e.at());
        };
    }

    private boolean mayHaveMore(Conversation c) {
        return turn.chunks() < c.pace().chunks() && c.circle().raisedHands().isEmpty();
    }

    private Step feltHeard(Conversation c, Prompt thanks, Instant at) {
        Conversation heard = c.with(c.talk().heardBy(turn.speaker()));
        Step step = c.circle().isCouple() ? heard.stays().say(thanks, Slots.to(turn.speaker())) : heard.stays();
        return step.then(x -> Ending.turnEnds(x, turn, at));
    }

    private Step notQuite(Conversation c, Instant at) {
        Turn missed = turn.notQuite();
        boolean goesOn = missed.notQuites() >= c.pace().notQuites()
                || !c.circle().isCouple()
                || !c.circle().raisedHands().isEmpty();
        return goesOn ? soFar(c, turn.missing().isPresent() ? turn : missed, at) : LeaningIn.again(c, missed, at);
    }

    /** The floor goes on with "heard so far"; what is missing is parked, not lost. */
    private Step soFar(Conversation c, Turn ended, Instant at) {
        Conversation parked = ended.missing()
                .filter(words -> c.circle().isCouple())
                .map(words -> c.with(c.ledger().parks(words)))
                .orElse(c);
        Step step = parked.stays();
        if (c.circle().isCouple()) {
            step = step.say(Prompt.HEARD_SO_FAR, Slots.to(turn.speaker()));
        }
        return step.then(x -> Ending.turnEndsUnheard(x, ended, at));
    }

    /** A hand raised in the check: the speaker has a little time to answer, and then the floor goes on. */
    @Override
    public Step handRaised(Conversation c, Event.HandRaised e) {
        Step step = InTurn.super.handRaised(c, e);
        return step.next().equals(c)
                ? step
                : step.change(x -> x.with(
                        new Checking(turn, Optional.of(e.at().plus(x.waits().quiet())))));
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        if (!c.circle().isCouple()) {
            return Ending.turnEnds(c, turn, e.at());
        }
        if (!c.circle().raisedHands().isEmpty()) {
            return soFar(c, turn, e.at());
        }
        return c.enters(new Checking(turn, Optional.empty()))
                .whisper(
                        turn.speaker(),
                        Prompt.NO_HURRY,
                        Slots.NONE.and(c.circle().next(turn.speaker())),
                        Move.THATS_IT,
                        Move.CLOSE_ENOUGH,
                        Move.NOT_QUITE);
    }
}

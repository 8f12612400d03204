package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A step aside for safety. Everything that anybody but the writer can see is an ordinary pause that the writer called, because
 * it is one: every question is handed to {@link #pause()}, and only the writer's own help and leave stand beside it.
 *
 * @param pause the ordinary pause
 * @param writer whose words they were; it is their pause, but another may call the next one
 * @param words at which the bot stepped aside
 * @param care what the writer may do
 */
public record Aside(Paused pause, Person writer, Words words, Care care) implements Phase {
    public Aside {
        Objects.requireNonNull(pause);
        Objects.requireNonNull(writer);
        Objects.requireNonNull(words);
        Objects.requireNonNull(care);
    }

    static Step begin(Conversation c, Person floor, Event.SteppedAside e) {
        Step step = Paused.begin(c, floor, e.who(), e.at(), c.waits().usualReturn(e.at()));
        Aside next = new Aside((Paused) step.next().phase(), e.who(), e.words(), e.care());
        return step.change(x -> x.with(next)).stepAside(e.who(), e.words(), e.care());
    }

    /** The pause's step, with this aside still around it for as long as the pause lasts. */
    private Step around(Step step) {
        return step.next().phase() instanceof Paused next
                ? step.change(x -> x.with(new Aside(next, writer, words, care)))
                : step;
    }

    private Conversation asPause(Conversation c) {
        return c.with(pause);
    }

    @Override
    public Optional<Instant> wakesAt() {
        return pause.wakesAt();
    }

    @Override
    public Line line(Conversation c) {
        return pause.line(asPause(c));
    }

    @Override
    public Status status(Conversation c) {
        return pause.status(asPause(c));
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>(pause.moves(asPause(c), person));
        if (!person.equals(writer)) {
            return moves;
        }
        if (pause.back() instanceof Paused.Back.Resting) {
            moves.add(Move.MISREAD);
            if (care.goingOn() == Care.Leave.WITHHELD) {
                moves.remove(Move.GO_ON);
            }
        }
        if (care.showing() == Care.Leave.GIVEN) {
            moves.add(Move.SHOW_TO_PARTNER);
        }
        return moves;
    }

    /** Whoever spoke of being hurt is not brought back early by a press that another may have made them make. */
    @Override
    public Step returned(Conversation c, Event.Returned e) {
        boolean tooEarly = e.who().equals(writer)
                && care.goingOn() == Care.Leave.WITHHELD
                && pause.back() instanceof Paused.Back.Resting;
        return tooEarly ? c.stays() : around(pause.returned(asPause(c), e));
    }

    /** To the room, an early return by the one who called the pause. */
    @Override
    public Step wasMisread(Conversation c, Event.WasMisread e) {
        boolean theirs = e.who().equals(writer) && pause.back() instanceof Paused.Back.Resting;
        return theirs ? around(pause.returned(asPause(c), new Event.Returned(e.who(), e.at()))) : c.stays();
    }

    @Override
    public Step showed(Conversation c, Event.Showed e) {
        if (!e.who().equals(writer) || care.showing() == Care.Leave.WITHHELD) {
            return c.stays();
        }
        Care shown = new Care(care.concern(), care.goingOn(), Care.Leave.WITHHELD);
        return c.enters(new Aside(pause, writer, words, shown)).post(e.who(), Prompt.SHOWN, Optional.of(words));
    }

    @Override
    public Step said(Conversation c, Event.Said e) {
        return around(pause.said(asPause(c), e));
    }

    @Override
    public Step triedAgain(Conversation c, Event.TriedAgain e) {
        return around(pause.triedAgain(asPause(c), e));
    }

    @Override
    public Step rested(Conversation c, Event.Rested e) {
        return around(pause.rested(asPause(c), e));
    }

    @Override
    public Step stayed(Conversation c, Event.Stayed e) {
        return around(pause.stayed(asPause(c), e));
    }

    @Override
    public Step lineLeft(Conversation c, Event.LineLeft e) {
        return around(pause.lineLeft(asPause(c), e));
    }

    @Override
    public Step steppedAside(Conversation c, Event.SteppedAside e) {
        return around(pause.steppedAside(asPause(c), e));
    }

    @Override
    public Step left(Conversation c, Event.Left e) {
        return around(pause.left(asPause(c), e));
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        return around(pause.lapsed(asPause(c), e));
    }
}

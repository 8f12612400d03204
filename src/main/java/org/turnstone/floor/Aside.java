package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A step aside for safety. Everything that anybody but the writer can see is an ordinary pause that the writer called, because
 * it is one: every question is handed to {@link #pause()}, and only the writer's own help and leave stand beside it.
 *
 * @param pause the ordinary pause
 * @param writers who wrote words at which the bot stepped aside; each alone knows of their own
 */
public record Aside(Paused pause, Map<Person, Disclosure> writers) implements Phase {
    public Aside {
        Objects.requireNonNull(pause);
        writers = Sorted.map(writers);
    }

    /** Steps aside at {@code e}, in the midst of a talk. */
    static Step begin(Conversation c, Person floor, Event.SteppedAside e) {
        Step step = Paused.begin(c, floor, e.who(), e.at(), c.waits().usualReturn(e.at()));
        return in((Paused) step.next().phase(), step, e);
    }

    /** Steps aside at {@code e}, where there is a pause already. */
    static Step in(Paused pause, Step step, Event.SteppedAside e) {
        Aside next = new Aside(pause, Map.of(e.who(), new Disclosure(e.words(), e.care())));
        return Support.offered(
                step.change(x -> x.with(next)).stepAside(e, e.care().moves()), e.who());
    }

    /** The pause's step, with this aside still around it for as long as the pause lasts. */
    private Step around(Step step) {
        return step.next().phase() instanceof Paused next ? step.change(x -> x.with(new Aside(next, writers))) : step;
    }

    private Optional<Care> care(Person person) {
        return Optional.ofNullable(writers.get(person)).map(Disclosure::care);
    }

    /** Those who wrote nothing may, like everyone in a pause. */
    private boolean mayGoOn(Person person) {
        return care(person).filter(c -> c.goingOn() == Care.Leave.WITHHELD).isEmpty();
    }

    private boolean mayShow(Person person) {
        return care(person).filter(c -> c.showing() == Care.Leave.GIVEN).isPresent();
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
        if (pause.back() instanceof Paused.Back.Resting && writers.containsKey(person)) {
            moves.add(Move.MISREAD);
            if (!mayGoOn(person)) {
                moves.remove(Move.GO_ON);
            }
        }
        if (mayShow(person)) {
            moves.add(Move.SHOW_TO_PARTNER);
        }
        return moves;
    }

    /** Whoever spoke of being hurt is not brought back early by a press that another may have made them make. */
    @Override
    public Step returned(Conversation c, Event.Returned e) {
        boolean tooEarly = pause.back() instanceof Paused.Back.Resting && !mayGoOn(e.who());
        return tooEarly ? c.stays() : around(pause.returned(asPause(c), e));
    }

    /** To the room, an early return like any other by the one who wrote. */
    @Override
    public Step wasMisread(Conversation c, Event.WasMisread e) {
        boolean theirs = pause.back() instanceof Paused.Back.Resting && writers.containsKey(e.who());
        return theirs ? around(pause.returned(asPause(c), new Event.Returned(e.who(), e.at()))) : c.stays();
    }

    @Override
    public Step showed(Conversation c, Event.Showed e) {
        if (!mayShow(e.who())) {
            return c.stays();
        }
        Disclosure shown = writers.get(e.who());
        Care care = new Care(shown.care().concern(), shown.care().goingOn(), Care.Leave.WITHHELD);
        return c.enters(new Aside(pause, Sorted.plus(writers, e.who(), new Disclosure(shown.words(), care))))
                .post(e.who(), Prompt.SHOWN, Optional.of(shown.words()));
    }

    /** Further such words, of the same person or another: the help comes again, and the room sees nothing. */
    @Override
    public Step steppedAside(Conversation c, Event.SteppedAside e) {
        Disclosure now = new Disclosure(e.words(), e.care());
        Disclosure both =
                Optional.ofNullable(writers.get(e.who())).map(d -> d.and(now)).orElse(now);
        Step step = c.enters(new Aside(pause, Sorted.plus(writers, e.who(), both)))
                .stepAside(e, e.care().moves());
        return writers.containsKey(e.who()) ? step : Support.offered(step, e.who());
    }

    @Override
    public Step supportAsked(Conversation c, Event.SupportAsked e) {
        return Support.asked(c, e.who());
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
    public Step left(Conversation c, Event.Left e) {
        return around(pause.left(asPause(c), e));
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        return around(pause.lapsed(asPause(c), e));
    }
}

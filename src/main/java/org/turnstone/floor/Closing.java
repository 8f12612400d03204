package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A turn or a talk has come to its end, and the two choose what comes after. Appreciation is offered, never required; a next
 * step only if everyone was heard and both want one: fixing waits until then (no solving before both are understood).
 *
 * @param how what brought the talk here
 * @param wantLonger who would like the longer talk
 * @param wantStep who would like to settle on a small next step
 * @param patterns what felt familiar, to whom
 * @param until when a closing that nobody ends ends itself
 */
public record Closing(
        How how, Set<Person> wantLonger, Set<Person> wantStep, Map<Person, Event.Pattern> patterns, Instant until)
        implements Phase {

    /** What brought a talk to its closing. */
    public enum How {
        AFTER_A_TURN,
        AFTER_A_NOT_QUITE,
        ALL_HAD_A_TURN,
        ENOUGH
    }

    /** From which talk on the closing may ask about a pattern: nobody knows theirs after one. */
    private static final int PATTERN_FROM_TALK = 3;

    public Closing {
        Objects.requireNonNull(how);
        Objects.requireNonNull(until);
        wantLonger = Sorted.set(wantLonger);
        wantStep = Sorted.set(wantStep);
        patterns = Sorted.map(patterns);
    }

    static Step begin(Conversation c, How how, Instant at) {
        Closing next =
                new Closing(how, Set.of(), Set.of(), Map.of(), at.plus(c.waits().closing()));
        Step step = next.announced(c.enters(next));
        if (next.asksForPattern(c)) {
            step = step.say(Prompt.PATTERN, Slots.NONE);
        }
        return step.releaseAll().show();
    }

    private Step announced(Step step) {
        Conversation c = step.next();
        if (!c.circle().isCouple()) {
            return step.say(Prompt.CLOSING_ROUND, Slots.to(first(c)).and(keeper(c)));
        }
        if (how == How.ENOUGH) {
            return step.say(Prompt.ENOUGH_FOR_TONIGHT, Slots.NONE);
        }
        if (how == How.AFTER_A_NOT_QUITE) {
            return step.say(Prompt.LONGER_OFFERED, Slots.NONE);
        }
        return due(c).map(person ->
                        step.say(Prompt.AFTER_QUICK_TURN, Slots.to(person).and(lastSpeaker(c))))
                .orElseGet(() -> step.say(allHeard(c) ? Prompt.BOTH_HEARD : Prompt.ALL_HAD_A_TURN, Slots.NONE));
    }

    private static Person first(Conversation c) {
        return c.circle().order().get(0);
    }

    private static Person keeper(Conversation c) {
        return c.circle().keepers().stream().findFirst().orElseGet(() -> first(c));
    }

    private static boolean allHeard(Conversation c) {
        return c.talk().heard().containsAll(c.circle().order());
    }

    private static Person lastSpeaker(Conversation c) {
        List<Person> had = c.talk().hadTurn();
        return had.isEmpty() ? c.circle().order().get(0) : had.get(had.size() - 1);
    }

    /** Whose turn it would be. */
    private Optional<Person> due(Conversation c) {
        return how == How.ENOUGH ? Optional.empty() : Ending.next(c, lastSpeaker(c));
    }

    private boolean asksForPattern(Conversation c) {
        boolean over = how == How.ALL_HAD_A_TURN || how == How.ENOUGH;
        return over && c.circle().isCouple() && (c.ledger().talks() + 1) % PATTERN_FROM_TALK == 0;
    }

    @Override
    public Optional<Instant> wakesAt() {
        return Optional.of(until);
    }

    @Override
    public Line line(Conversation c) {
        return c.circle().isCouple()
                ? new Line(Prompt.STATUS_CLOSING, 0, Slots.NONE)
                : new Line(Prompt.STATUS_CLOSING_ROUND, 0, Slots.NONE.and(keeper(c)));
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>();
        if (due(c).isPresent()) {
            moves.add(Move.NOW_YOU);
            moves.add(Move.KEEP_TURN);
        }
        if (mayGoLonger(c) && !wantLonger.contains(person)) {
            moves.add(Move.LONGER);
        }
        moves.add(Move.APPRECIATE);
        if (allHeard(c) && c.circle().isCouple()) {
            moves.addAll(stepMoves(c, person));
        }
        if (asksForPattern(c) && !patterns.containsKey(person)) {
            moves.addAll(List.of(Move.PATTERN_ONE_ASKS, Move.PATTERN_BOTH_FIGHT, Move.PATTERN_BOTH_QUIET));
        }
        if (c.circle().isCouple()) {
            moves.add(Move.PARK);
        }
        moves.addAll(List.of(Move.REPAIR, Move.PAUSE, Move.ENOUGH, c.wayOut()));
        moves.addAll(Support.move(c, person));
        return c.circle().isCouple() || c.circle().isKeptBy(person)
                ? moves
                : List.of(Move.APPRECIATE, Move.REPAIR, Move.PAUSE, Move.ASK_SUPPORT, c.wayOut());
    }

    private List<Move> stepMoves(Conversation c, Person person) {
        if (wantStep.containsAll(c.circle().order())) {
            return List.of(Move.NEXT_STEP);
        }
        return wantStep.contains(person) ? List.of() : List.of(Move.WANT_NEXT_STEP);
    }

    private boolean mayGoLonger(Conversation c) {
        return c.pace().isQuick() && c.circle().isCouple() && how != How.ENOUGH;
    }

    private boolean may(Conversation c, Person who, Move move) {
        return moves(c, who).contains(move);
    }

    @Override
    public Step chose(Conversation c, Event.Chose e) {
        return switch (e.choice()) {
            case NOW_YOU -> may(c, e.who(), Move.NOW_YOU) ? nowYou(c) : c.stays();
            case KEEP_TURN -> may(c, e.who(), Move.KEEP_TURN) ? keepsTurn(c) : c.stays();
            case LONGER -> may(c, e.who(), Move.LONGER) ? wantsLonger(c, e.who()) : c.stays();
            case NEXT_STEP -> may(c, e.who(), Move.WANT_NEXT_STEP) ? wantsStep(c, e.who()) : c.stays();
        };
    }

    /** The one whose turn it would be takes it. */
    @Override
    public Step asked(Conversation c, Event.Asked e) {
        return due(c).filter(e.who()::equals).isPresent() ? nowYou(c) : c.stays();
    }

    private Step nowYou(Conversation c) {
        return Speaking.begin(c, due(c).orElseThrow());
    }

    private Step keepsTurn(Conversation c) {
        Slots whose = Slots.to(due(c).orElseThrow());
        return c.stays().say(Prompt.TURN_KEPT, whose).then(x -> Ending.talkEnds(x, Prompt.GOODBYE));
    }

    private Step wantsLonger(Conversation c, Person who) {
        Set<Person> want = Sorted.plus(wantLonger, who);
        if (!want.containsAll(c.circle().order())) {
            return c.enters(new Closing(how, want, wantStep, patterns, until))
                    .whisper(who, Prompt.WAITING_FOR_BOTH, Slots.NONE);
        }
        Person last = lastSpeaker(c);
        Conversation longer = c.with(c.customs().full())
                .with(c.talk().goesOn(Set.copyOf(c.circle().order())));
        return longer.stays()
                .say(Prompt.LONGER_BEGINS, Slots.NONE)
                .then(x -> Speaking.begin(x, Ending.next(x, last).orElse(last)));
    }

    private Step wantsStep(Conversation c, Person who) {
        Set<Person> want = Sorted.plus(wantStep, who);
        Closing next = new Closing(how, wantLonger, want, patterns, until);
        return want.containsAll(c.circle().order())
                ? c.enters(next).say(Prompt.NEXT_STEP_OPEN, Slots.NONE).show()
                : c.enters(next).whisper(who, Prompt.WAITING_FOR_BOTH, Slots.NONE);
    }

    @Override
    public Step appreciated(Conversation c, Event.Appreciated e) {
        return c.stays().post(e.who(), Prompt.APPRECIATION, Optional.of(e.words()));
    }

    @Override
    public Step stepSuggested(Conversation c, Event.StepSuggested e) {
        return may(c, e.who(), Move.NEXT_STEP)
                ? c.stays().post(e.who(), Prompt.NEXT_STEP, Optional.of(e.words()))
                : c.stays();
    }

    /** The two choose; the bot never infers a pattern, and says one aloud only when both have chosen. */
    @Override
    public Step recognised(Conversation c, Event.Recognised e) {
        if (!asksForPattern(c) || patterns.containsKey(e.who())) {
            return c.stays();
        }
        Map<Person, Event.Pattern> all = Sorted.plus(patterns, e.who(), e.pattern());
        Step step = c.enters(new Closing(how, wantLonger, wantStep, all, until));
        if (!all.keySet().containsAll(c.circle().order())) {
            return step.whisper(e.who(), Prompt.WAITING_FOR_BOTH, Slots.NONE);
        }
        boolean same = Set.copyOf(all.values()).size() == 1;
        return step.say(same ? named(e.pattern()) : Prompt.PATTERN_TWO_VIEWS, Slots.NONE)
                .show();
    }

    private static Prompt named(Event.Pattern pattern) {
        return switch (pattern) {
            case ONE_ASKS -> Prompt.PATTERN_ONE_ASKS;
            case BOTH_FIGHT -> Prompt.PATTERN_BOTH_FIGHT;
            case BOTH_QUIET -> Prompt.PATTERN_BOTH_QUIET;
        };
    }

    @Override
    public Step repaired(Conversation c, Event.Repaired e) {
        Line line = new Line(e.phrase(), e.wording(), Slots.to(e.who()));
        return c.with(c.ledger().repaired()).stays().post(e.who(), line);
    }

    @Override
    public Step rested(Conversation c, Event.Rested e) {
        return Paused.begin(c, due(c).orElse(lastSpeaker(c)), e);
    }

    @Override
    public Step steppedAside(Conversation c, Event.SteppedAside e) {
        return Aside.begin(c, due(c).orElse(lastSpeaker(c)), e);
    }

    @Override
    public Step hadEnough(Conversation c, Event.HadEnough e) {
        return may(c, e.who(), Move.ENOUGH) ? Ending.talkEnds(c, farewell(c)) : c.stays();
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        return Ending.talkEnds(c, farewell(c));
    }

    private static Prompt farewell(Conversation c) {
        return c.circle().isCouple() ? Prompt.GOODBYE : Prompt.CIRCLE_ENDS;
    }
}

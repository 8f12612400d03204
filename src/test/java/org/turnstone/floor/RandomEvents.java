package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

/** Events of every kind, by chance, with words that nobody used before. For one thread. */
final class RandomEvents {
    private static final List<Kind> DEFENDING = kinds(Kind.Side.DEFENDING);
    private static final List<Kind> LEANING_IN = kinds(Kind.Side.LEANING_IN);
    private static final List<Kind> STARTING_UP = kinds(Kind.Side.STARTING_UP);

    private final Dice dice;
    private int written;

    RandomEvents(Dice dice) {
        this.dice = dice;
    }

    private static List<Kind> kinds(Kind.Side side) {
        return java.util.Arrays.stream(Kind.values())
                .filter(k -> k.side() == side)
                .toList();
    }

    Words words() {
        return new Words("w" + written++, dice.between(1, 600));
    }

    Reading reading() {
        int roll = dice.below(10);
        if (roll < 3) {
            return Reading.NOTHING;
        }
        boolean leansIn = roll < 5;
        List<Kind> kinds = leansIn ? LEANING_IN : roll == 9 ? STARTING_UP : DEFENDING;
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < dice.between(1, 3); i++) {
            findings.add(new Finding(dice.of(kinds), "rule" + dice.below(9), i, i + 1));
        }
        Verdict verdict = leansIn ? Verdict.LEANING_IN : dice.of(Verdict.DEFENDING, Verdict.MIXED);
        return new Reading(verdict, dice.of(Strength.MILD, Strength.FIRM, Strength.HARD), findings, dice.oneIn(4));
    }

    Sensitivity sensitivity() {
        return dice.of(Sensitivity.OFF, Sensitivity.GENTLE, Sensitivity.NORMAL, Sensitivity.NORMAL);
    }

    Event said(Person who, Instant at) {
        return new Event.Said(who, at, words(), reading(), sensitivity());
    }

    /** What {@code move} comes to, once the platform has asked for what it still needs. */
    Event made(Move move, Person who, Instant at) {
        return move.madeBy(who, at).orElseGet(() -> asked(move, who, at));
    }

    private Event asked(Move move, Person who, Instant at) {
        return switch (move) {
            case ASK -> asksFor(Pace.QUICK, who, at);
            case ASK_LONGER -> asksFor(Pace.FULL, who, at);
            case HERE -> new Event.Came(who, at, dice.oneIn(10) ? Event.Readiness.NOT_NOW : Event.Readiness.READY);
            case LATER -> new Event.Postponed(who, at, moment(at));
            case NOT_TODAY -> new Event.Declined(who, at);
            case WITNESSES -> new Event.WitnessesAsked(who, at, dice.between(0, Circle.MOST_WITNESSES));
            case NAME_BLOCK -> new Event.BlockNamed(who, at, block());
            case TRY_AGAIN -> new Event.TriedAgain(who, at, words(), reading(), sensitivity());
            case REPAIR -> new Event.Repaired(who, at, dice.of(Prompt.REPAIRS), dice.below(4));
            case FLOODING -> new Event.Measured(who, at, dice.between(0, 10));
            case APPRECIATE -> new Event.Appreciated(who, at, words());
            case NEXT_STEP -> new Event.StepSuggested(who, at, words());
            case PARK -> new Event.Parked(who, at, words());
            case PAUSE_UNTIL -> new Event.Rested(who, at, Optional.of(moment(at)));
            case ONE_LINE -> new Event.LineLeft(who, at, words());
            default -> throw new IllegalArgumentException(move + " makes its event itself");
        };
    }

    private Event asksFor(Pace pace, Person who, Instant at) {
        Optional<Words> topic = dice.oneIn(2) ? Optional.of(words()) : Optional.empty();
        return new Event.Asked(who, at, pace, topic, Event.Readiness.READY);
    }

    private Instant moment(Instant at) {
        return at.plus(dice.upTo(dice.of(Duration.ofHours(1), Duration.ofHours(30), Duration.ofDays(9))));
    }

    private Block block() {
        Block.What what = dice.of(Block.What.values());
        return what == Block.What.OWN_WORDS ? Block.inOwnWords(words()) : Block.of(what);
    }

    Care care() {
        Care.Leave going = dice.of(Care.Leave.values());
        return new Care("concern", going, going == Care.Leave.GIVEN ? dice.of(Care.Leave.values()) : going);
    }

    Event stepsAside(Person who, Instant at) {
        return new Event.SteppedAside(who, at, words(), care(), Event.SteppedAside.SaidTo.THE_ROOM);
    }

    /** One of {@code parked}, or what was never on the list. */
    Event letsGo(Person who, Instant at, List<Words> parked) {
        return new Event.LetGo(who, at, parked.isEmpty() ? words() : dice.of(parked));
    }

    /** Any event at all, in or out of place. */
    Event any(Person who, Instant at) {
        return switch (dice.below(30)) {
            case 0 -> said(who, at);
            case 1 -> stepsAside(who, at);
            case 2 -> new Event.Rested(who, at, Optional.empty());
            case 3 -> new Event.Lapsed(at, at.minus(dice.upTo(Duration.ofHours(3))));
            case 4 -> new Event.Recognised(who, at, dice.of(Event.Pattern.values()));
            case 5 -> new Event.Answered(who, at, dice.of(Event.Answer.values()));
            case 6 -> new Event.Chose(who, at, dice.of(Event.Choice.values()));
            default -> made(dice.of(Move.values()), who, at);
        };
    }
}

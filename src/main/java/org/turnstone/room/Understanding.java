package org.turnstone.room;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnstone.floor.Block;
import org.turnstone.floor.Care;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Event;
import org.turnstone.floor.InTurn;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.floor.Words;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Utterance;
import org.turnstone.safety.Afterwards;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;

/**
 * Turns one raw input into the event it is: safety is asked first, then typed buttons, then the reader.
 *
 * @param c the conversation as it stands
 * @param who did it
 * @param at when
 * @param words a reference to the input's text
 * @param manners of {@code who}
 * @param before what the other said last; empty when unknown
 * @param readiness whether a talk may begin
 */
public record Understanding(
        Conversation c,
        Person who,
        Instant at,
        Words words,
        Manners manners,
        String before,
        Event.Readiness readiness,
        Ear ear) {

    /** The event, if the input is one. */
    public Optional<Event> of(Input input) {
        Optional<Alarm> alarm = input.text().flatMap(ear::alarm);
        if (alarm.isPresent()) {
            return Optional.of(new Event.SteppedAside(who, at, words, care(alarm.get()), saidTo(input)));
        }
        return Optional.ofNullable(event(input));
    }

    private static Event.SteppedAside.SaidTo saidTo(Input input) {
        return input instanceof Input.Wrote ? Event.SteppedAside.SaidTo.THE_ROOM : Event.SteppedAside.SaidTo.THE_BOT;
    }

    /** In a circle there is no partner to show it to; those who keep it may be told, which the floor offers. */
    private Care care(Alarm alarm) {
        Concern concern = alarm.concern();
        Care.Leave showing = c.circle().isCouple() ? leave(concern, Afterwards.SHOW) : Care.Leave.WITHHELD;
        return new Care(concern.name(), leave(concern, Afterwards.GO_ON), showing);
    }

    private static Care.Leave leave(Concern concern, Afterwards choice) {
        return Afterwards.of(concern).contains(choice) ? Care.Leave.GIVEN : Care.Leave.WITHHELD;
    }

    private Event event(Input input) {
        if (input instanceof Input.Wrote wrote) {
            return ear.typed(wrote.words(), c.moves(who)).flatMap(this::pressed).orElseGet(() -> said(wrote.words()));
        }
        if (input instanceof Input.Pressed pressed) {
            return pressed(pressed.move()).orElse(null);
        }
        if (input instanceof Input.Asks asks) {
            boolean quick = asks.length() == Input.Asks.Length.QUICK;
            return new Event.Asked(
                    who,
                    at,
                    quick ? c.customs().quick() : c.customs().full(),
                    asks.topic().map(text -> words),
                    readiness);
        }
        return further(input);
    }

    private Event further(Input input) {
        if (input instanceof Input.PutsOff later) {
            return new Event.Postponed(who, at, later.until());
        }
        if (input instanceof Input.Names names) {
            return new Event.BlockNamed(
                    who, at, new Block(names.block(), names.words().map(text -> words)));
        }
        if (input instanceof Input.Repairs repair) {
            return new Event.Repaired(who, at, repair.phrase(), repair.wording());
        }
        if (input instanceof Input.Measures measure) {
            return new Event.Measured(who, at, measure.level());
        }
        if (input instanceof Input.PausesUntil pause) {
            return new Event.Rested(who, at, Optional.of(pause.until()));
        }
        if (input instanceof Input.AsksWitnesses witnesses) {
            return new Event.WitnessesAsked(who, at, witnesses.number());
        }
        if (input instanceof Input.TakesUp taken) {
            return parked(taken.ref())
                    .map(topic -> new Event.Asked(who, at, c.customs().full(), Optional.of(topic), readiness))
                    .orElse(null);
        }
        if (input instanceof Input.LetsGo gone) {
            return parked(gone.ref())
                    .map(topic -> new Event.LetGo(who, at, topic))
                    .orElse(null);
        }
        return input instanceof Input.WroteFor wrote ? wroteFor(wrote) : null;
    }

    private Optional<Words> parked(String ref) {
        return c.ledger().parked().stream()
                .filter(topic -> topic.ref().equals(ref))
                .findFirst();
    }

    private Event wroteFor(Input.WroteFor wrote) {
        return switch (wrote.move()) {
            case TRY_AGAIN -> new Event.TriedAgain(who, at, words, read(wrote.words()), manners.sensitivity());
            case APPRECIATE -> new Event.Appreciated(who, at, words);
            case NEXT_STEP -> new Event.StepSuggested(who, at, words);
            case PARK -> new Event.Parked(who, at, words);
            case ONE_LINE -> new Event.LineLeft(who, at, words);
            default -> null;
        };
    }

    /** The moves that need nothing more, and those whose usual answer is understood. */
    private Optional<Event> pressed(Move move) {
        return switch (move) {
            case HERE -> Optional.of(new Event.Came(who, at, readiness));
            case NOT_TODAY -> Optional.of(new Event.Declined(who, at));
            case ASK -> Optional.of(new Event.Asked(who, at, c.customs().quick(), Optional.empty(), readiness));
            case ASK_LONGER -> Optional.of(new Event.Asked(who, at, c.customs().full(), Optional.empty(), readiness));
            case BEGIN ->
                c.phase() instanceof Open
                        ? Optional.of(new Event.Asked(who, at, c.customs().full(), Optional.empty(), readiness))
                        : move.madeBy(who, at);
            case LATER ->
                Optional.of(
                        new Event.Postponed(who, at, at.plus(c.customs().waits().returnWindow())));
            default -> move.madeBy(who, at);
        };
    }

    private Event said(String text) {
        return new Event.Said(who, at, words, read(text), manners.sensitivity());
    }

    /** Only a party to the floor is read, and never in a quiet hour: drafts and small talk are nobody's business. */
    private Reading read(String text) {
        boolean reads = c.phase() instanceof InTurn turn && turn.hasAWord(c, who);
        if (!reads) {
            return Reading.NOTHING;
        }
        Reading reading = ear.read(new Utterance(text, ((InTurn) c.phase()).role(who), before));
        return manners.mutes(reading) ? Reading.NOTHING : reading;
    }

    /** Whether this input begins a talk, so that set-up comes before it. */
    static boolean begins(Conversation c, Input input, Optional<Move> typed) {
        boolean asks = input instanceof Input.Asks
                || input instanceof Input.TakesUp
                || Stream.of(Move.ASK, Move.ASK_LONGER, Move.BEGIN).anyMatch(move -> is(input, typed, move));
        boolean comes = c.phase() instanceof Inviting && is(input, typed, Move.HERE);
        return asks && c.phase() instanceof Open || comes;
    }

    private static boolean is(Input input, Optional<Move> typed, Move move) {
        return input instanceof Input.Pressed pressed
                ? pressed.move() == move
                : typed.filter(move::equals).isPresent();
    }
}

package org.turnstone.floor;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a conversation stands, and what it makes of whatever happens next.
 *
 * <p>A phase overrides only what it answers; everything else leaves the conversation as it is. Phases hold absolute ends
 * and no timers: {@link #wakesAt()} is when an {@link Event.Lapsed} is due.
 */
public sealed interface Phase permits Open, Inviting, InTurn, Closing, Paused, Aside {

    /** When silence becomes an event, if it does. */
    default Optional<Instant> wakesAt() {
        return Optional.empty();
    }

    /** Where this phase stands, for the status line. */
    Line line(Conversation c);

    /** Whose turns are owed. */
    default List<Person> owed(Conversation c) {
        return c.ledger().owed();
    }

    /** The status line, the same for everyone: it leaves out how often somebody has asked for an opening. */
    default Status status(Conversation c) {
        Set<Move> moves = EnumSet.noneOf(Move.class);
        c.circle().order().forEach(person -> moves.addAll(moves(c, person)));
        moves.remove(Move.ANOTHER_OPENING);
        return new Status(line(c), owed(c), c.ledger().parked().size(), List.of(), List.copyOf(moves));
    }

    /** What {@code person}, one of the circle, may do now, beside writing. */
    List<Move> moves(Conversation c, Person person);

    /** Where nobody has the floor, everyone may talk, and nothing is read. */
    default Step said(Conversation c, Event.Said e) {
        return c.stays().speak(e.who(), e.words());
    }

    default Step asked(Conversation c, Event.Asked e) {
        return c.stays();
    }

    default Step came(Conversation c, Event.Came e) {
        return c.stays();
    }

    default Step postponed(Conversation c, Event.Postponed e) {
        return c.stays();
    }

    default Step declined(Conversation c, Event.Declined e) {
        return c.stays();
    }

    default Step began(Conversation c, Event.Began e) {
        return c.stays();
    }

    default Step yielded(Conversation c, Event.Yielded e) {
        return c.stays();
    }

    default Step witnessesAsked(Conversation c, Event.WitnessesAsked e) {
        return c.stays();
    }

    default Step skipped(Conversation c, Event.Skipped e) {
        return c.stays();
    }

    default Step extended(Conversation c, Event.Extended e) {
        return c.stays();
    }

    /** Those who keep a circle are told that somebody needs support only by that person's own wish, and nothing more. */
    default Step supportAsked(Conversation c, Event.SupportAsked e) {
        return Support.asked(c, e.who());
    }

    default Step leaned(Conversation c, Event.Leaned e) {
        return c.stays();
    }

    default Step openingAsked(Conversation c, Event.OpeningAsked e) {
        return c.stays();
    }

    default Step replied(Conversation c, Event.Replied e) {
        return c.stays();
    }

    default Step blockNamed(Conversation c, Event.BlockNamed e) {
        return c.stays();
    }

    default Step neededHearing(Conversation c, Event.NeededHearing e) {
        return c.stays();
    }

    default Step thanked(Conversation c, Event.Thanked e) {
        return c.stays();
    }

    default Step triedAgain(Conversation c, Event.TriedAgain e) {
        return said(c, e.asSaid());
    }

    default Step answered(Conversation c, Event.Answered e) {
        return c.stays();
    }

    default Step handRaised(Conversation c, Event.HandRaised e) {
        return c.stays();
    }

    default Step repaired(Conversation c, Event.Repaired e) {
        return c.stays();
    }

    /** Seven or more of ten is too much to take anything in; where there is a talk, a pause is offered, to them alone. */
    default Step measured(Conversation c, Event.Measured e) {
        if (e.level() < Event.Measured.FLOODED_FROM) {
            return c.stays().whisper(e.who(), Prompt.NOT_FLOODED, Slots.NONE);
        }
        boolean pausing = moves(c, e.who()).contains(Move.PAUSE);
        Move[] offered = pausing ? new Move[] {Move.PAUSE} : new Move[0];
        return c.stays().whisper(e.who(), Prompt.FLOODED, Slots.NONE, offered);
    }

    default Step hadEnough(Conversation c, Event.HadEnough e) {
        return c.stays();
    }

    default Step chose(Conversation c, Event.Chose e) {
        return c.stays();
    }

    default Step recognised(Conversation c, Event.Recognised e) {
        return c.stays();
    }

    default Step appreciated(Conversation c, Event.Appreciated e) {
        return c.stays();
    }

    default Step stepSuggested(Conversation c, Event.StepSuggested e) {
        return c.stays();
    }

    default Step parked(Conversation c, Event.Parked e) {
        return moves(c, e.who()).contains(Move.PARK) ? Parking.parks(c, e) : c.stays();
    }

    default Step rested(Conversation c, Event.Rested e) {
        return c.stays();
    }

    default Step returned(Conversation c, Event.Returned e) {
        return c.stays();
    }

    default Step stayed(Conversation c, Event.Stayed e) {
        return c.stays();
    }

    default Step lineLeft(Conversation c, Event.LineLeft e) {
        return c.stays();
    }

    /**
     * Where there is no talk to pause, the help comes all the same. What was said to everyone is said: here people write to
     * each other as anywhere, and the bot holds nobody's words back.
     */
    default Step steppedAside(Conversation c, Event.SteppedAside e) {
        boolean said = e.saidTo() == Event.SteppedAside.SaidTo.THE_ROOM;
        return (said ? c.stays().speak(e.who(), e.words()) : c.stays()).stepAside(e, List.of());
    }

    default Step wasMisread(Conversation c, Event.WasMisread e) {
        return c.stays();
    }

    default Step showed(Conversation c, Event.Showed e) {
        return c.stays();
    }

    /** Whoever wants out is out at once, in every phase. */
    default Step left(Conversation c, Event.Left e) {
        return Ending.leaves(c, e.who(), e.at());
    }

    default Step lapsed(Conversation c, Event.Lapsed e) {
        return c.stays();
    }
}

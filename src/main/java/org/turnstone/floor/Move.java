package org.turnstone.floor;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a person can do with one tap. A move whose event needs nothing more than who and when makes it itself;
 * for the others the platform first asks for a time, a phrase or some words.
 */
public enum Move {
    // Open
    ASK,
    ASK_LONGER,
    // Inviting
    HERE,
    LATER,
    NOT_TODAY,
    BEGIN,
    // Speaking
    PASS,
    WITNESSES,
    SKIP,
    EXTEND,
    // Leaning in
    LEAN_YES,
    LEAN_A_LITTLE,
    LEAN_NOT_YET,
    ANOTHER_OPENING,
    REPLY_DONE,
    NAME_BLOCK,
    HEARD_FIRST,
    THANK,
    // Checking
    THATS_IT,
    CLOSE_ENOUGH,
    ONE_MORE,
    NOT_QUITE,
    // Any time
    TRY_AGAIN,
    RAISE_HAND,
    REPAIR,
    FLOODING,
    ASK_SUPPORT,
    PARK,
    PAUSE,
    ENOUGH,
    STOP,
    LEAVE,
    // Closing
    NOW_YOU,
    KEEP_TURN,
    LONGER,
    APPRECIATE,
    WANT_NEXT_STEP,
    NEXT_STEP,
    PATTERN_ONE_ASKS,
    PATTERN_BOTH_FIGHT,
    PATTERN_BOTH_QUIET,
    // Pausing
    PAUSE_UNTIL,
    GO_ON,
    NOT_NOW,
    ONE_LINE,
    MISREAD,
    SHOW_TO_PARTNER;

    /** The event that this move makes by itself; empty where the platform has to ask for something first. */
    public Optional<Event> madeBy(Person who, Instant at) {
        return Optional.ofNullable(
                switch (this) {
                    case BEGIN -> new Event.Began(who, at);
                    case PASS -> new Event.Yielded(who, at);
                    case SKIP -> new Event.Skipped(who, at);
                    case EXTEND -> new Event.Extended(who, at);
                    case LEAN_YES -> new Event.Leaned(who, at, Event.Lean.YES);
                    case LEAN_A_LITTLE -> new Event.Leaned(who, at, Event.Lean.A_LITTLE);
                    case LEAN_NOT_YET -> new Event.Leaned(who, at, Event.Lean.NOT_YET);
                    case ANOTHER_OPENING -> new Event.OpeningAsked(who, at);
                    case REPLY_DONE -> new Event.Replied(who, at);
                    case HEARD_FIRST -> new Event.NeededHearing(who, at);
                    case THANK -> new Event.Thanked(who, at);
                    case THATS_IT -> new Event.Answered(who, at, Event.Answer.THATS_IT);
                    case CLOSE_ENOUGH -> new Event.Answered(who, at, Event.Answer.CLOSE_ENOUGH);
                    case ONE_MORE -> new Event.Answered(who, at, Event.Answer.ONE_MORE_THING);
                    case NOT_QUITE -> new Event.Answered(who, at, Event.Answer.NOT_QUITE);
                    case RAISE_HAND -> new Event.HandRaised(who, at);
                    case ASK_SUPPORT -> new Event.SupportAsked(who, at);
                    case PAUSE -> new Event.Rested(who, at, Optional.empty());
                    case ENOUGH -> new Event.HadEnough(who, at);
                    case STOP, LEAVE -> new Event.Left(who, at);
                    case NOW_YOU -> new Event.Chose(who, at, Event.Choice.NOW_YOU);
                    case KEEP_TURN -> new Event.Chose(who, at, Event.Choice.KEEP_TURN);
                    case LONGER -> new Event.Chose(who, at, Event.Choice.LONGER);
                    case WANT_NEXT_STEP -> new Event.Chose(who, at, Event.Choice.NEXT_STEP);
                    case PATTERN_ONE_ASKS -> new Event.Recognised(who, at, Event.Pattern.ONE_ASKS);
                    case PATTERN_BOTH_FIGHT -> new Event.Recognised(who, at, Event.Pattern.BOTH_FIGHT);
                    case PATTERN_BOTH_QUIET -> new Event.Recognised(who, at, Event.Pattern.BOTH_QUIET);
                    case GO_ON -> new Event.Returned(who, at);
                    case NOT_NOW -> new Event.Stayed(who, at);
                    case MISREAD -> new Event.WasMisread(who, at);
                    case SHOW_TO_PARTNER -> new Event.Showed(who, at);
                    case ASK, ASK_LONGER, HERE, LATER, NOT_TODAY, WITNESSES, NAME_BLOCK, TRY_AGAIN, REPAIR -> null;
                    case FLOODING, PARK, APPRECIATE, NEXT_STEP, PAUSE_UNTIL, ONE_LINE -> null;
                });
    }

    /** Its name in the prompt book, in component ids and on the wire: {@code thats_it}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

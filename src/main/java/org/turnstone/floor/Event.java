package org.turnstone.floor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.turnstone.reading.Reading;

/**
 * Something that happened in a room, and when. Each event knows which question it puts to a phase (double dispatch), so a
 * new event does not compile until {@link Phase} answers it.
 */
public sealed interface Event {
    /** When it happened, by the room's clock. */
    Instant at();

    /** Whether {@code circle} has whoever did this; silence is everybody's. */
    boolean isOf(Circle circle);

    Step meets(Phase phase, Conversation c);

    /** An event that somebody made. */
    sealed interface Did extends Event {
        Person who();

        @Override
        default boolean isOf(Circle circle) {
            return circle.has(who());
        }
    }

    /** Whether a talk may begin. Why not is never told to the floor. */
    enum Readiness {
        READY,
        NOT_NOW
    }

    /** Whether a listener can lean in just now. */
    enum Lean {
        YES,
        A_LITTLE,
        NOT_YET
    }

    /** A speaker's answer to "did you feel heard?". */
    enum Answer {
        THATS_IT,
        CLOSE_ENOUGH,
        ONE_MORE_THING,
        NOT_QUITE
    }

    /** What may come after a turn or a talk. */
    enum Choice {
        NOW_YOU,
        KEEP_TURN,
        LONGER,
        NEXT_STEP
    }

    /** Patterns in conflict that pairs recognise (after Sue Johnson); chosen by the two, never inferred. */
    enum Pattern {
        ONE_ASKS,
        BOTH_FIGHT,
        BOTH_QUIET
    }

    /** Asked for a turn. {@code readiness} is whether the pair may begin, should both turn out to have asked at once. */
    record Asked(Person who, Instant at, Pace pace, Optional<Words> topic, Readiness readiness) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.asked(c, this);
        }
    }

    /** Answered "I'm here", or came into a circle that is still gathering. */
    record Came(Person who, Instant at, Readiness readiness) implements Did {
        @Override
        public boolean isOf(Circle circle) {
            return circle.has(who) || circle.admits(who);
        }

        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.came(c, this);
        }
    }

    /** Answered "later". */
    record Postponed(Person who, Instant at, Instant until) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.postponed(c, this);
        }
    }

    /** Answered "not today". */
    record Declined(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.declined(c, this);
        }
    }

    /** The keeper opened the circle. */
    record Began(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.began(c, this);
        }
    }

    /** Said something, as the reader read it for its writer. */
    record Said(Person who, Instant at, Words words, Reading reading, Sensitivity sensitivity) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.said(c, this);
        }
    }

    /** Passed the floor. */
    record Yielded(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.yielded(c, this);
        }
    }

    /** Asked, having the floor, for so many to answer with a line each. */
    record WitnessesAsked(Person who, Instant at, int number) implements Did {
        public WitnessesAsked {
            if (number < 0 || number > Circle.MOST_WITNESSES) {
                throw new IllegalArgumentException("0 to " + Circle.MOST_WITNESSES + " witnesses, not " + number);
            }
        }

        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.witnessesAsked(c, this);
        }
    }

    /** The keeper passed over somebody who is not there. */
    record Skipped(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.skipped(c, this);
        }
    }

    /** The keeper gave the circle a little more time. */
    record Extended(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.extended(c, this);
        }
    }

    /** Would like whoever keeps the circle to know that they could use some support. */
    record SupportAsked(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.supportAsked(c, this);
        }
    }

    /** Said whether they can lean in just now. */
    record Leaned(Person who, Instant at, Lean lean) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.leaned(c, this);
        }
    }

    /** Asked for another opening. */
    record OpeningAsked(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.openingAsked(c, this);
        }
    }

    /** Is done with the reply. */
    record Replied(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.replied(c, this);
        }
    }

    /** Named what makes it hard to lean in. */
    record BlockNamed(Person who, Instant at, Block block) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.blockNamed(c, this);
        }
    }

    /** Needs to be heard first. */
    record NeededHearing(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.neededHearing(c, this);
        }
    }

    /** Thanked the other for naming the block. */
    record Thanked(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.thanked(c, this);
        }
    }

    /** Said it anew, and wants that posted as a second try. */
    record TriedAgain(Person who, Instant at, Words words, Reading reading, Sensitivity sensitivity) implements Did {
        Said asSaid() {
            return new Said(who, at, words, reading, sensitivity);
        }

        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.triedAgain(c, this);
        }
    }

    /** Answered "did you feel heard?". */
    record Answered(Person who, Instant at, Answer answer) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.answered(c, this);
        }
    }

    /** Would like a turn soon. */
    record HandRaised(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.handRaised(c, this);
        }
    }

    /** Chose a repair phrase. */
    record Repaired(Person who, Instant at, Prompt phrase, int wording) implements Did {
        public Repaired {
            if (!Prompt.REPAIRS.contains(phrase) || wording < 0) {
                throw new IllegalArgumentException(phrase + " " + wording + " is not a repair phrase");
            }
        }

        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.repaired(c, this);
        }
    }

    /** Said how flooded they are, 0 to 10. */
    record Measured(Person who, Instant at, int level) implements Did {
        /** From this level on a person counts as flooded: a pulse over 100, as one feels it (Gottman). */
        public static final int FLOODED_FROM = 7;

        public Measured {
            if (level < 0 || level > 10) {
                throw new IllegalArgumentException("flooding is measured from 0 to 10, not " + level);
            }
        }

        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.measured(c, this);
        }
    }

    /** Said that it is enough for tonight. */
    record HadEnough(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.hadEnough(c, this);
        }
    }

    /** Chose what comes after a turn or a talk. */
    record Chose(Person who, Instant at, Choice choice) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.chose(c, this);
        }
    }

    /** Chose the pattern that felt familiar. */
    record Recognised(Person who, Instant at, Pattern pattern) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.recognised(c, this);
        }
    }

    /** Said what they appreciate. */
    record Appreciated(Person who, Instant at, Words words) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.appreciated(c, this);
        }
    }

    /** Suggested one small next step. */
    record StepSuggested(Person who, Instant at, Words words) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.stepSuggested(c, this);
        }
    }

    /** Put a topic on the list for another time. */
    record Parked(Person who, Instant at, Words words) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.parked(c, this);
        }
    }

    /** Took {@code words} off the list for another time: either may, whoever put them there. */
    record LetGo(Person who, Instant at, Words words) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return Parking.letsGo(c, this);
        }
    }

    /** Called a pause; {@code until} is when they would like to be back. */
    record Rested(Person who, Instant at, Optional<Instant> until) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.rested(c, this);
        }
    }

    /** Would go on now. */
    record Returned(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.returned(c, this);
        }
    }

    /** Would not go on now. */
    record Stayed(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.stayed(c, this);
        }
    }

    /** Left one line, after a pause from which not both came back. */
    record LineLeft(Person who, Instant at, Words words) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.lineLeft(c, this);
        }
    }

    /**
     * Wrote words at which the bot steps aside.
     *
     * @param saidTo whether they were for everyone to read, or given along with something that was asked
     */
    record SteppedAside(Person who, Instant at, Words words, Care care, SaidTo saidTo) implements Did {
        /** For whom words were meant. */
        public enum SaidTo {
            THE_ROOM,
            THE_BOT
        }

        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.steppedAside(c, this);
        }
    }

    /** Was misread when the bot stepped aside. */
    record WasMisread(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.wasMisread(c, this);
        }
    }

    /** Wants the partner to see the words at which the bot stepped aside. */
    record Showed(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.showed(c, this);
        }
    }

    /** Stopped, at once and without a reason. */
    record Left(Person who, Instant at) implements Did {
        @Override
        public Step meets(Phase phase, Conversation c) {
            return phase.left(c, this);
        }
    }

    /**
     * Nothing moved the conversation until {@code deadline}. One that answers another deadline than the conversation's
     * present one is stale and changes nothing.
     */
    record Lapsed(Instant at, Instant deadline) implements Event {
        public Lapsed {
            Objects.requireNonNull(deadline);
        }

        @Override
        public boolean isOf(Circle circle) {
            return true;
        }

        @Override
        public Step meets(Phase phase, Conversation c) {
            if (phase.wakesAt().filter(deadline::equals).isPresent()) {
                return phase.lapsed(c, this);
            }
            return c.timeUpAt().filter(deadline::equals).isPresent() ? c.timeIsUp() : c.stays();
        }
    }
}

package org.turnstone.floor;

import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Verdict;

/**
 * Which opening is offered. The bot never writes anybody's empathy: it hands over an opening, and the human finishes it.
 * Stateless.
 */
public final class Openings {
    private Openings() {}

    /** The next in {@code person}'s round of all kinds, so that the same one never comes twice running. */
    static Prompt next(Ledger ledger, Person person) {
        return Prompt.OPENINGS.get(ledger.openings().getOrDefault(person, 0) % Prompt.OPENINGS.size());
    }

    /** The one that helps to say the same thing without defending, or without an edge, by what was found. */
    public static Prompt insteadOf(Reading reading, Role role) {
        if (reading.verdict() == Verdict.MIXED) {
            return Prompt.INSTEAD_OF_TAKING_BACK;
        }
        return reading.foremost()
                .map(kind -> role == Role.SPEAKER ? softer(kind) : insteadOf(kind))
                .orElse(role == Role.SPEAKER ? Prompt.SOFT_START_UP : Prompt.OPENING_VALIDATION);
    }

    private static Prompt softer(Kind kind) {
        return switch (kind) {
            case CONTEMPT -> Prompt.SOFT_WITHOUT_AN_EDGE;
            case ABSOLUTES -> Prompt.SOFT_ABOUT_ONE_TIME;
            default -> Prompt.SOFT_START_UP;
        };
    }

    private static Prompt insteadOf(Kind kind) {
        return switch (kind) {
            case DENIAL -> Prompt.INSTEAD_OF_DENIAL;
            case JUSTIFICATION -> Prompt.INSTEAD_OF_JUSTIFICATION;
            case COUNTER_ATTACK -> Prompt.INSTEAD_OF_COUNTER_ATTACK;
            case YES_BUT -> Prompt.INSTEAD_OF_YES_BUT;
            case MINIMISING -> Prompt.INSTEAD_OF_MINIMISING;
            case CORRECTION -> Prompt.INSTEAD_OF_CORRECTION;
            case BLAME_SHIFT -> Prompt.INSTEAD_OF_BLAME_SHIFT;
            case CONTEMPT -> Prompt.INSTEAD_OF_CONTEMPT;
            case STONEWALLING -> Prompt.INSTEAD_OF_STONEWALLING;
            case ABSOLUTES -> Prompt.INSTEAD_OF_ABSOLUTES;
            case SELF_PITY -> Prompt.INSTEAD_OF_SELF_PITY;
            default -> Prompt.OPENING_VALIDATION;
        };
    }

    /** What helps after a block was named; for the belief that validating is agreeing, that it is not. */
    static Prompt after(Block block) {
        return block.what() == Block.What.AGREEING ? Prompt.OPENING_NOT_AGREEING : Prompt.OPENING_PRESENCE;
    }
}

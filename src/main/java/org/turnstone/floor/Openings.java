package org.turnstone.floor;

import java.util.List;
import java.util.Optional;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Role;

/**
 * Which opening is offered. The bot never writes anybody's empathy: it hands over an opening, and the human finishes it.
 * Stateless; may be shared.
 */
public final class Openings {
    private Openings() {}

    /** For somebody whose words may be hard to hear: another way in, by their role and the strongest sign found. */
    public static Prompt insteadOf(Role role, List<Finding> findings) {
        return role == Role.SPEAKER ? Prompt.SOFT_START_UP : insteadOf(findings);
    }

    /** The next in {@code person}'s round of all kinds, so that the same one never comes twice running. */
    static Prompt next(Ledger ledger, Person person) {
        return Prompt.OPENINGS.get(ledger.openings().getOrDefault(person, 0) % Prompt.OPENINGS.size());
    }

    /** The one that helps to say the same thing without defending, by the strongest sign found. */
    static Prompt insteadOf(List<Finding> findings) {
        Optional<Kind> first = findings.stream()
                .map(Finding::kind)
                .filter(kind -> kind.side() == Kind.Side.DEFENDING)
                .findFirst();
        return first.map(Openings::insteadOf).orElse(Prompt.OPENING_VALIDATION);
    }

    private static Prompt insteadOf(Kind kind) {
        return switch (kind) {
            case JUSTIFICATION, SELF_PITY -> Prompt.OPENING_EMPATHY;
            case COUNTER_ATTACK, BLAME_SHIFT -> Prompt.OPENING_OWNERSHIP;
            case CORRECTION, DENIAL -> Prompt.OPENING_CURIOSITY;
            case CONTEMPT, STONEWALLING, ABSOLUTES -> Prompt.OPENING_NAMING_THE_BLOCK;
            case MINIMISING -> Prompt.OPENING_REFLECTION;
            default -> Prompt.OPENING_VALIDATION;
        };
    }

    /** What helps after a block was named; for the belief that validating is agreeing, that it is not. */
    static Prompt after(Block block) {
        return block.what() == Block.What.AGREEING ? Prompt.OPENING_NOT_AGREEING : Prompt.OPENING_PRESENCE;
    }
}

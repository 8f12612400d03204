package org.turnstone.floor;

import java.util.List;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

/**
 * When a person is told about their own words, and when not. It stands apart from the reading: what was noticed is one
 * thing, what is worth a remark another.
 *
 * <p>The first mild slip of a talk goes unremarked, the same kind is never remarked on twice running, there is at most one
 * remark a turn and three a talk to each (both settings), hard words are remarked on at once, and praise is rare: once a talk.
 */
final class Sparing {
    private Sparing() {}

    /** The conversation after somebody's words, with a private remark where one is due. */
    static Step remark(Conversation c, Event.Said e, Role role) {
        Reading reading = e.reading();
        if (e.sensitivity() == Sensitivity.OFF) {
            return c.stays();
        }
        if (reading.verdict() == Verdict.LEANING_IN && role == Role.LISTENER) {
            return praise(c, e);
        }
        if (!reading.verdict().flags() || isSpared(c, e)) {
            return reading.verdict().flags() ? c.with(c.talk().slipped(e.who())).stays() : c.stays();
        }
        return role == Role.SPEAKER ? soften(c, e) : nudge(c, e);
    }

    private static boolean isSpared(Conversation c, Event.Said e) {
        Strength strength = e.reading().strength();
        boolean spent = c.talk().turnNudges().getOrDefault(e.who(), 0)
                        >= c.customs().nudgesPerTurn()
                || c.talk().nudges().getOrDefault(e.who(), 0) >= c.customs().nudgesPerTalk();
        boolean again = kind(e.reading()).equals(c.ledger().lastNudge().get(e.who()));
        boolean firstSlip = !c.talk().slips().containsKey(e.who());
        boolean tooMild = strength == Strength.MILD && (firstSlip || e.sensitivity() == Sensitivity.GENTLE);
        return spent || tooMild || (again && strength != Strength.HARD);
    }

    private static Step nudge(Conversation c, Event.Said e) {
        List<Finding> found = e.reading().findings(Kind.Side.DEFENDING);
        Person other = c.phase() instanceof InTurn turn
                ? turn.turn().speaker()
                : c.circle().next(e.who());
        return remembered(c, e)
                .stays()
                .whisperWithOpening(
                        e.who(),
                        Prompt.NUDGE,
                        Slots.quoting(new Quote(e.words(), found)),
                        Openings.insteadOf(e.reading(), Role.LISTENER),
                        Slots.NONE.and(other),
                        Move.TRY_AGAIN,
                        Move.MISREAD);
    }

    private static Step soften(Conversation c, Event.Said e) {
        Quote quote = new Quote(e.words(), flagged(e.reading()));
        return remembered(c, e)
                .stays()
                .whisperWithOpening(
                        e.who(),
                        Prompt.SOFTEN,
                        Slots.quoting(quote),
                        Openings.insteadOf(e.reading(), Role.SPEAKER),
                        Slots.NONE,
                        Move.TRY_AGAIN,
                        Move.MISREAD);
    }

    /** Rare on purpose: praise that comes every time is a grade. */
    private static Step praise(Conversation c, Event.Said e) {
        boolean due = e.reading().strength().compareTo(Strength.FIRM) >= 0
                && !c.talk().praised().contains(e.who())
                && c.ledger().talks() % PRAISE_EVERY == 0;
        if (!due) {
            return c.stays();
        }
        Quote quote = new Quote(e.words(), e.reading().findings(Kind.Side.LEANING_IN));
        return c.with(c.talk().praises(e.who())).stays().whisper(e.who(), Prompt.PRAISE, Slots.quoting(quote));
    }

    /** In which talks praise may come at all: the first, and then each third. */
    private static final int PRAISE_EVERY = 3;

    /** One hint about length a talk to each, and never on pain. */
    static Step hint(Conversation c, Event.Said e) {
        boolean due = e.words().length() > c.customs().chunkLength()
                && !c.talk().hinted().contains(e.who())
                && !e.reading().pain()
                && e.sensitivity() != Sensitivity.OFF;
        return due
                ? c.with(c.talk().hints(e.who())).stays().whisper(e.who(), Prompt.LENGTH_HINT, Slots.NONE)
                : c.stays();
    }

    private static Conversation remembered(Conversation c, Event.Said e) {
        return c.with(c.talk().nudged(e.who())).with(c.ledger().nudged(e.who(), kind(e.reading())));
    }

    private static List<Finding> flagged(Reading reading) {
        return reading.findings().stream()
                .filter(f -> f.kind().side() != Kind.Side.LEANING_IN)
                .toList();
    }

    private static String kind(Reading reading) {
        return reading.foremost().map(Kind::label).orElse("");
    }
}

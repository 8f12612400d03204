package org.turnstone.floor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What follows when a turn ends, or a talk, or somebody goes. */
final class Ending {
    private Ending() {}

    /** The turn is over, its speaker heard. */
    static Step turnEnds(Conversation c, Turn turn, Instant at) {
        return choosesNow(c) ? Closing.begin(c, Closing.How.AFTER_A_TURN, at) : nextTurn(c, turn, at);
    }

    /** After each quick turn a couple chooses what comes; in a circle the floor goes round. */
    private static boolean choosesNow(Conversation c) {
        return c.pace().isQuick() && c.circle().isCouple();
    }

    /** The turn is over, its speaker heard so far; after a quick one the longer talk is offered. */
    static Step turnEndsUnheard(Conversation c, Turn turn, Instant at) {
        return choosesNow(c) ? Closing.begin(c, Closing.How.AFTER_A_NOT_QUITE, at) : nextTurn(c, turn, at);
    }

    /** The floor goes to who is next, or the talk closes. */
    static Step nextTurn(Conversation c, Turn turn, Instant at) {
        return next(c, turn.speaker())
                .map(person -> Speaking.begin(c, person))
                .orElseGet(() -> Closing.begin(c, Closing.How.ALL_HAD_A_TURN, at));
    }

    /** Who has not had a turn in this talk: raised hands first, then round from {@code last}; then any other hand. */
    static Optional<Person> next(Conversation c, Person last) {
        List<Person> had = c.talk().hadTurn();
        List<Person> hands = c.circle().raisedHands();
        return Stream.concat(hands.stream(), round(c.circle(), last))
                .filter(p -> !had.contains(p))
                .findFirst()
                .or(() -> hands.stream().findFirst());
    }

    private static Stream<Person> round(Circle circle, Person last) {
        return Stream.concat(circle.after(last).stream(), Stream.of(last).filter(circle::has));
    }

    /** The talk is over. Owed turns stay, and everybody gets back what was kept for them. */
    static Step talkEnds(Conversation c, Prompt farewell) {
        return counted(c)
                .with(c.circle().afresh())
                .with(Talk.NEW)
                .with(c.customs().quick())
                .enters(new Open())
                .say(farewell, Slots.NONE)
                .releaseAll()
                .show();
    }

    private static Conversation counted(Conversation c) {
        Set<Person> all = new TreeSet<>(c.circle().order());
        if (c.talk().hadTurn().isEmpty()) {
            return c;
        }
        Ledger ledger = c.ledger().talked();
        for (Person person : c.circle().order()) {
            ledger = c.talk().hadTurn().contains(person) ? ledger : ledger.owes(person);
        }
        return c.with(c.talk().heard().containsAll(all) ? ledger.allHeard() : ledger);
    }

    /** {@code who} is out at once. A couple's talk ends; a circle goes on without them, without a line. */
    static Step leaves(Conversation c, Person who, Instant at) {
        if (c.circle().order().size() <= 2) {
            return talkEnds(c, Prompt.STOPPED);
        }
        Step step = c.stays().release(who).change(x -> without(x, who)).then(x -> keeps(c, x));
        boolean hadTheFloor =
                c.phase() instanceof InTurn turn && turn.turn().speaker().equals(who);
        if (!hadTheFloor) {
            return step.show();
        }
        return next(c.with(c.talk().turnHad(who)), who)
                .map(heir -> step.then(x -> Speaking.begin(x, heir)))
                .orElseGet(() -> step.then(x -> Closing.begin(x, Closing.How.ALL_HAD_A_TURN, at)));
    }

    /** Whoever keeps the circle from now on, because those who did have left, hears of it alone. */
    private static Step keeps(Conversation before, Conversation c) {
        Step step = c.stays();
        for (Person keeper : c.circle().keepers()) {
            boolean already = before.circle().isKeptBy(keeper);
            step = already ? step : step.whisper(keeper, Prompt.YOU_KEEP_IT_NOW, Slots.NONE);
        }
        return step;
    }

    private static Conversation without(Conversation c, Person who) {
        Set<Person> rest = new TreeSet<>(c.circle().order());
        rest.remove(who);
        return c.with(c.circle().only(rest)).with(c.ledger().owesNoMore(who));
    }
}

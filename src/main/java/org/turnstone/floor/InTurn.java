package org.turnstone.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstone.reading.Role;

/** A phase in which somebody has the floor. What holds in all three of them stands here, once. */
public sealed interface InTurn extends Phase permits Speaking, LeaningIn, Checking {
    Turn turn();

    /** The same phase with another turn in it. */
    InTurn with(Turn next);

    /** A turn is owed until its first word; while they have the floor, nobody needs to be told so. */
    @Override
    default List<Person> owed(Conversation c) {
        return c.ledger().owed().stream()
                .filter(p -> !p.equals(turn().speaker()))
                .toList();
    }

    /** Whether {@code person} is a party to the floor just now, so that their words need not wait. */
    boolean hasAWord(Conversation c, Person person);

    /** In which role {@code person} is read; only the floor decides it, never the words. */
    default Role role(Person person) {
        return person.equals(turn().speaker()) ? Role.SPEAKER : Role.LISTENER;
    }

    /**
     * What anyone may do at any time. In a circle, ending is the keeper's; a pause is everybody's, or one that nobody else
     * could have called would give a step aside away.
     */
    default List<Move> always(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>();
        boolean listens = !person.equals(turn().speaker());
        if (listens && !c.circle().raisedHands().contains(person)) {
            moves.add(Move.RAISE_HAND);
        }
        if (listens && c.circle().isKeptBy(person)) {
            moves.add(Move.SKIP);
        }
        if (c.circle().isKeptBy(person)) {
            moves.add(Move.EXTEND);
        }
        moves.addAll(List.of(Move.REPAIR, Move.FLOODING));
        if (c.circle().isCouple() && !c.pace().isQuick()) {
            moves.add(Move.PARK);
        }
        moves.add(Move.PAUSE);
        moves.addAll(Support.move(c, person));
        if (mayEnd(c, person)) {
            moves.add(Move.ENOUGH);
        }
        moves.add(c.wayOut());
        return moves;
    }

    /** Out of turn, words are kept for their writer; nobody is shamed for them. */
    @Override
    default Step said(Conversation c, Event.Said e) {
        if (!hasAWord(c, e.who())) {
            return c.stays().hold(e.who(), e.words(), Prompt.KEPT_FOR_YOUR_TURN, Slots.NONE.and(turn().speaker()));
        }
        return c.stays().speak(e.who(), e.words()).then(x -> heard(x, e));
    }

    /** What a party to the floor said leads to. */
    Step heard(Conversation c, Event.Said e);

    /** Says it anew in the room, under the person's name; out of turn, it is kept like any other word. */
    @Override
    default Step triedAgain(Conversation c, Event.TriedAgain e) {
        return hasAWord(c, e.who())
                ? c.stays()
                        .post(e.who(), Prompt.SECOND_TRY, Optional.of(e.words()))
                        .then(x -> heard(x, e.asSaid()))
                : said(c, e.asSaid());
    }

    @Override
    default Step handRaised(Conversation c, Event.HandRaised e) {
        if (e.who().equals(turn().speaker()) || c.circle().raisedHands().contains(e.who())) {
            return c.stays();
        }
        return c.with(c.circle().raises(e.who()))
                .stays()
                .whisper(e.who(), Prompt.YOUR_TURN_NEXT, Slots.NONE)
                .show();
    }

    /** Asking for a turn in the middle of a talk is raising a hand. */
    @Override
    default Step asked(Conversation c, Event.Asked e) {
        return handRaised(c, new Event.HandRaised(e.who(), e.at()));
    }

    @Override
    default Step thanked(Conversation c, Event.Thanked e) {
        boolean may = turn().block().isPresent()
                && e.who().equals(turn().speaker())
                && !turn().thanked().contains(e.who());
        return may
                ? c.enters(with(turn().thankedBy(e.who())))
                        .post(e.who(), Prompt.THANK_YOU_FOR_TELLING_ME, Optional.empty())
                : c.stays();
    }

    @Override
    default Step repaired(Conversation c, Event.Repaired e) {
        Line line = new Line(e.phrase(), e.wording(), Slots.to(e.who()));
        return c.with(c.ledger().repaired()).stays().post(e.who(), line);
    }

    @Override
    default Step rested(Conversation c, Event.Rested e) {
        return Paused.begin(c, turn().speaker(), e);
    }

    @Override
    default Step steppedAside(Conversation c, Event.SteppedAside e) {
        return Aside.begin(c, turn().speaker(), e);
    }

    @Override
    default Step hadEnough(Conversation c, Event.HadEnough e) {
        return mayEnd(c, e.who()) ? Closing.begin(c, Closing.How.ENOUGH, e.at()) : c.stays();
    }

    private boolean mayEnd(Conversation c, Person who) {
        return c.circle().isCouple() || c.circle().isKeptBy(who);
    }

    /** The keeper gives it a quarter of an hour more, and all hear of it: the length was said before they came in. */
    @Override
    default Step extended(Conversation c, Event.Extended e) {
        return c.circle().isKeptBy(e.who())
                ? c.with(c.circle().extended(e.at())).stays().say(Prompt.EXTENDED, Slots.NONE.and(e.who()))
                : c.stays();
    }

    /** A keeper passes over a speaker who is not there; in nobody's shame, and a turn without a word is owed. */
    @Override
    default Step skipped(Conversation c, Event.Skipped e) {
        boolean may = !c.circle().isCouple()
                && c.circle().isKeptBy(e.who())
                && !e.who().equals(turn().speaker());
        if (!may) {
            return c.stays();
        }
        Person speaker = turn().speaker();
        Ledger ledger = turn().said().isPresent() ? c.ledger() : c.ledger().owes(speaker);
        return c.with(c.talk().turnHad(speaker)).with(ledger).stays().then(x -> Ending.nextTurn(x, turn(), e.at()));
    }
}

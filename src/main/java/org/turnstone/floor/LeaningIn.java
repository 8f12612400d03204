package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.turnstone.reading.Role;

/**
 * The listener answers, with whatever they have: an opening is offered privately, and any reply at all leads on. A reading
 * never moves or blocks the floor.
 *
 * @param turn whose words are answered
 * @param replied who has answered so far
 * @param openings how many openings the listener has had for this reply
 * @param until when the reply is taken to be whole, or, before the first word, when "no hurry" is said once
 */
public record LeaningIn(Turn turn, Set<Person> replied, int openings, Optional<Instant> until) implements InTurn {
    public LeaningIn {
        Objects.requireNonNull(turn);
        Objects.requireNonNull(until);
        replied = Sorted.set(replied);
    }

    /** Asks the listener to lean in. Phases call it when the floor passes; a replay, when somebody simply answered. */
    public static Step begin(Conversation c, Turn turn, Instant at) {
        Person speaker = turn.speaker();
        LeaningIn next =
                new LeaningIn(turn, Set.of(), 1, Optional.of(at.plus(c.waits().encourage())));
        if (!c.circle().isCouple()) {
            Slots slots = Slots.to(c.circle().listenersTo(speaker).get(0)).and(speaker);
            return c.enters(next).say(Prompt.WITNESSES, slots).show();
        }
        Person listener = c.circle().next(speaker);
        return c.enters(next)
                .say(Prompt.LEAN_IN, Slots.to(listener).and(speaker))
                .then(x -> offers(x, listener, Prompt.CAN_YOU_LEAN_IN, speaker))
                .show();
    }

    /** After a "not quite": the listener tries once more, knowing what was missed. */
    static Step again(Conversation c, Turn turn, Instant at) {
        Person speaker = turn.speaker();
        Person listener = c.circle().listenersTo(speaker).get(0);
        LeaningIn next =
                new LeaningIn(turn, Set.of(), 1, Optional.of(at.plus(c.waits().encourage())));
        return c.enters(next)
                .say(Prompt.WHAT_WAS_MISSED, Slots.to(speaker).and(listener))
                .then(x -> offers(x, listener, Prompt.TRY_ONCE_MORE, speaker))
                .show();
    }

    private static Step offers(Conversation c, Person listener, Prompt question, Person speaker) {
        return c.with(c.ledger().opened(listener))
                .stays()
                .whisperWithOpening(
                        listener,
                        question,
                        Slots.NONE.and(speaker),
                        Openings.next(c.ledger(), listener),
                        Slots.NONE.and(speaker),
                        firstMoves(c));
    }

    private static Move[] firstMoves(Conversation c) {
        return c.pace().openings() > 1
                ? new Move[] {Move.LEAN_YES, Move.LEAN_A_LITTLE, Move.LEAN_NOT_YET, Move.ANOTHER_OPENING}
                : new Move[] {Move.LEAN_YES, Move.LEAN_A_LITTLE, Move.LEAN_NOT_YET};
    }

    @Override
    public LeaningIn with(Turn next) {
        return new LeaningIn(next, replied, openings, until);
    }

    @Override
    public Optional<Instant> wakesAt() {
        return until;
    }

    @Override
    public Line line(Conversation c) {
        List<Person> listeners = c.circle().listenersTo(turn.speaker());
        Person waitedFor =
                listeners.stream().filter(p -> !replied.contains(p)).findFirst().orElse(listeners.get(0));
        return new Line(Prompt.STATUS_LEANING_IN, 0, Slots.to(waitedFor).and(turn.speaker()));
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>();
        if (listens(c, person)) {
            moves.addAll(listenersMoves(c, person));
        }
        if (mayThank(person)) {
            moves.add(Move.THANK);
        }
        moves.addAll(always(c, person));
        return moves;
    }

    private List<Move> listenersMoves(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>();
        boolean begun = replied.contains(person) || turn.block().isPresent();
        if (!begun) {
            moves.addAll(List.of(Move.LEAN_YES, Move.LEAN_A_LITTLE, Move.LEAN_NOT_YET));
        } else if (c.circle().isCouple()) {
            moves.add(Move.REPLY_DONE);
        }
        if (mayHaveAnother(c)) {
            moves.add(Move.ANOTHER_OPENING);
        }
        if (c.circle().isCouple() && turn.block().isEmpty()) {
            moves.add(Move.NAME_BLOCK);
        }
        if (mayNeedHearing(c, person)) {
            moves.add(Move.HEARD_FIRST);
        }
        return moves;
    }

    /** A couple's listener; a witness has one line and no advice. */
    private boolean mayHaveAnother(Conversation c) {
        return c.circle().isCouple() && openings < c.pace().openings();
    }

    private boolean mayThank(Person person) {
        return turn.block().isPresent()
                && person.equals(turn.speaker())
                && !turn.thanked().contains(person);
    }

    private boolean mayNeedHearing(Conversation c, Person person) {
        return listens(c, person) && turn.block().isPresent() && mayBeFirst(c, person);
    }

    /** Once: whoever had a turn was first already, and a floor that swapped does not go back the same way. */
    private boolean mayBeFirst(Conversation c, Person person) {
        return turn.swaps() == 0 && !c.talk().hadTurn().contains(person);
    }

    private boolean listens(Conversation c, Person person) {
        return c.circle().listenersTo(turn.speaker()).contains(person);
    }

    @Override
    public boolean hasAWord(Conversation c, Person person) {
        boolean spent = !c.circle().isCouple() && replied.contains(person);
        return person.equals(turn.speaker()) || (listens(c, person) && !spent);
    }

    @Override
    public Step heard(Conversation c, Event.Said e) {
        if (e.who().equals(turn.speaker())) {
            return speakerAdds(c, e);
        }
        LeaningIn next = new LeaningIn(
                turn,
                Sorted.plus(replied, e.who()),
                openings,
                Optional.of(e.at().plus(c.waits().bubbles())));
        Step step = Sparing.remark(c, e, Role.LISTENER);
        return next.isWhole(c)
                ? step.then(x -> Checking.begin(x, turn, e.at()))
                : step.then(x -> x.enters(next).show());
    }

    /** The speaker may answer a curious question, or say what was missed. */
    private Step speakerAdds(Conversation c, Event.Said e) {
        Turn next = turn.notQuites() > 0 ? turn.misses(e.words()) : turn;
        return Sparing.remark(c, e, Role.SPEAKER).then(x -> x.enters(with(next)));
    }

    /** One reply in quick pace, one line from each witness; a couple's longer reply is whole when its writer says so. */
    private boolean isWhole(Conversation c) {
        return c.circle().isCouple()
                ? c.pace().isQuick()
                : replied.containsAll(c.circle().listenersTo(turn.speaker()));
    }

    /** Witnesses have a line each: none of them can be done for the others. */
    @Override
    public Step replied(Conversation c, Event.Replied e) {
        return moves(c, e.who()).contains(Move.REPLY_DONE) ? Checking.begin(c, turn, e.at()) : c.stays();
    }

    @Override
    public Step leaned(Conversation c, Event.Leaned e) {
        if (!listens(c, e.who())) {
            return c.stays();
        }
        return switch (e.lean()) {
            case YES -> c.stays().whisper(e.who(), Prompt.LEAN_YES, Slots.NONE);
            case A_LITTLE ->
                c.stays()
                        .whisperWithOpening(
                                e.who(),
                                Prompt.LEAN_A_LITTLE,
                                Slots.NONE,
                                Prompt.OPENING_PRESENCE,
                                Slots.NONE.and(turn.speaker()));
            case NOT_YET -> c.stays().whisper(e.who(), Prompt.LEAN_NOT_YET, Slots.NONE, insteadOfLeaningIn(c));
        };
    }

    private Move[] insteadOfLeaningIn(Conversation c) {
        boolean mayName = c.circle().isCouple() && turn.block().isEmpty();
        return mayName ? new Move[] {Move.NAME_BLOCK, Move.PAUSE} : new Move[] {Move.PAUSE};
    }

    @Override
    public Step openingAsked(Conversation c, Event.OpeningAsked e) {
        if (!listens(c, e.who()) || !mayHaveAnother(c)) {
            return c.stays();
        }
        Prompt opening = Openings.next(c.ledger(), e.who());
        return c.with(c.ledger().opened(e.who()))
                .enters(new LeaningIn(turn, replied, openings + 1, until))
                .whisper(e.who(), opening, Slots.NONE.and(turn.speaker()), another(c, openings + 1));
    }

    private static Move[] another(Conversation c, int openings) {
        return openings < c.pace().openings() ? new Move[] {Move.ANOTHER_OPENING} : new Move[0];
    }

    /** Naming the block counts as the reply: it is one. */
    @Override
    public Step blockNamed(Conversation c, Event.BlockNamed e) {
        if (!listens(c, e.who()) || !c.circle().isCouple() || turn.block().isPresent()) {
            return c.stays();
        }
        Turn named = turn.blockedBy(e.block());
        LeaningIn next = new LeaningIn(
                named, replied, openings, Optional.of(e.at().plus(c.waits().encourage())));
        return c.enters(next)
                .post(e.who(), inWords(e.block()), e.block().words())
                .whisper(turn.speaker(), Prompt.BLOCK_WAS_NAMED, Slots.NONE.and(e.who()), Move.THANK)
                .then(x -> afterBlock(x, e))
                .show();
    }

    private Step afterBlock(Conversation c, Event.BlockNamed e) {
        Move[] choices = mayBeFirst(c, e.who())
                ? new Move[] {Move.REPLY_DONE, Move.HEARD_FIRST, Move.PAUSE}
                : new Move[] {Move.REPLY_DONE, Move.PAUSE};
        Slots speaker = Slots.NONE.and(turn.speaker());
        return c.stays()
                .whisperWithOpening(e.who(), Prompt.AFTER_BLOCK, speaker, Openings.after(e.block()), speaker, choices);
    }

    private static Prompt inWords(Block block) {
        return switch (block.what()) {
            case PAST_WOUNDS -> Prompt.BLOCK_PAST_WOUNDS;
            case UNRESOLVED -> Prompt.BLOCK_UNRESOLVED;
            case AGREEING -> Prompt.BLOCK_AGREEING;
            case OWN_WORDS -> Prompt.BLOCK_OWN_WORDS;
        };
    }

    /** "I need to be heard first": the floor swaps, and the speaker's turn is owed. */
    @Override
    public Step neededHearing(Conversation c, Event.NeededHearing e) {
        if (!mayNeedHearing(c, e.who())) {
            return c.stays();
        }
        Person putOff = turn.speaker();
        return c.with(c.ledger().owes(putOff))
                .with(c.talk().turnPutOff(putOff))
                .stays()
                .say(Prompt.HEARD_FIRST, Slots.to(e.who()).and(putOff))
                .then(x -> Speaking.begin(x, Turn.heardFirst(e.who())));
    }

    /** A couple is told once that there is no hurry; a circle does not wait for its witnesses. */
    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        if (!replied.isEmpty() || turn.block().isPresent() || !c.circle().isCouple()) {
            return Checking.begin(c, turn, e.at());
        }
        Person waitedFor = c.circle().listenersTo(turn.speaker()).get(0);
        return c.enters(new LeaningIn(turn, replied, openings, Optional.empty()))
                .whisper(waitedFor, Prompt.NO_HURRY, Slots.NONE.and(turn.speaker()));
    }
}

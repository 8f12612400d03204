package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A pause: called by one, at once and without a reason, with a time to be back. The room hears only that there is a pause
 * and when it ends (Gottman's and PREP's time-out: at least 20 minutes, at most a day, and coming back is part of it).
 *
 * @param floor who has the floor when both come back
 * @param caller who called it, which nobody is told
 * @param since when it was called
 * @param back how far the return has come
 * @param wishes times beyond the longest pause that somebody asked for; it takes everybody to agree
 */
public record Paused(Person floor, Person caller, Instant since, Back back, Map<Person, Instant> wishes)
        implements Phase {

    /** How far the return has come. */
    public sealed interface Back {
        /** Until then nobody is asked. {@code yes} are those who would go on already. */
        record Resting(Instant until, Set<Person> yes) implements Back {
            public Resting {
                Objects.requireNonNull(until);
                yes = Sorted.set(yes);
            }
        }

        /** Each is being asked, alone, until then. */
        record Asking(Instant until, Set<Person> yes) implements Back {
            public Asking {
                Objects.requireNonNull(until);
                yes = Sorted.set(yes);
            }
        }

        /** Not everybody came back. Nobody is told who did. */
        record Unanswered() implements Back {}
    }

    public Paused {
        Objects.requireNonNull(floor);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(since);
        Objects.requireNonNull(back);
        wishes = Sorted.map(wishes);
    }

    /** The pause that {@code e} calls: what the room hears, and what its caller may do about it. */
    static Step begin(Conversation c, Person floor, Event.Rested e) {
        Instant until = e.until()
                .map(wish -> c.waits().returnAt(e.at(), wish))
                .orElseGet(() -> c.waits().usualReturn(e.at()));
        return begin(c, floor, e.who(), e.at(), until)
                .whisper(e.who(), Prompt.PAUSE_IS_YOURS, Slots.at(until), Move.PAUSE_UNTIL, Move.GO_ON);
    }

    /** Everything of a pause that the room can see. A step aside begins with exactly this. */
    static Step begin(Conversation c, Person floor, Person caller, Instant at, Instant until) {
        Paused next = new Paused(floor, caller, at, new Back.Resting(until, Set.of()), Map.of());
        return c.enters(next).say(Prompt.PAUSED, Slots.at(until)).show();
    }

    private Paused with(Back next) {
        return new Paused(floor, caller, since, next, wishes);
    }

    @Override
    public Optional<Instant> wakesAt() {
        if (back instanceof Back.Resting resting) {
            return Optional.of(resting.until());
        }
        return back instanceof Back.Asking asking ? Optional.of(asking.until()) : Optional.empty();
    }

    private Instant until() {
        return wakesAt().orElse(since);
    }

    @Override
    public Line line(Conversation c) {
        if (back instanceof Back.Resting resting) {
            return new Line(Prompt.STATUS_PAUSED, 0, Slots.at(resting.until()));
        }
        Prompt prompt = back instanceof Back.Asking ? Prompt.STATUS_RETURNING : Prompt.STATUS_NOT_RETURNED;
        return new Line(prompt, 0, Slots.NONE);
    }

    @Override
    public List<Move> moves(Conversation c, Person person) {
        List<Move> moves = new ArrayList<>();
        if (back instanceof Back.Resting resting) {
            if (!resting.yes().contains(person)) {
                moves.add(Move.GO_ON);
            }
            moves.add(Move.PAUSE_UNTIL);
        } else if (back instanceof Back.Asking asking) {
            if (!asking.yes().contains(person)) {
                moves.addAll(List.of(Move.GO_ON, Move.NOT_NOW));
            }
        } else {
            moves.addAll(List.of(Move.GO_ON, Move.PAUSE_UNTIL, Move.ONE_LINE));
        }
        moves.addAll(Support.move(c, person));
        moves.add(c.wayOut());
        return moves;
    }

    /** Words written meanwhile are the writer's drafts: kept for them, and never read. */
    @Override
    public Step said(Conversation c, Event.Said e) {
        return c.stays().hold(e.who(), e.words(), Prompt.KEPT_AS_DRAFT, Slots.NONE);
    }

    /** Another time: the caller's to choose while all rest, anybody's once the return has come to nothing. */
    @Override
    public Step rested(Conversation c, Event.Rested e) {
        if (back instanceof Back.Asking) {
            return c.stays();
        }
        Instant wish =
                e.until().filter(e.at()::isBefore).orElseGet(() -> c.waits().usualReturn(e.at()));
        if (back instanceof Back.Unanswered) {
            return rests(c, e.who(), e.at(), c.waits().returnAt(e.at(), wish));
        }
        boolean beyond = wish.isAfter(since.plus(c.waits().longestPause()));
        if (beyond) {
            return wishesLonger(c, e, wish);
        }
        return e.who().equals(caller)
                ? rests(c, caller, since, stillToCome(c, e.at(), c.waits().returnAt(since, wish)))
                : c.stays().whisper(e.who(), Prompt.PAUSE_STANDS, Slots.at(until()));
    }

    /** What would have been in time before this night is, by now, the morning after it. */
    private static Instant stillToCome(Conversation c, Instant now, Instant until) {
        return until.isBefore(now) ? c.waits().outOfTheNight(now) : until;
    }

    private Step rests(Conversation c, Person by, Instant from, Instant until) {
        Paused next = new Paused(floor, by, from, new Back.Resting(until, Set.of()), Map.of());
        return c.enters(next).say(Prompt.PAUSED, Slots.at(until)).show();
    }

    /** Longer than a day takes everyone's wish; the earliest of the wished times counts. */
    private Step wishesLonger(Conversation c, Event.Rested e, Instant wish) {
        Map<Person, Instant> all = Sorted.plus(wishes, e.who(), wish);
        if (!all.keySet().containsAll(c.circle().order())) {
            return c.enters(new Paused(floor, caller, since, back, all))
                    .whisper(e.who(), Prompt.WAITING_FOR_BOTH, Slots.NONE);
        }
        Instant earliest = all.values().stream()
                .filter(e.at()::isBefore)
                .min(Instant::compareTo)
                .orElse(wish);
        return rests(c, caller, since, c.waits().outOfTheNight(earliest));
    }

    /** The caller may come back early, which begins the return; so may both together. */
    @Override
    public Step returned(Conversation c, Event.Returned e) {
        if (back instanceof Back.Resting resting) {
            Set<Person> yes = Sorted.plus(resting.yes(), e.who());
            if (e.who().equals(caller) || isEverybody(c, yes)) {
                return asks(c, e.at(), yes);
            }
            return c.enters(with(new Back.Resting(resting.until(), yes)))
                    .whisper(e.who(), Prompt.WAITING_FOR_BOTH, Slots.NONE);
        }
        if (back instanceof Back.Asking asking) {
            return answers(c, new Back.Asking(asking.until(), Sorted.plus(asking.yes(), e.who())), e.who());
        }
        return asks(c, e.at(), Set.of(e.who()));
    }

    private Step answers(Conversation c, Back.Asking next, Person who) {
        return isEverybody(c, next.yes())
                ? resumes(c)
                : c.enters(with(next)).whisper(who, Prompt.WAITING_FOR_BOTH, Slots.NONE);
    }

    /** A "not now" is between that person and the bot: nothing shows it before the time is up. */
    @Override
    public Step stayed(Conversation c, Event.Stayed e) {
        if (!(back instanceof Back.Asking asking)) {
            return c.stays();
        }
        Set<Person> yes =
                Sorted.set(asking.yes().stream().filter(p -> !p.equals(e.who())).toList());
        return c.enters(with(new Back.Asking(asking.until(), yes)))
                .whisper(e.who(), Prompt.NOT_NOW_IS_FINE, Slots.NONE);
    }

    private Step asks(Conversation c, Instant at, Set<Person> yes) {
        if (isEverybody(c, yes)) {
            return resumes(c);
        }
        Instant end = at.plus(c.waits().returnWindow());
        Step step = c.enters(with(new Back.Asking(end, yes)));
        for (Person person : c.circle().order()) {
            if (!yes.contains(person)) {
                step = step.whisper(person, Prompt.RETURN_ASKED, Slots.NONE, Move.GO_ON, Move.NOT_NOW);
            }
        }
        return step.show();
    }

    private static boolean isEverybody(Conversation c, Set<Person> yes) {
        return yes.containsAll(c.circle().order());
    }

    private Step resumes(Conversation c) {
        Person speaker = c.circle().has(floor) ? floor : c.circle().order().get(0);
        // While a turn is owed the floor has swapped once already, and does not swap again because of a pause.
        Turn turn = c.ledger().owed().isEmpty() ? Turn.of(speaker) : Turn.heardFirst(speaker);
        return c.stays().say(Prompt.RESUMED, Slots.to(speaker)).releaseAll().then(x -> Speaking.begin(x, turn));
    }

    @Override
    public Step lapsed(Conversation c, Event.Lapsed e) {
        if (back instanceof Back.Resting resting) {
            return asks(c, e.at(), resting.yes());
        }
        if (back instanceof Back.Asking asking && circleGoesOn(c, asking.yes())) {
            return resumes(c);
        }
        return c.enters(with(new Back.Unanswered()))
                .say(Prompt.NOT_PICKING_UP, Slots.NONE)
                .show();
    }

    /** A circle does not wait for its last member: its keeper and one more are enough once the time is up. */
    private static boolean circleGoesOn(Conversation c, Set<Person> yes) {
        return !c.circle().isCouple() && yes.size() > 1 && yes.stream().anyMatch(c.circle()::isKeptBy);
    }

    @Override
    public Step lineLeft(Conversation c, Event.LineLeft e) {
        return back instanceof Back.Unanswered
                ? c.stays().post(e.who(), Prompt.ONE_LINE, Optional.of(e.words()))
                : c.stays();
    }

    /** There is a pause already; the help comes all the same, and the room sees nothing. */
    @Override
    public Step steppedAside(Conversation c, Event.SteppedAside e) {
        return Aside.in(this, c.stays(), e);
    }
}

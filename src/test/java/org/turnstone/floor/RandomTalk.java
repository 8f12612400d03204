package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A random conversation: a couple or a circle of 3 to 12, anywhere, around the days on which clocks change too. Mostly
 * people do what they may; some press what is not theirs, press twice, walk in from outside, or fall silent for days.
 * For one thread.
 */
final class RandomTalk {
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-03T19:00:00Z"),
            Instant.parse("2026-03-07T20:00:00Z"),
            Instant.parse("2026-03-28T20:00:00Z"),
            Instant.parse("2026-04-04T09:00:00Z"),
            Instant.parse("2026-10-24T19:30:00Z"),
            Instant.parse("2026-11-01T02:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"));

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("Africa/Casablanca"));

    private static final Set<Move> ANY_TIME = EnumSet.of(
            Move.REPAIR,
            Move.FLOODING,
            Move.PARK,
            Move.PAUSE,
            Move.ENOUGH,
            Move.STOP,
            Move.LEAVE,
            Move.EXTEND,
            Move.ASK_SUPPORT,
            Move.RAISE_HAND,
            Move.APPRECIATE);

    private static final Set<Move> ENDING =
            EnumSet.of(Move.LATER, Move.NOT_TODAY, Move.SKIP, Move.KEEP_TURN, Move.BEGIN, Move.NEXT_STEP);

    final Dice dice;
    final RandomEvents events;
    final Conversation start;

    private final List<Person> everybody;
    private final List<Event> past = new ArrayList<>();
    private final List<Person> guests = new ArrayList<>();
    /** In some talks one thing after the other comes up. */
    private final boolean makesLists;

    private Instant clock;

    RandomTalk(long seed) {
        this.dice = new Dice(seed);
        this.events = new RandomEvents(dice);
        Circle circle = circle();
        this.start = Conversation.of(circle, Customs.in(dice.of(ZONES)));
        this.clock = dice.of(STARTS).plus(dice.upTo(Duration.ofHours(30)));
        this.everybody = new ArrayList<>(circle.order());
        guests.stream().filter(guest -> !everybody.contains(guest)).forEach(everybody::add);
        everybody.add(Scene.STRANGER);
        this.makesLists = dice.oneIn(6);
    }

    private Circle circle() {
        List<Person> order = new ArrayList<>();
        int size = dice.oneIn(2) ? 2 : dice.between(3, Circle.LARGEST);
        for (int i = 0; i < size; i++) {
            order.add(new Person("p" + (char) ('a' + i)));
        }
        if (size == 2) {
            return Circle.couple(order.get(0), order.get(1));
        }
        Optional<Person> coKeeper = dice.oneIn(2) ? Optional.of(order.get(1)) : Optional.empty();
        Person keeper = dice.of(order.get(0), order.get(size - 1));
        return Circle.keptBy(keeper, coKeeper, gathering(order, keeper, coKeeper));
    }

    /** By name, or open to all: then those who may come are known to the test only. */
    private Gathering gathering(List<Person> order, Person keeper, Optional<Person> coKeeper) {
        if (dice.oneIn(2)) {
            return Gathering.byName(order);
        }
        guests.addAll(order);
        Set<Person> first = new LinkedHashSet<>(List.of(keeper));
        coKeeper.ifPresent(first::add);
        return Gathering.open(List.copyOf(first), Gathering.TURN, Duration.ofMinutes(dice.between(5, 90)));
    }

    Instant clock() {
        return clock;
    }

    /** What happens next in {@code c}. */
    Event next(Conversation c) {
        passes();
        Event event = choose(c);
        past.add(event);
        return event;
    }

    private void passes() {
        int roll = dice.below(100);
        if (roll < 75) {
            clock = clock.plus(dice.upTo(Duration.ofSeconds(50)));
        } else if (roll < 92) {
            clock = clock.plus(dice.upTo(Duration.ofMinutes(15)));
        } else if (roll < 97) {
            clock = clock.plus(dice.upTo(Duration.ofHours(11)));
        } else if (roll < 99) {
            clock = clock.plus(dice.upTo(Duration.ofDays(5)));
        } else {
            clock = clock.minus(dice.upTo(Duration.ofHours(1)));
        }
    }

    private Event choose(Conversation c) {
        int roll = dice.below(100);
        if (roll < 4 && !past.isEmpty()) {
            return dice.of(past);
        }
        if (roll < 6) {
            return new Event.Lapsed(clock, clock.minus(dice.upTo(Duration.ofHours(40))));
        }
        boolean gathering = c.phase() instanceof Inviting && !dice.oneIn(4);
        if (roll < 18 && c.wakesAt().isPresent() && !gathering) {
            return silence(c.wakesAt().get());
        }
        if (roll < 60) {
            return moves(c);
        }
        if (roll < 66) {
            return atAnyTime(c);
        }
        List<Person> listing =
                everybody.stream().filter(p -> c.moves(p).contains(Move.PARK)).toList();
        if (roll < 74 && makesLists && !listing.isEmpty()) {
            return events.made(Move.PARK, dice.of(listing), clock);
        }
        return roll < 90 ? says(c) : events.any(dice.of(everybody), clock);
    }

    private Event silence(Instant deadline) {
        clock = (clock.isAfter(deadline) ? clock : deadline).plus(dice.upTo(Duration.ofSeconds(30)));
        return new Event.Lapsed(clock, deadline);
    }

    /** A move that belongs to the phase, by somebody who has one; the ones that end things are rarer. */
    private Event moves(Conversation c) {
        List<Person> able = everybody.stream().filter(p -> !own(c, p).isEmpty()).toList();
        if (able.isEmpty() || isYetToSpeak(c)) {
            return says(c);
        }
        Person who = dice.of(able);
        Move move = dice.of(own(c, who));
        for (int i = 0; i < 2 && ENDING.contains(move); i++) {
            move = dice.of(own(c, who));
        }
        return events.made(move, who, clock);
    }

    private boolean isYetToSpeak(Conversation c) {
        return c.phase() instanceof Speaking s && s.turn().said().isEmpty() && !dice.oneIn(4);
    }

    private static List<Move> own(Conversation c, Person person) {
        return c.moves(person).stream().filter(m -> !ANY_TIME.contains(m)).toList();
    }

    private Event atAnyTime(Conversation c) {
        Person who = dice.of(c.circle().order());
        if (dice.oneIn(10)) {
            return events.letsGo(who, clock, c.ledger().parked());
        }
        List<Move> moves = c.moves(who).stream().filter(ANY_TIME::contains).toList();
        return moves.isEmpty() ? events.said(who, clock) : events.made(dice.of(moves), who, clock);
    }

    /** Mostly somebody whose words are waited for. */
    private Event says(Conversation c) {
        List<Person> awaited = c.phase() instanceof InTurn turn
                ? c.circle().order().stream().filter(p -> turn.hasAWord(c, p)).toList()
                : c.circle().order();
        Person who = dice.oneIn(3) ? dice.of(c.circle().order()) : dice.of(awaited);
        return events.said(who, clock);
    }
}

package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a circle comes together: who belongs to it, whether others may still come in, and how long it is meant to take. What
 * somebody needs to know before they say yes stands here, because it is said before they do (circle practice: an agreed
 * length, and a circle that is closed once it has begun).
 *
 * @param members who belongs, present or not, in the order in which the floor goes round
 * @param door whether others may come in before the opening
 * @param turn after how long a speaker hears, once and alone, that their time is about up; nothing is cut off
 * @param expected how long the circle is meant to take
 * @param until when the time said beforehand is up; empty before the opening, and once the keeper has heard of it
 */
public record Gathering(List<Person> members, Door door, Duration turn, Duration expected, Optional<Instant> until) {

    /** Who may come in before the opening. */
    public enum Door {
        /** Only the members. */
        BY_NAME,
        /** Whoever is in the place where the circle meets. */
        OPEN
    }

    /** A soft turn of three minutes. */
    public static final Duration TURN = Duration.ofMinutes(3);

    /** What a turn takes with the answers to it; a circle's length is counted in these. */
    public static final Duration TURN_WITH_ANSWERS = Duration.ofMinutes(5);

    /** By how much a keeper extends a circle at a time. */
    public static final Duration EXTENSION = Duration.ofMinutes(15);

    public Gathering {
        members = List.copyOf(members);
        Objects.requireNonNull(door);
        Objects.requireNonNull(turn);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(until);
    }

    /** These people and nobody else, and as long as it takes for each to have a turn. */
    public static Gathering byName(List<Person> members) {
        Duration expected = TURN_WITH_ANSWERS.multipliedBy(members.size());
        return new Gathering(members, Door.BY_NAME, TURN, expected, Optional.empty());
    }

    /** Whoever comes, beginning with {@code first}; it is said that it takes {@code expected}. */
    public static Gathering open(List<Person> first, Duration turn, Duration expected) {
        return new Gathering(first, Door.OPEN, turn, expected, Optional.empty());
    }

    Gathering leftBy(Person person) {
        List<Person> rest = members.stream().filter(p -> !p.equals(person)).toList();
        return new Gathering(rest, door, turn, expected, until);
    }

    Gathering joinedBy(Person person) {
        List<Person> more = new ArrayList<>(members);
        more.add(person);
        return new Gathering(more, door, turn, expected, until);
    }

    Gathering begins(Instant at) {
        return new Gathering(members, door, turn, expected, Optional.of(at.plus(expected)));
    }

    Gathering extended(Instant at) {
        Instant from = until.filter(at::isBefore).orElse(at);
        return new Gathering(members, door, turn, expected, Optional.of(from.plus(EXTENSION)));
    }

    /** Without a time that is still to be spoken of. */
    Gathering untimed() {
        return new Gathering(members, door, turn, expected, Optional.empty());
    }
}

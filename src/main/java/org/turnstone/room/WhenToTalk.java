package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Event;
import org.turnstone.floor.Person;

/** When a talk may begin: set-up, dates before which none can, and rest. Threads may share one. */
public final class WhenToTalk {
    /** For how long a talk does not begin after somebody was flooded. */
    private static final Duration FLOODED_FOR = Duration.ofHours(1);

    private final People people;
    private final Function<String, Optional<Conversation>> conversation;

    /** @param conversation how a room's stands */
    WhenToTalk(People people, Function<String, Optional<Conversation>> conversation) {
        this.people = people;
        this.conversation = conversation;
    }

    /** Somebody too flooded to take anything in is not asked to, and nobody learns of it. */
    void noteFlooding(Person who, Input input, Instant at) {
        if (input instanceof Input.Measures measures && measures.level() >= Event.Measured.FLOODED_FROM) {
            Manners manners = people.of(who);
            Instant until = at.plus(FLOODED_FOR);
            if (!manners.isResting(until)) {
                people.save(who, manners.restingUntil(Optional.of(until)));
            }
        }
    }

    /** In a couple it takes both; into a circle each comes for themselves, and one who does not keeps nobody else away. */
    Event.Readiness readiness(String room, Conversation c, Person who, Instant at) {
        boolean notBefore = people.notBefore(room).filter(at::isBefore).isPresent();
        List<Person> concerned = c.circle().isCouple() ? c.circle().order() : List.of(who);
        boolean resting = concerned.stream().anyMatch(p -> people.of(p).isResting(at));
        return notBefore || resting || isApart(c, who, at) ? Event.Readiness.NOT_NOW : Event.Readiness.READY;
    }

    /** Two who cannot have a talk of their own before a date are not brought together in a circle either. */
    private boolean isApart(Conversation c, Person who, Instant at) {
        return !c.circle().isCouple()
                && c.circle().after(who).stream()
                        .anyMatch(other -> people.notBefore(pair(who, other))
                                .filter(at::isBefore)
                                .isPresent());
    }

    /** Where the date of two people is kept that holds for them in every room: the same in whichever order they are named. */
    public static String pair(Person one, Person other) {
        int end = one.id().indexOf(':') + 1;
        String two = Stream.of(one, other)
                .map(person -> person.id().substring(person.id().indexOf(':') + 1))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("-"));
        return one.id().substring(0, end) + "0/" + two;
    }

    /**
     * After private answers that say no talk should start: a couple's cannot before {@code date}, without who. A circle does
     * not wait for one of its people: for {@code who} it is as if they had said, privately, that it is not the time.
     */
    void notBefore(String room, Person who, Instant date) {
        boolean couple =
                conversation.apply(room).filter(c -> c.circle().isCouple()).isPresent();
        if (couple) {
            people.setNotBefore(room, date);
            return;
        }
        Manners manners = people.of(who);
        Instant later = manners.notUntil().filter(date::isBefore).orElse(date);
        people.save(who, manners.restingUntil(Optional.of(later)));
    }

    /** Whether {@code who} has to go through set-up before a talk: never yet, too long ago, or after a date that passed. */
    boolean needsSetUp(String room, Person who, Instant now) {
        Manners manners = people.of(who);
        return !manners.isSetUp(now)
                || askedAgainFrom(room, who)
                        .filter(date -> !now.isBefore(date))
                        .anyMatch(
                                date -> manners.setUpAt().filter(date::isAfter).isPresent());
    }

    /** A set-up that said no and a private "not today" for a week end alike: with the questions, for both. */
    private Stream<Instant> askedAgainFrom(String room, Person who) {
        Stream<Person> two = conversation.apply(room).map(Conversation::circle).filter(Circle::isCouple).stream()
                .flatMap(couple -> couple.order().stream());
        return Stream.concat(
                people.notBefore(room).stream(),
                Stream.concat(Stream.of(who), two).distinct().flatMap(p -> people.of(p).asksAgain().stream()));
    }
}

package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two conversations that differ in one thing, and must then be the same in everything that this may not touch. */
final class Twins {
    private Twins() {}

    /** The same events give the same conversation and the same effects. */
    static void sameAgain(Conversation start, List<Event> events, List<Step> steps) {
        Conversation c = start;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            Step step = c.on(event);
            Law.holds(step.equals(steps.get(i)), () -> "another step at " + event);
            c = step.next();
        }
    }

    /** Whatever the readings are, the floor moves the same way, and the room sees the same. */
    static void readingsMoveNothing(Conversation start, List<Event> events, List<Step> steps, RandomEvents random) {
        Conversation c = start;
        for (int i = 0; i < events.size(); i++) {
            Step step = c.on(readAnew(events.get(i), random));
            Step was = steps.get(i);
            boolean same = step.next().phase().equals(was.next().phase())
                    && step.next().circle().equals(was.next().circle())
                    && Eyes.all(step.effects()).equals(Eyes.all(was.effects()));
            Law.holds(
                    same,
                    () -> step.next().phase() + " instead of " + was.next().phase());
            c = step.next();
        }
    }

    /** What one person is told in private, and asks for in private, leaves no trace for anyone else. */
    static void privateIsPrivate(
            Conversation start, List<Event> events, List<Step> steps, RandomEvents random, Person person) {
        Conversation c = start;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            boolean theirs = Law.isBy(event, person);
            Step was = steps.get(i);
            if (theirs && isBetweenThemAndTheBot(event)) {
                assertThat(Eyes.everyoneBut(person, was.effects())).isEmpty();
                continue;
            }
            Step step = c.on(theirs ? readAnew(event, random) : event);
            same(person, was, step);
            c = step.next();
        }
    }

    private static boolean isBetweenThemAndTheBot(Event event) {
        return event instanceof Event.Leaned || event instanceof Event.OpeningAsked || event instanceof Event.Measured;
    }

    private static Event readAnew(Event event, RandomEvents random) {
        if (event instanceof Event.Said e) {
            return new Event.Said(e.who(), e.at(), e.words(), random.reading(), random.sensitivity());
        }
        if (event instanceof Event.TriedAgain e) {
            return new Event.TriedAgain(e.who(), e.at(), e.words(), random.reading(), random.sensitivity());
        }
        return event;
    }

    /**
     * A pause that somebody calls in {@code before}, and a step aside at something that they write there: nobody else can
     * tell the two apart, whatever anybody does afterwards.
     */
    static void asideLooksLikeAPause(Conversation before, Person writer, RandomTalk talk) {
        RandomEvents random = talk.events;
        Step paused = before.on(new Event.Rested(writer, talk.clock(), Optional.empty()));
        Step aside = before.on(random.stepsAside(writer, talk.clock()));
        same(writer, paused, aside);
        for (int i = 0; i < 25; i++) {
            Event event = talk.next(paused.next());
            if (isTheWritersHelp(writer, event)) {
                continue;
            }
            paused = paused.next().on(orMisread(writer, event, paused.next()));
            aside = aside.next().on(orMisread(writer, event, aside.next()));
            same(writer, paused, aside);
        }
    }

    private static boolean isTheWritersHelp(Person writer, Event event) {
        return Law.isBy(event, writer) && (event instanceof Event.Showed || event instanceof Event.WasMisread);
    }

    /** An early return by the writer, who may have no other way to it than to say that they were misread. */
    private static Event orMisread(Person writer, Event event, Conversation c) {
        boolean early = event instanceof Event.Returned
                && Law.isBy(event, writer)
                && c.moves(writer).contains(Move.MISREAD);
        return early ? new Event.WasMisread(writer, event.at()) : event;
    }

    private static void same(Person person, Step one, Step other) {
        List<Effect> was = Eyes.everyoneBut(person, one.effects());
        List<Effect> is = Eyes.everyoneBut(person, other.effects());
        Law.holds(is.equals(was), () -> "others see\n" + is + "\ninstead of\n" + was);
        List<Object> looked = Eyes.lookOfEveryoneBut(person, one.next());
        List<Object> looks = Eyes.lookOfEveryoneBut(person, other.next());
        Law.holds(looks.equals(looked), () -> "to others it looks like\n" + looks + "\ninstead of\n" + looked);
    }

    /** The people who could have called a pause in {@code c}. */
    static List<Person> writers(Conversation c) {
        boolean talking = c.phase() instanceof InTurn || c.phase() instanceof Closing;
        return talking ? new ArrayList<>(c.circle().order()) : List.of();
    }
}

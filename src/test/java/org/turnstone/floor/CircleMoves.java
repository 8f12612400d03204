package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstone.reading.Reading;

/** What {@code src/docs/phases.md} shows of circles: where they differ from a couple's talk. Stateless. */
final class CircleMoves {
    private static final Person ANA = new Person("Ana");
    private static final Person BEN = new Person("Ben");
    private static final Person CLEO = new Person("Cleo");
    private static final Person DAN = new Person("Dan");
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");

    static final String HEAD = """

            ## A circle

            The same phases. Ana opened the circle, keeps it and speaks; Ben was asked to answer; Cleo listens; Dan is in the
            place and not in the circle. Here stands where it goes otherwise than between two.

            | in | when | then | and the bot |
            | --- | --- | --- | --- |
            """;

    private CircleMoves() {}

    private static Conversation after(Conversation c, Event... events) {
        Conversation now = c;
        for (Event event : events) {
            now = now.on(event).next();
        }
        return now;
    }

    private static Event came(Person who, Event.Readiness readiness) {
        return new Event.Came(who, NOW, readiness);
    }

    private static Event said(Person who) {
        return new Event.Said(who, NOW, new Words("w", 20), Reading.NOTHING, Sensitivity.NORMAL);
    }

    static Map<String, Conversation> places() {
        Gathering open = Gathering.open(List.of(ANA), Gathering.TURN, Duration.ofMinutes(45));
        Conversation none = Conversation.of(Circle.keptBy(ANA, Optional.empty(), open), Customs.in(ZoneId.of("UTC")));
        Conversation gathering =
                after(none, new Event.Asked(ANA, NOW, Pace.FULL, Optional.empty(), Event.Readiness.READY));
        Conversation three = after(gathering, came(BEN, Event.Readiness.READY), came(CLEO, Event.Readiness.READY));
        Conversation begun = after(three, new Event.Began(ANA, NOW));
        Conversation spoke = after(begun, new Event.WitnessesAsked(ANA, NOW, 1), said(ANA));
        Conversation leaning = after(spoke, new Event.Yielded(ANA, NOW));
        Map<String, Conversation> places = new LinkedHashMap<>();
        places.put("Open", none);
        places.put("Inviting, one is in", gathering);
        places.put("Inviting, three are in", three);
        places.put("Speaking, nothing said", begun);
        places.put("Speaking, one witness asked for", spoke);
        places.put("LeaningIn", leaning);
        places.put("Checking", after(leaning, said(BEN)));
        places.put("Closing", after(spoke, new Event.HadEnough(ANA, NOW)));
        places.put("Paused", after(spoke, new Event.Rested(BEN, NOW, Optional.empty())));
        return places;
    }

    static Map<String, Event> events(Conversation c) {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("Ana opens a circle", new Event.Asked(ANA, NOW, Pace.FULL, Optional.empty(), Event.Readiness.READY));
        events.put("Dan comes in", came(DAN, Event.Readiness.READY));
        events.put("Dan comes in, but should not today", came(DAN, Event.Readiness.NOT_NOW));
        events.put("Dan says something", said(DAN));
        events.put("Cleo says something", said(CLEO));
        for (Person who : List.of(ANA, BEN)) {
            events.put(who + " says something", said(who));
            for (Move move : c.moves(who)) {
                move.madeBy(who, NOW)
                        .ifPresent(event -> events.put(who + ": " + move.label().replace('_', ' '), event));
            }
        }
        c.phase().wakesAt().ifPresent(at -> events.put("time is up", new Event.Lapsed(at, at)));
        c.timeUpAt().ifPresent(at -> events.put("the time said beforehand is up", new Event.Lapsed(at, at)));
        return events;
    }
}

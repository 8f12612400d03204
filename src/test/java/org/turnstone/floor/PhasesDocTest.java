package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.turnstone.reading.Reading;

/** Keeps {@code src/docs/phases.md} true: the table is what the floor does, not what somebody remembers it does. */
class PhasesDocTest {
    private static final Path PAGE = Path.of("src/docs/phases.md");
    private static final Person ANA = new Person("Ana");
    private static final Person BEN = new Person("Ben");
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");
    private static final Words WORDS = new Words("w", 20);
    private static final Care CARE = new Care("SELF_HARM", Care.Leave.GIVEN, Care.Leave.GIVEN);

    private static final String HEAD = """
            # The phases

            Every move of a couple's talk, written by `PhasesDocTest` from what the code does. Ana asked for the turn and has the
            floor; Ben listens. What is not in the table changes nothing. `says` is heard by the room, `tells` by one person alone.

            | in | when | then | and the bot |
            | --- | --- | --- | --- |
            """;

    private static Conversation after(Conversation c, Event... events) {
        Conversation now = c;
        for (Event event : events) {
            now = now.on(event).next();
        }
        return now;
    }

    private static Event said(Person who) {
        return new Event.Said(who, NOW, WORDS, Reading.NOTHING, Sensitivity.NORMAL);
    }

    private static Event asked(Pace pace) {
        return new Event.Asked(ANA, NOW, pace, Optional.empty(), Event.Readiness.READY);
    }

    private static Event came(Event.Readiness readiness) {
        return new Event.Came(BEN, NOW, readiness);
    }

    private static Event passes() {
        return new Event.Yielded(ANA, NOW);
    }

    private static Event answers(Event.Answer answer) {
        return new Event.Answered(ANA, NOW, answer);
    }

    private static Map<String, Conversation> places() {
        Conversation open = Conversation.of(Circle.couple(ANA, BEN), Customs.in(ZoneId.of("UTC")));
        Conversation inviting = after(open, asked(Pace.FULL));
        Conversation speaking = after(inviting, came(Event.Readiness.READY));
        Conversation spoke = after(speaking, said(ANA));
        Conversation leaning = after(spoke, passes());
        Conversation replied = after(leaning, said(BEN));
        Conversation blocked = after(leaning, new Event.BlockNamed(BEN, NOW, Block.of(Block.What.PAST_WOUNDS)));
        Conversation checking = after(replied, new Event.Replied(BEN, NOW));
        Conversation resting = after(spoke, new Event.Rested(BEN, NOW, Optional.empty()));
        Conversation asking = after(resting, lapsed(resting));
        Map<String, Conversation> places = new LinkedHashMap<>();
        places.put("Open", open);
        places.put("Inviting", inviting);
        places.put("Speaking, nothing said", speaking);
        places.put("Speaking", spoke);
        places.put("Speaking, quick pace", after(open, asked(Pace.QUICK), came(Event.Readiness.READY)));
        places.put("LeaningIn", leaning);
        places.put("LeaningIn, begun to reply", replied);
        places.put("LeaningIn, block named", blocked);
        places.put("Checking", checking);
        places.put(
                "Checking, second time",
                after(checking, answers(Event.Answer.NOT_QUITE), said(BEN), new Event.Replied(BEN, NOW)));
        places.put(
                "Closing, after a quick turn",
                after(
                        open,
                        asked(Pace.QUICK),
                        came(Event.Readiness.READY),
                        said(ANA),
                        said(BEN),
                        answers(Event.Answer.THATS_IT)));
        places.put("Closing, enough for tonight", after(spoke, new Event.HadEnough(ANA, NOW)));
        places.put("Paused", resting);
        places.put("Paused, being asked", asking);
        places.put("Paused, not answered", after(asking, lapsed(asking)));
        places.put(
                "Aside",
                after(spoke, new Event.SteppedAside(ANA, NOW, WORDS, CARE, Event.SteppedAside.SaidTo.THE_ROOM)));
        return places;
    }

    private static Event lapsed(Conversation c) {
        Instant deadline = c.wakesAt().orElse(NOW);
        return new Event.Lapsed(deadline, deadline);
    }

    private static Map<String, Event> events(Conversation c) {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("Ana asks for a turn", asked(Pace.QUICK));
        events.put("Ben is here", came(Event.Readiness.READY));
        events.put("Ben is here, but no talk can begin", came(Event.Readiness.NOT_NOW));
        events.put("Ben would rather talk later", new Event.Postponed(BEN, NOW, NOW.plus(Duration.ofHours(2))));
        events.put("Ben says not today", new Event.Declined(BEN, NOW));
        for (Person who : List.of(ANA, BEN)) {
            events.put(who + " says something", said(who));
            for (Move move : c.moves(who)) {
                move.madeBy(who, NOW)
                        .ifPresent(event -> events.put(who + ": " + move.label().replace('_', ' '), event));
            }
        }
        events.put("Ben names a block", new Event.BlockNamed(BEN, NOW, Block.of(Block.What.AGREEING)));
        events.put("Ben tries again", new Event.TriedAgain(BEN, NOW, WORDS, Reading.NOTHING, Sensitivity.NORMAL));
        events.put("Ben chooses a repair phrase", new Event.Repaired(BEN, NOW, Prompt.REPAIR_SORRY, 0));
        events.put("Ben is flooded", new Event.Measured(BEN, NOW, 8));
        events.put("Ben leaves one line", new Event.LineLeft(BEN, NOW, WORDS));
        events.put(
                "Ben writes of harm",
                new Event.SteppedAside(BEN, NOW, WORDS, CARE, Event.SteppedAside.SaidTo.THE_ROOM));
        events.put("time is up", lapsed(c));
        return events;
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        places().forEach((place, c) -> rows(page, place, c, events(c)));
        page.append(CircleMoves.HEAD);
        CircleMoves.places().forEach((place, c) -> rows(page, place, c, CircleMoves.events(c)));
        return page.toString();
    }

    private static void rows(StringBuilder page, String place, Conversation c, Map<String, Event> events) {
        events.forEach((event, e) -> {
            Step step = c.on(e);
            if (!step.effects().isEmpty() || !step.next().phase().equals(c.phase())) {
                page.append("| ").append(place).append(" | ").append(event).append(" | ");
                page.append(phase(step.next())).append(" | ").append(told(step)).append(" |\n");
            }
        });
    }

    private static String phase(Conversation c) {
        Phase phase = c.phase();
        String name = phase.getClass().getSimpleName();
        return phase instanceof InTurn turn ? name + ": " + turn.turn().speaker() + "'s turn" : name;
    }

    private static String told(Step step) {
        return step.effects().stream()
                .filter(effect -> !(effect instanceof Effect.Show || effect instanceof Effect.Restrict))
                .map(PhasesDocTest::told)
                .collect(Collectors.joining(", "));
    }

    private static String told(Effect effect) {
        if (effect instanceof Effect.Say e) {
            return "says *" + e.line().prompt().heading() + "*";
        }
        if (effect instanceof Effect.Post e) {
            return "posts *" + e.line().prompt().heading() + "* for " + e.by();
        }
        if (effect instanceof Effect.Whisper e) {
            return "tells " + e.to() + " "
                    + e.lines().stream()
                            .map(line -> "*" + line.prompt().heading() + "*")
                            .collect(Collectors.joining(" and "));
        }
        String name = effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "speak" -> "lets all read it";
            case "hold" -> "keeps it for its writer";
            case "release" -> "gives kept words back";
            default -> "helps its writer, alone";
        };
    }

    @Test
    void the_page_is_what_the_floor_does() throws IOException {
        if ("write".equals(System.getProperty("transcripts"))) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    @Test
    void no_phase_is_missing_from_the_page() {
        TreeSet<String> shown = places().values().stream()
                .map(c -> c.phase().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown)
                .containsExactly("Aside", "Checking", "Closing", "Inviting", "LeaningIn", "Open", "Paused", "Speaking");
    }
}

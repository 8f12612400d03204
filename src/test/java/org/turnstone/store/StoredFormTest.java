package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Block;
import org.turnstone.floor.Care;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Event;
import org.turnstone.floor.Move;
import org.turnstone.floor.Pace;
import org.turnstone.floor.Person;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Sensitivity;
import org.turnstone.floor.Step;
import org.turnstone.floor.Words;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

/**
 * What was once stored must read for ever. {@code src/test/stored/v1} holds every phase and every effect as version 1 wrote
 * them; {@code -Dtranscripts=write} adds what this version writes to a folder that does not exist yet, never to an old one.
 */
class StoredFormTest {
    private static final Path STORED = Path.of("src/test/stored");
    private static final String NOW = "v1";
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Reading HARSH = new Reading(
            Verdict.DEFENDING, Strength.HARD, List.of(new Finding(Kind.ABSOLUTES, "you always", 0, 10)), false);

    private final Set<Conversation> conversations = new LinkedHashSet<>();
    private final Set<Effect> effects = new LinkedHashSet<>();
    private Conversation c = Conversation.of(Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
    private Instant now = Instant.parse("2026-03-01T19:00:00Z");

    private Instant later() {
        now = now.plusSeconds(10);
        return now;
    }

    private void happens(Event event) {
        Step step = c.on(event);
        c = step.next();
        conversations.add(c);
        effects.addAll(step.effects());
    }

    private void says(Person who, Reading reading) {
        happens(new Event.Said(who, later(), words(), reading, Sensitivity.NORMAL));
    }

    private Words words() {
        return new Words("w" + now.getEpochSecond(), 40);
    }

    private void presses(Person who, Move move) {
        happens(move.madeBy(who, later()).orElseThrow());
    }

    private void begins(Pace pace) {
        happens(new Event.Asked(ANA, later(), pace, Optional.of(words()), Event.Readiness.READY));
        happens(new Event.Came(SAM, later(), Event.Readiness.READY));
    }

    /** An evening in which everything happens that can be stored. */
    private void anEvening() {
        conversations.add(c);
        begins(Pace.FULL);
        says(SAM, Reading.NOTHING);
        says(ANA, HARSH);
        presses(ANA, Move.PASS);
        happens(new Event.BlockNamed(SAM, later(), Block.inOwnWords(words())));
        says(SAM, HARSH);
        presses(SAM, Move.REPLY_DONE);
        presses(ANA, Move.NOT_QUITE);
        says(ANA, Reading.NOTHING);
        says(SAM, Reading.NOTHING);
        presses(SAM, Move.PAUSE);
        happens(new Event.Lapsed(
                now.plus(Duration.ofDays(1)), c.phase().wakesAt().orElseThrow()));
        now = now.plus(Duration.ofDays(1));
        happens(new Event.Lapsed(
                now.plus(Duration.ofHours(1)), c.phase().wakesAt().orElseThrow()));
        now = now.plus(Duration.ofHours(1));
        presses(ANA, Move.GO_ON);
        presses(SAM, Move.GO_ON);
        says(ANA, Reading.NOTHING);
        Care care = new Care("SELF_HARM", Care.Leave.GIVEN, Care.Leave.GIVEN);
        happens(new Event.SteppedAside(ANA, later(), words(), care, Event.SteppedAside.SaidTo.THE_ROOM));
        presses(ANA, Move.SHOW_TO_PARTNER);
        presses(ANA, Move.GO_ON);
        presses(SAM, Move.GO_ON);
        presses(ANA, Move.ENOUGH);
        happens(new Event.Recognised(ANA, later(), Event.Pattern.ONE_ASKS));
        presses(SAM, Move.STOP);
    }

    @Test
    void this_version_writes_what_it_reads() {
        anEvening();
        assertThat(conversations)
                .allSatisfy(stored -> assertThat(FloorJson.conversation(FloorJson.write(stored)))
                        .isEqualTo(stored));
        assertThat(effects)
                .allSatisfy(stored ->
                        assertThat(FloorJson.effect(FloorJson.write(stored))).isEqualTo(stored));
    }

    @Test
    void the_evening_holds_every_phase_and_every_effect() {
        anEvening();
        assertThat(names(conversations.stream().map(Conversation::phase))).isEqualTo(kinds(Phase.class));
        assertThat(names(effects.stream())).isEqualTo(kinds(Effect.class));
    }

    private static Set<String> names(Stream<?> values) {
        Set<String> names = new TreeSet<>();
        values.forEach(value -> names.add(value.getClass().getSimpleName()));
        return names;
    }

    private static Set<String> kinds(Class<?> sealed) {
        Set<String> names = new TreeSet<>();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isSealed()) {
                names.addAll(kinds(type));
            } else {
                names.add(type.getSimpleName());
            }
        }
        return names;
    }

    @Test
    void every_stored_version_still_reads() throws IOException {
        writeIfAsked();
        List<Path> versions;
        try (Stream<Path> folders = Files.list(STORED)) {
            versions = folders.sorted().toList();
        }
        assertThat(versions).isNotEmpty();
        for (Path version : versions) {
            List<String> stored = Files.readAllLines(version.resolve("conversations.jsonl"));
            assertThat(stored).hasSizeGreaterThan(10);
            stored.forEach(FloorJson::conversation);
            Files.readAllLines(version.resolve("effects.jsonl")).forEach(FloorJson::effect);
        }
    }

    private void writeIfAsked() throws IOException {
        Path folder = STORED.resolve(NOW);
        if ("write".equals(System.getProperty("transcripts")) && !Files.exists(folder)) {
            anEvening();
            Files.createDirectories(folder);
            Files.write(folder.resolve("conversations.jsonl"), lines(conversations, FloorJson::write));
            Files.write(folder.resolve("effects.jsonl"), lines(effects, FloorJson::write));
        }
    }

    private static <T> List<String> lines(Set<T> values, java.util.function.Function<T, String> write) {
        return new ArrayList<>(values.stream().map(write).toList());
    }
}

package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Sensitivity;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Counted;
import org.turnstone.room.Counting;
import org.turnstone.room.Ear;
import org.turnstone.room.Holdings;
import org.turnstone.room.Input;
import org.turnstone.room.Manners;
import org.turnstone.room.Rooms;
import org.turnstone.room.Silent;
import org.turnstone.room.Tallies;
import org.turnstone.room.Upkeep;
import org.turnstone.safety.Alarm;

/** What is counted of a talk, over the real store, and that it is counts and nothing else. */
class LookingBackTest {
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Instant EVENING = Instant.parse("2026-03-01T23:30:00Z");
    private static final LocalDate IN_MADRID = LocalDate.parse("2026-03-02");

    @TempDir
    private Path home;

    private Database database;
    private Tallies tallies;
    private Rooms rooms;
    private int events;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(home);
        tallies = new SqlTallies(database);
        SqlPeople people = new SqlPeople(database);
        people.save(ANA, Manners.UNSAID.setUp(EVENING));
        people.save(SAM, Manners.UNSAID.setUp(EVENING));
        Ear ear = new ShippedReader(
                new Reader(Lexicon.parse("en.txt", Files.readString(Path.of("config/lexicon/en.txt")))));
        rooms = new Rooms(
                database.rooms(),
                people,
                language -> ear,
                owed -> new Silent(),
                new Counting(tallies, room -> room.equals("room")),
                Upkeep.PLAIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void talk(String room, String answer) {
        rooms.open(room, Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Madrid")));
        does(room, ANA, new Input.Pressed(Move.ASK));
        does(room, SAM, new Input.Pressed(Move.HERE));
        does(room, ANA, new Input.Wrote("I felt alone at the party.", Optional.empty()));
        does(room, SAM, new Input.Wrote(answer, Optional.empty()));
        does(room, SAM, new Input.Pressed(Move.REPLY_DONE));
        does(room, ANA, new Input.Repairs(Prompt.REPAIR_APPRECIATE, 0));
        does(room, ANA, new Input.Pressed(Move.THATS_IT));
        does(room, SAM, new Input.Pressed(Move.ENOUGH));
    }

    private void does(String room, Person who, Input input) {
        rooms.take(room, "e" + ++events, who, input, EVENING.plusSeconds(events));
    }

    private Map<Counted, Integer> of(Person person) {
        return tallies.of(Tallies.Owner.of(person)).getOrDefault(IN_MADRID, Map.of());
    }

    @Test
    void a_talk_is_counted_for_both_together_and_an_answer_for_its_writer_alone() {
        talk("room", "It makes sense that you felt alone. That sounds lonely.");
        assertThat(tallies.of(Tallies.Owner.of("room")))
                .containsExactly(Map.entry(IN_MADRID, Map.of(Counted.TALKS, 1, Counted.TURNS, 1, Counted.REPAIRS, 1)));
        assertThat(of(SAM))
                .containsEntry(Counted.ANSWERS, 1)
                .containsEntry(Counted.LEANED_IN, 1)
                .containsEntry(Counted.REACHED, 1)
                .containsEntry(Counted.HELPED_VALIDATION, 1)
                .doesNotContainKey(Counted.GUARDED);
        assertThat(of(ANA)).isEmpty();
        assertThat(of(SAM).keySet()).noneMatch(Counted::isJoint);
    }

    @Test
    void an_answer_that_defends_counts_as_guarded_and_only_where_its_writer_wants_to_be_read() {
        talk("room", "That's not true, I only did it because you always do this.");
        assertThat(of(SAM)).containsEntry(Counted.GUARDED, 1).containsEntry(Counted.REACHED, 1);
        tallies.forget(Tallies.Owner.of(SAM));
        new SqlPeople(database).save(SAM, Manners.UNSAID.setUp(EVENING).withSensitivity(Sensitivity.OFF));
        talk("room", "That's not true, I only did it because you always do this.");
        assertThat(of(SAM)).isEmpty();
    }

    @Test
    void nothing_is_counted_where_nobody_can_look_back() {
        talk("a channel", "That sounds lonely.");
        assertThat(of(SAM)).isEmpty();
        assertThat(tallies.of(Tallies.Owner.of("a channel"))).isEmpty();
    }

    private Holdings holdings() {
        return new Holdings(
                rooms,
                database.rooms(),
                new SqlNotes(database),
                new SqlPeople(database),
                new SqlMarks(database),
                tallies,
                new SqlRoomText(database),
                room -> true);
    }

    @Test
    void it_is_part_of_what_its_person_can_take_along() {
        talk("room", "That sounds lonely.");
        assertThat(holdings().of(SAM).counts().get(IN_MADRID)).containsEntry(Counted.LEANED_IN, 1);
        assertThat(holdings().of(ANA).counts()).isEmpty();
    }

    @Test
    void it_goes_when_its_person_forgets_and_with_the_room() {
        talk("room", "That sounds lonely.");
        holdings().forget(SAM, EVENING.plusSeconds(600));
        assertThat(of(SAM)).isEmpty();
        tallies.count(Tallies.Owner.of(ANA), IN_MADRID, Map.of(Counted.PRACTISED, 1));
        assertThat(tallies.of(Tallies.Owner.of("room"))).isNotEmpty();
        database.rooms().forgetRoom("room");
        assertThat(tallies.of(Tallies.Owner.of("room"))).isEmpty();
        assertThat(of(ANA)).isEmpty();
    }

    @Test
    void the_file_tells_nobody_how_often_anything_was() throws IOException {
        talk("room", "That sounds lonely.");
        database.close();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("LEANED_IN", "TALKS\"");
            }
        }
        database = Database.open(home);
    }

    @Test
    void those_who_count_at_once_lose_nothing() throws InterruptedException {
        try (Database shared = Database.open(home.resolve("shared"), Postgres.database())) {
            for (Database each : new Database[] {database, shared}) {
                Tallies many = new SqlTallies(each);
                ExecutorService threads = Executors.newFixedThreadPool(4);
                for (int i = 0; i < 40; i++) {
                    threads.execute(() -> many.count(Tallies.Owner.of(ANA), IN_MADRID, Map.of(Counted.PRACTISED, 1)));
                }
                threads.shutdown();
                assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
                assertThat(many.of(Tallies.Owner.of(ANA)).get(IN_MADRID)).containsEntry(Counted.PRACTISED, 40);
            }
        }
    }

    private record ShippedReader(Reader reader) implements Ear {
        @Override
        public Optional<Alarm> alarm(String text) {
            return Optional.empty();
        }

        @Override
        public Optional<Move> typed(String text, Collection<Move> possible) {
            return Optional.empty();
        }

        @Override
        public Reading read(Utterance utterance) {
            return reader.read(utterance);
        }
    }
}

package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Sensitivity;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Words;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.room.Kept;
import org.turnstone.room.Manners;
import org.turnstone.room.Note;
import org.turnstone.room.RoomStore;
import org.turnstone.room.RoomText;

/** The other stores over the real SQLite, and what lies on the disk. */
class SqlStoresTest {
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
    private static final String MARKER = "marmalade-in-the-moonlight";

    @TempDir
    private Path home;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(home);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void reopen() {
        database.close();
        database = Database.open(home);
    }

    private static Note note(long id, Person to) {
        return new Note(id, "room", to, MARKER, Optional.of(MARKER), List.of(Move.TRY_AGAIN), List.of(MARKER), EVENING);
    }

    @Test
    void a_note_waits_for_its_person_alone_and_goes_when_it_was_shown() {
        SqlNotes notes = new SqlNotes(database);
        notes.leave(note(1, ANA));
        notes.leave(note(1, ANA));
        notes.leave(note(2, SAM));
        reopen();
        notes = new SqlNotes(database);
        assertThat(notes.waiting("room", ANA)).containsExactly(note(1, ANA));
        assertThat(notes.waiting("elsewhere", ANA)).isEmpty();
        notes.shown(1, SAM);
        assertThat(notes.waiting(ANA)).as("only its person can have seen it").hasSize(1);
        notes.shown(1, ANA);
        assertThat(notes.waiting(ANA)).isEmpty();
    }

    @Test
    void an_unread_note_is_erased_after_a_day() {
        SqlNotes notes = new SqlNotes(database);
        notes.leave(note(1, ANA));
        notes.tidy(EVENING.plus(Duration.ofHours(23)));
        assertThat(notes.waiting(ANA)).hasSize(1);
        notes.tidy(EVENING.plus(Duration.ofHours(24)));
        assertThat(notes.waiting(ANA)).isEmpty();
    }

    @Test
    void what_people_chose_is_remembered_until_they_forget() {
        Manners chosen = Manners.UNSAID
                .withLanguage("es")
                .withSensitivity(Sensitivity.GENTLE)
                .muting("just saying")
                .withReach(Manners.Reach.DIRECT_MESSAGE)
                .withCountry(Optional.of("IE"))
                .setUp(EVENING)
                .restingUntil(Optional.of(EVENING));
        SqlPeople people = new SqlPeople(database);
        people.save(ANA, Manners.UNSAID);
        people.save(ANA, chosen);
        reopen();
        people = new SqlPeople(database);
        assertThat(people.of(ANA)).isEqualTo(chosen);
        assertThat(people.of(SAM)).isEqualTo(Manners.UNSAID);
        people.forget(ANA);
        assertThat(people.of(ANA)).isEqualTo(Manners.UNSAID);
    }

    @Test
    void the_later_of_two_dates_stands() {
        SqlPeople people = new SqlPeople(database);
        assertThat(people.notBefore("room")).isEmpty();
        people.setNotBefore("room", EVENING);
        people.setNotBefore("room", EVENING.minusSeconds(1));
        assertThat(people.notBefore("room")).contains(EVENING);
        people.setNotBefore("room", EVENING.plusSeconds(1));
        assertThat(people.notBefore("room")).contains(EVENING.plusSeconds(1));
    }

    @Test
    void marks_are_put_replaced_found_and_removed() {
        SqlMarks marks = new SqlMarks(database);
        marks.put("b", "card", "1");
        marks.put("a", "card", "2");
        marks.put("a", "card", "3");
        marks.put("a", "seen", "4");
        assertThat(marks.get("a", "card")).contains("3");
        assertThat(marks.rooms("card")).containsExactly("a", "b");
        marks.remove("a", "card");
        assertThat(marks.get("a", "card")).isEmpty();
        assertThat(marks.rooms("card")).containsExactly("b");
    }

    private static RoomText.Entry entry(long effect, Person by, Optional<Instant> until) {
        return new RoomText.Entry(0, "room", effect, Optional.of(by), MARKER + effect, EVENING, until);
    }

    @Test
    void a_rooms_text_keeps_its_order_and_never_doubles() {
        SqlRoomText text = new SqlRoomText(database);
        RoomText.Entry first = text.add(entry(7, ANA, Optional.empty()));
        RoomText.Entry second = text.add(entry(9, SAM, Optional.of(EVENING)));
        assertThat(text.add(entry(7, ANA, Optional.empty()))).isEqualTo(first);
        assertThat(text.after("room", 0)).containsExactly(first, second);
        assertThat(text.after("room", first.seq())).containsExactly(second);
        text.tidy(EVENING);
        assertThat(text.after("room", 0)).containsExactly(first);
        text.talkEnded("room");
        assertThat(text.after("room", 0)).isEmpty();
    }

    @Test
    void a_shorter_time_holds_for_lines_that_stand_and_never_makes_one_stay_longer() {
        SqlRoomText text = new SqlRoomText(database);
        text.add(entry(1, ANA, Optional.empty()));
        RoomText.Entry soon = text.add(entry(2, SAM, Optional.of(EVENING.plusSeconds(60))));
        text.shorten("room", Duration.ofHours(1));
        assertThat(text.after("room", 0))
                .extracting(e -> e.until().orElseThrow())
                .containsExactly(EVENING.plusSeconds(3600), EVENING.plusSeconds(60));
        assertThat(text.standing("room", soon.seq())).hasSize(2).endsWith(soon.seq());
        assertThat(text.standing("room", soon.seq() - 1)).hasSize(1);
    }

    @Test
    void each_can_erase_their_own_words_only() {
        SqlRoomText text = new SqlRoomText(database);
        text.add(entry(1, ANA, Optional.empty()));
        text.add(entry(2, SAM, Optional.empty()));
        text.erase("room", ANA);
        assertThat(text.after("room", 0)).extracting(e -> e.by().orElseThrow()).containsExactly(SAM);
    }

    @Test
    void nothing_that_people_wrote_lies_in_the_clear_on_the_disk() throws IOException {
        SqlRooms rooms = database.rooms();
        Conversation fresh = Conversation.of(Circle.couple(ANA, SAM), Customs.in(ZoneId.of("UTC")));
        rooms.begin("room", fresh);
        Kept kept = new Kept("w", "room", ANA, Kept.Why.HELD, MARKER, Optional.of(EVENING));
        Finding learned = new Finding(Kind.ABSOLUTES, MARKER, 0, 3);
        Quote quote = new Quote(new Words("w", MARKER.length()), List.of(learned));
        Effect whisper = new Effect.Whisper(ANA, List.of(new Line(Prompt.NUDGE, 0, Slots.quoting(quote))), List.of());
        rooms.save(new RoomStore.Change(
                "room", 1, "e", EVENING, fresh, List.of(whisper), Optional.empty(), List.of(kept), List.of()));
        new SqlNotes(database).leave(note(1, ANA));
        new SqlRoomText(database).add(entry(1, ANA, Optional.empty()));
        new SqlMarks(database).put("room", "seat", MARKER);
        new SqlPeople(database).save(ANA, Manners.UNSAID.muting(MARKER));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(MARKER))
                        .as(file.getFileName().toString())
                        .isFalse();
            }
        }
        assertThat(rooms.owed("room").get(0).effect()).isEqualTo(whisper);
    }

    @Test
    void the_directory_and_the_key_are_private() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("turnstone.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_missing_key_is_refused_in_words_that_help() throws IOException {
        database.close();
        Files.delete(home.resolve("turnstone.key"));
        assertThatThrownBy(() -> Database.open(home))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining("turnstone.key")
                .hasMessageContaining("backup");
        Files.write(home.resolve("turnstone.key"), new byte[5]);
        assertThatThrownBy(() -> Database.open(home)).hasMessageContaining("32 bytes");
        Files.write(home.resolve("turnstone.key"), new byte[32]);
        database = Database.open(home);
        new SqlMarks(database).put("room", "seat", "x");
        database.close();
        Files.write(home.resolve("turnstone.key"), new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
        });
        database = Database.open(home);
        SqlMarks marks = new SqlMarks(database);
        assertThatThrownBy(() -> marks.get("room", "seat"))
                .hasMessageContaining("does not open with this key")
                .hasMessageNotContaining("\"x\"");
    }

    @Test
    void a_second_program_on_the_same_directory_is_refused() {
        assertThatThrownBy(() -> Database.open(home))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining("in use by another Turnstone");
        reopen();
        assertThat(new SqlMarks(database).rooms("seat")).isEmpty();
    }

    @Test
    void a_full_disk_loses_nothing_that_was_saved() {
        SqlMarks marks = new SqlMarks(database);
        marks.put("room", "seat", "before");
        long pages = database.transact(
                c -> Sql.one(c, row -> row.getLong(1), "pragma page_count").orElseThrow());
        database.transact(c -> Sql.all(c, row -> row.getLong(1), "pragma max_page_count = " + (pages + 2)));
        assertThatThrownBy(() -> marks.put("room", "large", MARKER.repeat(10_000)))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining("full disk")
                .hasMessageNotContaining(MARKER);
        reopen();
        assertThat(new SqlMarks(database).get("room", "seat")).contains("before");
        assertThat(new SqlMarks(database).get("room", "large")).isEmpty();
        new SqlMarks(database).put("room", "large", "room again");
    }

    @Test
    void a_database_that_another_program_holds_is_named() throws Exception {
        try (var other = java.sql.DriverManager.getConnection("jdbc:sqlite:" + home.resolve("turnstone.db"));
                var statement = other.createStatement()) {
            statement.execute("begin exclusive");
            SqlMarks marks = new SqlMarks(database);
            assertThatThrownBy(() -> marks.put("room", "seat", "x")).hasMessageContaining("in use by another program");
            statement.execute("rollback");
            marks.put("room", "seat", "x");
        }
    }

    @Test
    void a_damaged_database_is_refused_and_left_alone() throws IOException {
        database.close();
        Path file = home.resolve("turnstone.db");
        byte[] broken = "this is no database".repeat(400).getBytes(StandardCharsets.UTF_8);
        Files.write(file, broken);
        Files.deleteIfExists(home.resolve("turnstone.db-wal"));
        assertThatThrownBy(() -> Database.open(home))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("backup");
        Path copy = Files.createFile(home.resolve("turnstone.db.before-update"));
        assertThatThrownBy(() -> Database.open(home)).hasMessageContaining(copy.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(broken);
        Files.delete(file);
        database = Database.open(home);
    }

    /** A page in the middle, which nobody looks at before it is needed. */
    @Test
    void damage_inside_is_named_when_it_is_met_and_what_can_be_read_is_read() throws IOException {
        SqlRooms rooms = database.rooms();
        for (int i = 0; i < 500; i++) {
            rooms.begin("room" + i, Conversation.of(Circle.couple(ANA, SAM), Customs.in(ZoneId.of("UTC"))));
        }
        database.close();
        Path file = home.resolve("turnstone.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int page = bytes.length / 4096 / 2; page < bytes.length / 4096 - 4; page++) {
            Arrays.fill(bytes, page * 4096, page * 4096 + 64, (byte) 0x55);
        }
        Files.write(file, bytes);
        database = Database.open(home);
        SqlRooms opened = database.rooms();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 500; i++) {
                        opened.load("room" + i);
                    }
                })
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining("damaged");
    }
}

package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Gathering;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.store.Database;
import org.turnstone.store.SqlMarks;
import org.turnstone.store.SqlNotes;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRoomText;
import org.turnstone.store.SqlRooms;
import org.turnstone.store.SqlTallies;

/** What is held of one person: theirs to have, and theirs to erase. Over the real SQLite. */
class HoldingsTest {
    private static final Person ANA = new Person("discord:111000111000111");
    private static final Person SAM = new Person("discord:777000777000777");
    private static final Person LEO = new Person("discord:333000333000333");
    private static final String ROOM = "discord:5/111000111000111-777000777000777";
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
    private static final String ANAS = "marmalade in the moonlight";
    private static final String SAMS = "gooseberries on the gate";

    @TempDir
    private Path home;

    private final Recorder platform = new Recorder();
    private int events;
    private Database database;
    private SqlRooms store;
    private SqlNotes notes;
    private SqlPeople people;
    private SqlMarks marks;
    private SqlRoomText text;
    private Rooms rooms;
    private Holdings holdings;

    @BeforeEach
    void open() {
        database = Database.open(home);
        store = database.rooms();
        notes = new SqlNotes(database);
        people = new SqlPeople(database);
        marks = new SqlMarks(database);
        text = new SqlRoomText(database);
        rooms = new Rooms(store, people, tag -> new PlainEar(), platform);
        holdings = new Holdings(
                rooms, store, notes, people, marks, new SqlTallies(database), text, room -> room.startsWith("web:"));
        Stream.of(ANA, SAM, LEO).forEach(p -> people.save(p, Manners.UNSAID.setUp(EVENING)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void talk(String room) {
        rooms.open(room, Circle.couple(ANA, SAM), Customs.in(ZoneOffset.UTC));
        take(room, ANA, new Input.Asks(Input.Asks.Length.QUICK, Optional.of(ANAS)));
        take(room, SAM, new Input.Pressed(Move.HERE));
        take(room, SAM, new Input.Wrote(SAMS, Optional.empty()));
        marks.put(room, "misread/" + SAM.id(), "rule");
        marks.put(room, "misread/" + ANA.id(), "rule");
        notes.leave(note(900, ANA, ANAS));
        notes.leave(note(901, SAM, SAMS));
    }

    private void take(String room, Person who, Input input) {
        rooms.take(room, "e" + ++events, who, input, EVENING);
    }

    private static Note note(long id, Person to, String words) {
        return new Note(id, ROOM, to, "For you", Optional.of(words), List.of(), List.of("because you"), EVENING);
    }

    private JsonNode data(Person person) throws IOException {
        return new ObjectMapper().readTree(HeldJson.write(holdings.of(person), EVENING));
    }

    /** Whether it stands anywhere on the disk: in the database, its log and its index of the log. */
    private boolean lies(String what) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(what)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void somebodys_data_is_all_of_theirs_and_nothing_of_the_other() throws IOException {
        talk(ROOM);
        people.setNotBefore(ROOM, EVENING);
        people.save(SAM, people.of(SAM).muting("just saying"));
        text.add(new RoomText.Entry(0, ROOM, 77, Optional.of(SAM), SAMS, EVENING, Optional.empty()));
        text.add(new RoomText.Entry(0, ROOM, 78, Optional.of(ANA), ANAS, EVENING, Optional.empty()));
        JsonNode data = data(SAM);
        assertThat(data.path("lines").findValuesAsText("text")).containsExactly(SAMS);
        assertThat(data.path("about").asText()).isEqualTo(SAM.id());
        assertThat(data.path("words").findValuesAsText("text")).containsExactly(SAMS);
        assertThat(data.path("notes").findValuesAsText("words")).containsExactly(SAMS);
        assertThat(data.path("choices").path("muted").get(0).asText()).isEqualTo("just saying");
        assertThat(data.path("rooms").get(0).path("place").asText()).isEqualTo("discord:5");
        assertThat(data.toString()).doesNotContain(ANAS, "111000111000111", "efore");
        assertThat(notes.waiting(SAM))
                .as("a note that was exported still waits")
                .hasSize(1);
    }

    @Test
    void forgetting_stops_the_talk_and_leaves_not_even_the_id_on_the_disk() throws IOException {
        talk(ROOM);
        assertThat(lies("777000777000777")).isTrue();
        notes.shown(900, ANA);
        Files.writeString(home.resolve("turnstone.db.before-update"), "777000777000777");
        holdings.forget(SAM, EVENING);
        assertThat(rooms.conversation(ROOM)).isEmpty();
        assertThat(people.of(SAM)).isEqualTo(Manners.UNSAID);
        assertThat(holdings.of(SAM).kept()).isEmpty();
        assertThat(notes.waiting(SAM)).isEmpty();
        assertThat(lies("777000777000777")).isFalse();
        assertThat(lies(SAMS)).isFalse();
    }

    @Test
    void what_waits_for_the_other_still_waits_and_a_date_stands() {
        talk(ROOM);
        people.setNotBefore(ROOM, EVENING);
        holdings.forget(SAM, EVENING);
        assertThat(notes.waiting(ANA)).hasSize(1);
        assertThat(people.notBefore(ROOM)).contains(EVENING);
        people.tidy(EVENING.plus(Duration.ofDays(89)));
        assertThat(people.notBefore(ROOM)).contains(EVENING);
        people.tidy(EVENING.plus(Duration.ofDays(91)));
        assertThat(people.notBefore(ROOM)).isEmpty();
    }

    @Test
    void a_room_that_could_not_say_goodbye_yet_goes_once_it_has() {
        talk(ROOM);
        platform.refuses(1);
        holdings.forget(SAM, EVENING);
        assertThat(holdings.of(SAM).parts()).isEmpty();
        assertThat(rooms.conversation(ROOM)).isPresent();
        rooms.wake(EVENING.plusSeconds(60));
        store.tidy();
        assertThat(rooms.conversation(ROOM)).isEmpty();
    }

    @Test
    void who_comes_back_begins_anew() {
        talk(ROOM);
        platform.refuses(1);
        holdings.forget(SAM, EVENING);
        rooms.open(ROOM, Circle.couple(ANA, SAM), Customs.in(ZoneOffset.UTC));
        rooms.wake(EVENING.plusSeconds(60));
        store.tidy();
        assertThat(rooms.conversation(ROOM)).isPresent();
        assertThat(store.roomsOf(SAM)).containsExactly(ROOM);
    }

    @Test
    void a_room_of_our_own_stays_and_remembers_nothing() {
        talk("web:abc");
        text.add(new RoomText.Entry(0, "web:abc", 77, Optional.of(SAM), SAMS, EVENING, Optional.empty()));
        text.add(new RoomText.Entry(0, "web:abc", 78, Optional.of(ANA), ANAS, EVENING, Optional.empty()));
        holdings.forget(SAM, EVENING);
        assertThat(rooms.conversation("web:abc").orElseThrow().phase()).isEqualTo(new Open());
        assertThat(text.after("web:abc", 0)).extracting(RoomText.Entry::text).containsExactly(ANAS);
    }

    @Test
    void a_circle_goes_on_without_whoever_forgot_it() throws IOException {
        Gathering three = Gathering.byName(List.of(SAM, ANA, LEO));
        rooms.open("discord:6/c", Circle.keptBy(SAM, Optional.empty(), three), Customs.in(ZoneOffset.UTC));
        holdings.forget(SAM, EVENING);
        Circle circle = rooms.conversation("discord:6/c").orElseThrow().circle();
        assertThat(circle.order()).containsExactly(ANA, LEO);
        assertThat(circle.keepers()).containsExactly(ANA);
        assertThat(lies("777000777000777")).isFalse();
    }

    @Test
    void taking_consent_back_stops_everything_and_keeps_the_rest() {
        talk(ROOM);
        people.save(SAM, people.of(SAM).withLanguage("es"));
        holdings.withdraw(SAM, EVENING);
        assertThat(rooms.conversation(ROOM).orElseThrow().phase()).isEqualTo(new Open());
        assertThat(rooms.needsSetUp(ROOM, SAM, EVENING)).isTrue();
        assertThat(people.of(SAM).language()).isEqualTo("es");
    }
}

package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Event;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Verdict;
import org.turnstone.safety.Concern;

/** What becomes of a room beside what is said in it: drafts, quiet weeks, what is counted and who looks on. */
class RoomLifeTest {
    private static final String ROOM = "room";
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Person EVE = new Person("eve");
    private static final Instant EVENING = Instant.parse("2026-03-01T19:00:00Z");

    private final MemoryRooms store = new MemoryRooms();
    private final MemoryPeople people = new MemoryPeople();
    private final Recorder recorder = new Recorder();
    private final List<Event> seen = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final Rooms rooms = new Rooms(
            store,
            people,
            language -> new PlainEar(),
            recorder,
            (room, before, after, event) -> seen.add(event),
            new Upkeep(new Counting(), Runnable::run));
    private Instant now = EVENING;
    private int events;

    private final class Counting implements Figures {
        @Override
        public void took(Taken.How how, long nanos) {
            counted.add(
                    "took " + how + (nanos > 0 && nanos < Duration.ofMinutes(1).toNanos() ? "" : " in no time"));
        }

        @Override
        public void lapsed(long lateMillis) {
            counted.add("lapsed " + lateMillis);
        }

        @Override
        public void failed(Trouble trouble) {
            counted.add("failed " + trouble);
        }
    }

    @BeforeEach
    void both_are_set_up() {
        rooms.open(ROOM, Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
        people.save(ANA, Manners.UNSAID.setUp(EVENING));
        people.save(SAM, Manners.UNSAID.setUp(EVENING));
    }

    private void does(Person who, Input input) {
        now = now.plusSeconds(5);
        rooms.take(ROOM, "e" + ++events, who, input, now);
    }

    private void presses(Person who, Move move) {
        does(who, new Input.Pressed(move));
    }

    private void says(Person who, String words) {
        does(who, new Input.Wrote(words, Optional.empty()));
    }

    private void anaHasTheFloor() {
        presses(ANA, Move.ASK);
        presses(SAM, Move.HERE);
    }

    private Draft draft(Person who, String words) {
        return rooms.draft(Optional.of(ROOM), who, words);
    }

    @Test
    void a_draft_is_read_in_the_role_of_its_writer_and_moves_nothing() {
        assertThat(rooms.draft(Optional.empty(), ANA, "you always"))
                .matches(d -> d.role() == Role.LISTENER && d.place() == Draft.Place.NOWHERE)
                .matches(d -> d.reading().verdict() == Verdict.DEFENDING);
        assertThat(draft(ANA, "hello").place()).isEqualTo(Draft.Place.NOWHERE);
        anaHasTheFloor();
        var before = rooms.conversation(ROOM);
        assertThat(draft(ANA, "hello"))
                .matches(d -> d.role() == Role.SPEAKER
                        && d.place() == Draft.Place.FLOOR
                        && d.concern().isEmpty());
        assertThat(draft(SAM, "hello").place()).isEqualTo(Draft.Place.WAITS);
        assertThat(draft(EVE, "hello").place()).isEqualTo(Draft.Place.NOWHERE);
        assertThat(draft(SAM, "hit me"))
                .matches(d -> d.concern().equals(Optional.of(Concern.PARTNER_VIOLENCE)))
                .matches(d -> d.reading().equals(Reading.NOTHING));
        assertThat(rooms.conversation(ROOM)).isEqualTo(before);
    }

    @Test
    void a_room_is_forgotten_once_nothing_has_happened_in_it_for_long() {
        presses(ANA, Move.ASK);
        assertThat(rooms.forgetIfQuiet(ROOM, now.minusSeconds(1))).isFalse();
        assertThat(rooms.conversation(ROOM)).isPresent();
        assertThat(rooms.forgetIfQuiet(ROOM, now)).isTrue();
        assertThat(rooms.conversation(ROOM)).isEmpty();
        assertThat(rooms.forgetIfQuiet("never was", now)).isTrue();
    }

    @Test
    void a_room_that_nobody_comes_back_to_is_abandoned() {
        rooms.abandon(ROOM);
        assertThat(rooms.conversation(ROOM)).isEmpty();
    }

    @Test
    void a_talk_that_everybody_left_lying_ends_for_both() {
        anaHasTheFloor();
        rooms.endIfQuiet(ROOM, now.minusSeconds(1), now);
        assertThat(rooms.conversation(ROOM).orElseThrow().phase()).isNotInstanceOf(Open.class);
        rooms.endIfQuiet(ROOM, now, now.plusSeconds(1));
        assertThat(rooms.conversation(ROOM).orElseThrow().phase()).isInstanceOf(Open.class);
        int before = seen.size();
        rooms.endIfQuiet(ROOM, now.plusSeconds(1), now.plusSeconds(2));
        assertThat(seen).as("an open room is left alone").hasSize(before);
    }

    @Test
    void a_status_line_is_overtaken_by_a_later_one_of_its_room() {
        recorder.fails(effect -> true, new NotPlayed("away"));
        presses(ANA, Move.ASK);
        presses(SAM, Move.HERE);
        List<RoomStore.Owed> shown = store.owed(ROOM).stream()
                .filter(o -> o.effect() instanceof Effect.Show)
                .toList();
        assertThat(shown).hasSizeGreaterThan(1);
        assertThat(rooms.isOvertaken(shown.get(0))).isTrue();
        assertThat(rooms.isOvertaken(shown.get(shown.size() - 1))).isFalse();
        assertThat(counted).contains("failed REFUSED");
    }

    @Test
    void what_is_owed_is_played_when_its_platform_is_back() {
        recorder.refuses(1);
        presses(ANA, Move.ASK);
        assertThat(store.owed(ROOM)).isNotEmpty();
        rooms.plays(ROOM, now.plusSeconds(5));
        assertThat(store.owed(ROOM)).isEmpty();
        assertThat(recorder.played()).isNotEmpty();
    }

    @Test
    void whoever_looks_on_sees_what_moved_the_room_and_a_silence_too() {
        presses(ANA, Move.ASK);
        presses(ANA, Move.THATS_IT);
        assertThat(seen).hasSize(1);
        Instant wakes = rooms.conversation(ROOM).orElseThrow().wakesAt().orElseThrow();
        rooms.wake(wakes.plusSeconds(7));
        assertThat(seen).last().isEqualTo(new Event.Lapsed(wakes.plusSeconds(7), wakes));
        assertThat(counted).containsExactly("took MOVED", "took NOTHING", "lapsed 7000");
    }

    /** Notes what a reply is read beside. */
    private static final class Overhearing extends PlainEar {
        private final List<String> before;

        Overhearing(List<String> before) {
            this.before = before;
        }

        @Override
        public Reading read(Utterance utterance) {
            before.add(utterance.before());
            return Reading.NOTHING;
        }
    }

    @Test
    void the_next_reply_is_read_by_itself_where_what_was_said_is_to_be_forgotten() {
        List<String> before = new ArrayList<>();
        Rooms listening = new Rooms(store, people, language -> new Overhearing(before), recorder);
        presses(ANA, Move.ASK);
        presses(SAM, Move.HERE);
        listening.take(ROOM, "said", ANA, new Input.Wrote("I felt alone.", Optional.empty()), now.plusSeconds(9));
        listening.draft(Optional.of(ROOM), SAM, "x");
        listening.forgetLastWords(ROOM);
        listening.draft(Optional.of(ROOM), SAM, "x");
        assertThat(before).endsWith("I felt alone.", "");
    }
}

package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;

/** What does not go through is tried for a stated time, then given up with a word to whom it concerns; rooms go on. */
class GivingUpTest {
    private static final String ROOM = "room";
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Instant EVENING = Instant.parse("2026-03-01T19:00:00Z");
    private static final RuntimeException BROKEN = new IllegalStateException("a mistake of ours");
    private static final RuntimeException AWAY = new NotPlayed("the platform is away");

    private final MemoryRooms store = new MemoryRooms();
    private final MemoryPeople people = new MemoryPeople();
    private final Recorder recorder = new Recorder();
    private Rooms rooms = started();
    private Instant now = EVENING;
    private int events;

    private Rooms started() {
        return new Rooms(store, people, language -> new PlainEar(), recorder);
    }

    @BeforeEach
    void both_are_set_up() {
        people.save(ANA, Manners.UNSAID.setUp(EVENING));
        people.save(SAM, Manners.UNSAID.setUp(EVENING));
        opens(ROOM);
    }

    private void opens(String room) {
        rooms.open(room, Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
    }

    private void does(String room, Person who, Input input) {
        now = now.plusSeconds(5);
        rooms.take(room, "e" + ++events, who, input, now);
    }

    private void aTurnBegins(String room) {
        does(room, ANA, new Input.Pressed(Move.ASK));
        does(room, SAM, new Input.Pressed(Move.HERE));
    }

    private void anaSpeaks() {
        does(ROOM, ANA, new Input.Wrote("I felt alone at the party.", Optional.empty()));
    }

    /** The heart beats: once a second for the first minute, then as often as anything is tried at all. */
    private void passes(Duration time) {
        Instant end = now.plus(time);
        Instant dense = now.plusSeconds(60);
        while (now.isBefore(end)) {
            now = now.plus(now.isBefore(dense) ? Duration.ofSeconds(1) : Duration.ofSeconds(61));
            rooms.wake(now);
        }
    }

    private List<Person> told() {
        return recorder.played(Effect.Whisper.class).stream()
                .filter(w -> w.lines().stream().map(Line::prompt).anyMatch(Prompt.DID_NOT_GET_THROUGH::equals))
                .map(Effect.Whisper::to)
                .toList();
    }

    @Test
    void a_platform_that_is_away_for_an_hour_is_told_everything_then_once_and_in_order() {
        recorder.fails(effect -> true, AWAY);
        aTurnBegins(ROOM);
        anaSpeaks();
        passes(Duration.ofHours(1));
        List<Effect> owed = new ArrayList<>();
        store.owed(ROOM).forEach(o -> owed.add(o.effect()));
        recorder.fails(effect -> false, AWAY);
        passes(Duration.ofMinutes(6));
        assertThat(recorder.played()).startsWith(owed.toArray(Effect[]::new));
        assertThat(recorder.played(Effect.Speak.class)).hasSize(1);
        assertThat(store.owed(ROOM)).isEmpty();
        assertThat(store.givenUp()).isEmpty();
    }

    @Test
    void what_a_platform_has_not_taken_for_a_week_is_given_up_and_both_are_told_the_same_alone() {
        aTurnBegins(ROOM);
        recorder.fails(Effect.Speak.class::isInstance, AWAY);
        anaSpeaks();
        passes(Duration.ofDays(7).minusMinutes(10));
        assertThat(store.givenUp()).isEmpty();
        passes(Duration.ofMinutes(30));
        assertThat(store.givenUp()).extracting(RoomStore.GivenUp::trouble).containsExactly(Trouble.REFUSED);
        assertThat(told()).containsExactlyInAnyOrder(ANA, SAM);
        assertThat(store.owed(ROOM)).isEmpty();
    }

    @Test
    void what_fails_by_our_own_mistake_keeps_its_room_waiting_for_a_quarter_of_an_hour_and_no_other_at_all() {
        opens("other");
        aTurnBegins(ROOM);
        recorder.fails(Effect.Speak.class::isInstance, BROKEN);
        anaSpeaks();
        passes(Duration.ofMinutes(5));
        int before = recorder.played().size();
        does("other", ANA, new Input.Pressed(Move.ASK));
        assertThat(recorder.played()).hasSizeGreaterThan(before);
        assertThat(store.givenUp()).isEmpty();
        passes(Duration.ofMinutes(15));
        assertThat(store.givenUp()).extracting(RoomStore.GivenUp::trouble).containsExactly(Trouble.FAULTY);
        assertThat(store.owed(ROOM)).as("what came after it").isEmpty();
        assertThat(rooms.conversation(ROOM).orElseThrow().phase()).isInstanceOf(LeaningIn.class);
    }

    @Test
    void of_what_was_private_only_its_person_hears() {
        aTurnBegins(ROOM);
        recorder.fails(Effect.Hold.class::isInstance, BROKEN);
        does(ROOM, SAM, new Input.Wrote("But I was there the whole time.", Optional.empty()));
        passes(Duration.ofMinutes(20));
        assertThat(store.givenUp()).hasSize(1);
        assertThat(told()).containsExactly(SAM);
    }

    @Test
    void so_of_a_step_aside() {
        aTurnBegins(ROOM);
        recorder.fails(Effect.StepAside.class::isInstance, BROKEN);
        does(ROOM, ANA, new Input.Wrote("When you hit me I was afraid.", Optional.empty()));
        passes(Duration.ofMinutes(20));
        assertThat(store.givenUp()).isNotEmpty();
        assertThat(told()).containsExactly(ANA);
    }

    @Test
    void of_a_status_line_nobody_hears() {
        recorder.fails(Effect.Show.class::isInstance, BROKEN);
        aTurnBegins(ROOM);
        passes(Duration.ofMinutes(20));
        assertThat(store.givenUp()).isNotEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void that_the_word_itself_did_not_get_through_is_told_to_nobody() {
        aTurnBegins(ROOM);
        recorder.fails(e -> e instanceof Effect.Speak || e instanceof Effect.Whisper, BROKEN);
        anaSpeaks();
        passes(Duration.ofHours(3));
        assertThat(store.owed(ROOM)).isEmpty();
        recorder.fails(effect -> false, BROKEN);
        passes(Duration.ofMinutes(10));
        assertThat(told()).isEmpty();
    }

    @Test
    void time_in_which_the_program_did_not_run_is_nobodys_fault() {
        aTurnBegins(ROOM);
        recorder.fails(Effect.Speak.class::isInstance, AWAY);
        anaSpeaks();
        now = now.plus(Duration.ofDays(9));
        rooms = started();
        passes(Duration.ofMinutes(10));
        assertThat(store.givenUp()).isEmpty();
        recorder.fails(effect -> false, AWAY);
        passes(Duration.ofMinutes(10));
        assertThat(recorder.played(Effect.Speak.class)).hasSize(1);
    }

    @Test
    void nor_is_time_in_which_the_platform_was_not_connected() {
        aTurnBegins(ROOM);
        recorder.fails(Effect.Speak.class::isInstance, NotPlayed.waits("not connected"));
        anaSpeaks();
        passes(Duration.ofDays(8));
        recorder.fails(Effect.Speak.class::isInstance, AWAY);
        passes(Duration.ofMinutes(20));
        assertThat(store.givenUp()).isEmpty();
    }

    @Test
    void after_a_day_off_a_hundred_deadlines_do_not_all_speak_at_once() {
        for (int i = 0; i < 100; i++) {
            opens("room" + i);
            does("room" + i, ANA, new Input.Pressed(Move.ASK));
        }
        now = now.plus(Duration.ofDays(1));
        List<Integer> asking = new ArrayList<>();
        for (int beat = 0; beat < 4; beat++) {
            rooms.wake(now);
            now = now.plusSeconds(1);
            asking.add(stillAsking());
        }
        assertThat(asking).containsExactly(75, 50, 25, 0);
    }

    private int stillAsking() {
        int asking = 0;
        for (int i = 0; i < 100; i++) {
            asking += rooms.conversation("room" + i).orElseThrow().phase() instanceof Open ? 0 : 1;
        }
        return asking;
    }

    @Test
    void a_room_whose_platform_does_not_answer_holds_up_no_other() throws InterruptedException {
        opens("other");
        recorder.refuses(2);
        does(ROOM, ANA, new Input.Pressed(Move.ASK));
        does("other", ANA, new Input.Pressed(Move.ASK));
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        ExecutorService wakers = Executors.newFixedThreadPool(2);
        Stages slow = owed -> {
            if (owed.room().equals(ROOM)) {
                await(answers);
            } else {
                other.countDown();
            }
            return new Recorder().of(owed);
        };
        rooms = new Rooms(
                store, people, language -> new PlainEar(), slow, Bystander.NOBODY, new Upkeep(Figures.NONE, wakers));
        rooms.wake(now);
        assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
        answers.countDown();
        wakers.shutdown();
        assertThat(wakers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(store.owed(ROOM)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

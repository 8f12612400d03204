package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Person;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Speaking;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Utterance;
import org.turnstone.safety.Alarm;

class RoomsTest {
    private static final String ROOM = "room";
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Instant EVENING = Instant.parse("2026-03-01T19:00:00.123456Z");

    private final MemoryRooms store = new MemoryRooms();
    private final MemoryPeople people = new MemoryPeople();
    private final Recorder recorder = new Recorder();
    private final Rooms rooms = new Rooms(store, people, language -> new PlainEar(), recorder);
    private Instant now = EVENING;
    private int events;

    @BeforeEach
    void both_are_set_up() {
        rooms.open(ROOM, Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
        people.save(ANA, Manners.UNSAID.setUp(EVENING));
        people.save(SAM, Manners.UNSAID.setUp(EVENING));
    }

    private Taken.How does(Person who, Input input) {
        now = now.plusSeconds(5);
        return rooms.take(ROOM, "e" + ++events, who, input, now).how();
    }

    private Taken.How writes(Person who, String text) {
        return does(who, new Input.Wrote(text, Optional.empty()));
    }

    private Taken.How presses(Person who, Move move) {
        return does(who, new Input.Pressed(move));
    }

    private void aQuickTurnBegins() {
        presses(ANA, Move.ASK);
        presses(SAM, Move.HERE);
    }

    private void aLongerTalkBegins() {
        presses(ANA, Move.ASK_LONGER);
        presses(SAM, Move.HERE);
    }

    private Phase phase() {
        return rooms.conversation(ROOM).orElseThrow().phase();
    }

    private List<Prompt> said() {
        return recorder.played(Effect.Say.class).stream()
                .map(Effect.Say::line)
                .map(Line::prompt)
                .toList();
    }

    @Test
    void a_turn_begins_and_a_chunk_passes_the_floor() {
        aQuickTurnBegins();
        assertThat(phase()).isInstanceOf(Speaking.class);
        assertThat(writes(ANA, "I felt alone at the party.")).isEqualTo(Taken.How.MOVED);
        assertThat(phase()).isInstanceOf(LeaningIn.class);
        assertThat(recorder.played(Effect.Speak.class)).hasSize(1);
        assertThat(store.owed(ROOM)).isEmpty();
    }

    @Test
    void an_input_delivered_twice_is_taken_in_once() {
        rooms.take(ROOM, "same", ANA, new Input.Pressed(Move.ASK), now);
        int played = recorder.played().size();
        assertThat(rooms.take(ROOM, "same", ANA, new Input.Pressed(Move.ASK), now)
                        .how())
                .isEqualTo(Taken.How.AGAIN);
        assertThat(recorder.played()).hasSize(played);
    }

    @Test
    void strangers_stale_presses_empty_and_endless_words_move_nothing() {
        assertThat(presses(new Person("eve"), Move.ASK)).isEqualTo(Taken.How.STRANGER);
        assertThat(presses(ANA, Move.THATS_IT)).isEqualTo(Taken.How.NOTHING);
        assertThat(writes(ANA, " \n ")).isEqualTo(Taken.How.TOO_LONG);
        assertThat(writes(ANA, "x".repeat(100_000))).isEqualTo(Taken.How.TOO_LONG);
        assertThat(rooms.take("elsewhere", "e", ANA, new Input.Pressed(Move.ASK), now)
                        .how())
                .isEqualTo(Taken.How.NO_ROOM);
        assertThat(recorder.played()).isEmpty();
    }

    @Test
    void set_up_comes_before_the_first_talk_and_again_after_ninety_days() {
        people.save(SAM, Manners.UNSAID);
        assertThat(presses(ANA, Move.ASK)).isEqualTo(Taken.How.MOVED);
        assertThat(presses(SAM, Move.HERE)).isEqualTo(Taken.How.SET_UP_FIRST);
        assertThat(phase()).isInstanceOf(Inviting.class);
        people.save(SAM, Manners.UNSAID.setUp(now));
        assertThat(presses(SAM, Move.HERE)).isEqualTo(Taken.How.MOVED);
        presses(SAM, Move.STOP);
        now = now.plus(Duration.ofDays(91));
        assertThat(presses(ANA, Move.ASK)).isEqualTo(Taken.How.SET_UP_FIRST);
    }

    @Test
    void a_refused_set_up_a_private_not_today_and_flooding_read_the_same_in_the_room() {
        people.setNotBefore(ROOM, now.plus(Duration.ofDays(7)));
        aQuickTurnBegins();
        List<Prompt> refused = said();
        people.setNotBefore(ROOM, EVENING.minusSeconds(1));
        MemoryPeople fresh = new MemoryPeople();
        fresh.save(ANA, Manners.UNSAID.setUp(now).restingUntil(Optional.of(now.plus(Duration.ofDays(7)))));
        fresh.save(SAM, Manners.UNSAID.setUp(now));
        Recorder other = new Recorder();
        Rooms again = new Rooms(new MemoryRooms(), fresh, language -> new PlainEar(), other);
        again.open(ROOM, Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
        again.take(ROOM, "1", ANA, new Input.Pressed(Move.ASK), now);
        again.take(ROOM, "2", SAM, new Input.Pressed(Move.HERE), now);
        assertThat(refused).endsWith(Prompt.NOT_STARTING);
        assertThat(other.played(Effect.Say.class).stream().map(e -> e.line().prompt()))
                .containsExactlyElementsOf(refused);
        assertThat(phase()).isEqualTo(new Open());
    }

    @Test
    void somebody_flooded_is_asked_to_nothing_for_an_hour() {
        does(SAM, new Input.Measures(8));
        aQuickTurnBegins();
        assertThat(phase()).isEqualTo(new Open());
        now = now.plus(Duration.ofMinutes(61));
        aQuickTurnBegins();
        assertThat(phase()).isInstanceOf(Speaking.class);
    }

    @Test
    void a_platform_that_was_away_gets_everything_later_in_order_and_once() {
        recorder.refuses(3);
        aQuickTurnBegins();
        assertThat(recorder.played()).isEmpty();
        assertThat(store.owed(ROOM)).isNotEmpty();
        for (int second = 0; second < 10; second++) {
            now = now.plusSeconds(1);
            rooms.wake(now);
        }
        assertThat(store.owed(ROOM)).isEmpty();
        assertThat(said()).startsWith(Prompt.INVITED).contains(Prompt.FLOOR_IS_YOURS);
    }

    @Test
    void words_out_of_turn_are_kept_and_given_back_when_the_turn_comes() {
        aLongerTalkBegins();
        writes(SAM, "but that is not how it was");
        String ref = recorder.played(Effect.Hold.class).get(0).words().ref();
        assertThat(store.text(ref)).contains("but that is not how it was");
        writes(ANA, "I felt alone.");
        presses(ANA, Move.PASS);
        writes(SAM, "That sounds lonely.");
        presses(SAM, Move.REPLY_DONE);
        presses(ANA, Move.THATS_IT);
        assertThat(recorder.played(Effect.Release.class)).singleElement().satisfies(release -> {
            assertThat(release.to()).isEqualTo(SAM);
            assertThat(release.words()).extracting(w -> w.ref()).containsExactly(ref);
        });
        assertThat(store.text(ref)).as("it has been played").isEmpty();
    }

    @Test
    void held_words_go_back_to_their_writer_after_a_day() {
        aLongerTalkBegins();
        writes(SAM, "but that is not how it was");
        rooms.wake(now.plus(Duration.ofHours(23)));
        assertThat(recorder.played(Effect.Release.class)).isEmpty();
        rooms.wake(now.plus(Duration.ofHours(25)));
        rooms.wake(now.plus(Duration.ofHours(26)));
        assertThat(recorder.played(Effect.Release.class)).hasSize(1);
        assertThat(store.keptFor(SAM)).isEmpty();
    }

    @Test
    void only_what_is_referred_to_is_kept() {
        aLongerTalkBegins();
        does(ANA, new Input.Wrote("I felt alone.", Optional.of("discord:1")));
        assertThat(store.keptFor(ANA)).isEmpty();
        does(ANA, new Input.Wrote("you always leave", Optional.of("discord:2")));
        assertThat(recorder.played(Effect.Whisper.class))
                .extracting(Effect.Whisper::to)
                .contains(ANA);
        assertThat(store.keptFor(ANA)).as("the note has been written").isEmpty();
    }

    @Test
    void typed_words_count_as_the_button() {
        aLongerTalkBegins();
        writes(ANA, "I felt alone.");
        writes(ANA, "over to you");
        assertThat(phase()).isInstanceOf(LeaningIn.class);
    }

    @Test
    void words_of_being_hurt_become_a_pause_in_the_room_and_help_in_private() {
        aLongerTalkBegins();
        writes(ANA, "you hit me last week");
        assertThat(said()).endsWith(Prompt.PAUSED);
        assertThat(recorder.played(Effect.StepAside.class))
                .singleElement()
                .satisfies(aside -> assertThat(aside.to()).isEqualTo(ANA));
        assertThat(recorder.played(Effect.Speak.class)).isEmpty();
        assertThat(presses(ANA, Move.GO_ON)).as("not after being hurt").isEqualTo(Taken.How.NOTHING);
        assertThat(presses(ANA, Move.MISREAD)).isEqualTo(Taken.How.MOVED);
    }

    @Test
    void self_harm_words_may_be_shown_to_the_partner_by_their_writer() {
        aLongerTalkBegins();
        writes(ANA, "some days I want to end my life");
        assertThat(presses(SAM, Move.SHOW_TO_PARTNER)).isEqualTo(Taken.How.NOTHING);
        presses(ANA, Move.SHOW_TO_PARTNER);
        Effect.Post post = recorder.played(Effect.Post.class).get(0);
        assertThat(post.line().prompt()).isEqualTo(Prompt.SHOWN);
        assertThat(store.text(post.words().orElseThrow().ref())).contains("some days I want to end my life");
    }

    @Test
    void in_an_open_room_what_is_said_is_said_and_help_comes_in_private() {
        assertThat(writes(ANA, "you hit me last week")).isEqualTo(Taken.How.MOVED);
        assertThat(recorder.played(Effect.Speak.class)).hasSize(1);
        assertThat(recorder.played(Effect.StepAside.class))
                .singleElement()
                .satisfies(aside -> assertThat(aside.moves()).isEmpty());
        assertThat(said()).isEmpty();
        assertThat(phase()).isEqualTo(new Open());
    }

    @Test
    void a_topic_with_words_of_being_hurt_is_not_asked_about_and_not_said() {
        does(ANA, new Input.Asks(Input.Asks.Length.QUICK, Optional.of("that you hit me")));
        assertThat(recorder.played(Effect.StepAside.class)).hasSize(1);
        assertThat(recorder.played(Effect.Speak.class)).isEmpty();
        assertThat(phase()).isEqualTo(new Open());
    }

    @Test
    void silence_wakes_the_room_at_its_deadline_whatever_the_clock_did_before() {
        presses(ANA, Move.ASK);
        rooms.wake(EVENING.minus(Duration.ofDays(1)));
        rooms.wake(now.plus(Duration.ofMinutes(29)));
        assertThat(phase()).isInstanceOf(Inviting.class);
        rooms.wake(now.plus(Duration.ofMinutes(31)));
        assertThat(phase()).isEqualTo(new Open());
        assertThat(said()).endsWith(Prompt.NOT_STARTING);
    }

    @Test
    void a_pause_can_be_called_until_a_time() {
        aLongerTalkBegins();
        does(SAM, new Input.PausesUntil(now.plus(Duration.ofMinutes(90))));
        assertThat(phase())
                .isInstanceOfSatisfying(
                        Paused.class,
                        paused -> assertThat(paused.wakesAt())
                                .hasValueSatisfying(at -> assertThat(at).isAfter(now.plus(Duration.ofMinutes(89)))));
    }

    /** An ear that runs out of memory once, whatever it hears. */
    private static final class Overwhelmed implements Ear {
        private final Ear plain = new PlainEar();
        private boolean once = true;

        @Override
        public Optional<Alarm> alarm(String text) {
            if (once) {
                once = false;
                throw new OutOfMemoryError("Java heap space");
            }
            return plain.alarm(text);
        }

        @Override
        public Optional<Move> typed(String text, Collection<Move> possible) {
            return plain.typed(text, possible);
        }

        @Override
        public Reading read(Utterance utterance) {
            return plain.read(utterance);
        }
    }

    @Test
    void memory_that_runs_out_over_a_message_leaves_the_room_as_it_was_and_the_message_can_come_again() {
        aQuickTurnBegins();
        Phase before = phase();
        Ear ear = new Overwhelmed();
        Rooms other = new Rooms(store, people, language -> ear, recorder);
        Input words = new Input.Wrote("I felt alone at the party.", Optional.empty());
        assertThatThrownBy(() -> other.take(ROOM, "big", ANA, words, now)).isInstanceOf(OutOfMemoryError.class);
        assertThat(phase()).isEqualTo(before);
        assertThat(other.take(ROOM, "big", ANA, words, now).how()).isEqualTo(Taken.How.MOVED);
        assertThat(recorder.played(Effect.Speak.class)).hasSize(1);
    }
}

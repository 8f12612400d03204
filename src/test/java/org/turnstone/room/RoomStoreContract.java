package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Event;
import org.turnstone.floor.Line;
import org.turnstone.floor.Pace;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Step;
import org.turnstone.floor.Words;
import org.turnstone.room.RoomStore.Change;
import org.turnstone.room.RoomStore.Outcome;

/** What every room store does. Each implementation's test extends this. */
public abstract class RoomStoreContract {
    static final Person ANA = new Person("ana");
    static final Person SAM = new Person("sam");
    static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
    static final Conversation FRESH = Conversation.of(Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
    private static final Effect SAY = new Effect.Say(new Line(Prompt.GOODBYE, 0, Slots.NONE));

    private RoomStore store;

    /** An empty store. */
    protected abstract RoomStore store();

    /** The same store as another process would open it. */
    protected abstract RoomStore reopened();

    @BeforeEach
    void a_room_is_open() {
        store = store();
        store.begin("room", FRESH);
    }

    private static Change change(String event, long expected, Step step, Kept... words) {
        return new Change(
                "room",
                expected,
                event,
                EVENING,
                step.next(),
                step.effects(),
                step.next().wakesAt(),
                List.of(words),
                List.of());
    }

    private static Step asking() {
        return FRESH.on(new Event.Asked(ANA, EVENING, Pace.QUICK, Optional.empty(), Event.Readiness.READY));
    }

    private static Kept kept(String ref, Kept.Why why, Optional<Instant> until) {
        return new Kept(ref, "room", ANA, why, "what I meant to say: ünïcode \uD83D\uDE80", until);
    }

    @Test
    void what_was_saved_is_read_back_by_another_process() {
        Step step = asking();
        assertThat(store.save(change("e1", 1, step))).isEqualTo(Outcome.SAVED);
        RoomStore later = reopened();
        assertThat(later.load("room").orElseThrow().conversation()).isEqualTo(step.next());
        assertThat(later.load("room").orElseThrow().version()).isEqualTo(2);
        assertThat(later.owed("room")).extracting(RoomStore.Owed::effect).isEqualTo(step.effects());
        assertThat(later.owed("room")).extracting(RoomStore.Owed::id).isSorted().doesNotHaveDuplicates();
        assertThat(later.roomsOwed()).containsExactly("room");
        assertThat(later.hasSeen("room", "e1")).isTrue();
    }

    @Test
    void when_something_was_last_taken_in_is_known() {
        assertThat(store.lastSeen("room")).isEmpty();
        store.save(change("e1", 1, asking()));
        assertThat(store.lastSeen("room")).contains(EVENING);
        assertThat(store.lastSeen("elsewhere")).isEmpty();
    }

    @Test
    void beginning_a_room_twice_changes_nothing() {
        store.save(change("e1", 1, asking()));
        store.begin("room", FRESH);
        assertThat(store.load("room").orElseThrow().version()).isEqualTo(2);
        assertThat(store.load("elsewhere")).isEmpty();
    }

    @Test
    void an_event_is_taken_in_once() {
        store.save(change("e1", 1, asking()));
        int owed = store.owed("room").size();
        assertThat(store.save(change("e1", 2, asking()))).isEqualTo(Outcome.SEEN);
        assertThat(store.owed("room")).hasSize(owed);
        assertThat(store.hasSeen("room", "e2")).isFalse();
    }

    @Test
    void a_save_over_another_version_changes_nothing_and_may_be_tried_again() {
        store.save(change("e1", 1, asking()));
        List<RoomStore.Owed> before = store.owed("room");
        Kept words = kept("w", Kept.Why.HELD, Optional.of(EVENING));
        assertThat(store.save(change("e2", 1, asking(), words))).isEqualTo(Outcome.STALE);
        assertThat(store.owed("room")).isEqualTo(before);
        assertThat(store.text("w")).isEmpty();
        assertThat(store.save(change("e2", 2, asking(), words))).isEqualTo(Outcome.SAVED);
        assertThat(store.text("w")).contains(words.text());
    }

    @Test
    void a_deadline_is_due_when_its_time_has_come() {
        Step step = asking();
        store.save(change("e1", 1, step));
        Instant deadline = step.next().wakesAt().orElseThrow();
        assertThat(store.due(deadline.minusMillis(1), 10)).isEmpty();
        assertThat(store.due(deadline, 10)).containsExactly(new RoomStore.Due("room", deadline));
        assertThat(store.due(deadline, 0)).isEmpty();
    }

    @Test
    void what_was_played_is_no_longer_owed_and_its_words_go_with_the_last_of_it() {
        Step step = new Step(FRESH, List.of(SAY, SAY));
        Kept words = kept("w", Kept.Why.TO_PLAY, Optional.of(EVENING.plusSeconds(60)));
        store.save(change("e1", 1, step, words));
        List<RoomStore.Owed> owed = store.owed("room");
        store.played(owed.get(0).id());
        assertThat(store.text("w")).as("one effect is still owed").contains(words.text());
        store.played(owed.get(1).id());
        store.played(owed.get(1).id());
        assertThat(store.text("w")).isEmpty();
        assertThat(store.roomsOwed()).isEmpty();
    }

    @Test
    void held_words_that_go_back_are_kept_until_that_is_played() {
        Kept words = kept("w", Kept.Why.HELD, Optional.of(EVENING.plusSeconds(60)));
        store.save(change("e1", 1, new Step(FRESH, List.of()), words));
        Effect release =
                new Effect.Release(ANA, List.of(new Words("w", 4)), new Line(Prompt.YOUR_WORDS_BACK, 0, Slots.NONE));
        store.save(new Change(
                "room", 2, "e2", EVENING, FRESH, List.of(release), Optional.empty(), List.of(), List.of("w")));
        assertThat(store.expired(EVENING.plusSeconds(61))).isEmpty();
        assertThat(store.text("w")).contains(words.text());
        store.played(store.owed("room").get(0).id());
        assertThat(store.text("w")).isEmpty();
    }

    @Test
    void held_words_whose_time_is_up_are_given_back_once() {
        Kept words = kept("w", Kept.Why.HELD, Optional.of(EVENING.plusSeconds(60)));
        store.save(change("e1", 1, new Step(FRESH, List.of()), words));
        assertThat(store.expired(EVENING.plusSeconds(59))).isEmpty();
        assertThat(store.expired(EVENING.plusSeconds(60))).containsExactly(words);
        store.giveBack(words, EVENING, SAY);
        assertThat(store.expired(EVENING.plusSeconds(61))).isEmpty();
        assertThat(store.owed("room")).hasSize(1);
        assertThat(store.text("w")).contains(words.text());
        store.played(store.owed("room").get(0).id());
        assertThat(store.text("w")).isEmpty();
    }

    @Test
    void what_is_given_up_is_owed_no_more_and_its_words_stay_for_a_month() {
        Kept words = kept("w", Kept.Why.HELD, Optional.of(EVENING.plusSeconds(60)));
        store.save(change("e1", 1, new Step(FRESH, List.of()), words));
        Effect release =
                new Effect.Release(ANA, List.of(new Words("w", 4)), new Line(Prompt.YOUR_WORDS_BACK, 0, Slots.NONE));
        store.save(new Change(
                "room", 2, "e2", EVENING, FRESH, List.of(release), Optional.empty(), List.of(), List.of("w")));
        RoomStore.Owed gone = store.owed("room").get(0);
        RoomStore.GivenUp what = new RoomStore.GivenUp(gone.id(), EVENING.plusSeconds(120), Trouble.FAULTY);
        store.giveUp(what, List.of(SAY));
        assertThat(store.owed("room")).extracting(RoomStore.Owed::effect).containsExactly(SAY);
        store.played(store.owed("room").get(0).id());
        store.expired(EVENING.plus(Duration.ofDays(30)));
        assertThat(store.keptFor(ANA)).extracting(Kept::text).containsExactly(words.text());
        store.expired(EVENING.plus(Duration.ofDays(32)));
        assertThat(store.keptFor(ANA)).isEmpty();
    }

    @Test
    void the_backlog_is_how_much_is_owed_and_since_when() {
        assertThat(store.backlog()).isEqualTo(new RoomStore.Backlog(0, Optional.empty(), Optional.empty()));
        Step step = asking();
        store.save(change("e1", 1, step));
        RoomStore.Backlog backlog = store.backlog();
        assertThat(backlog.effects()).isEqualTo(step.effects().size());
        assertThat(backlog.oldest()).contains(store.owed("room").get(0).since());
        assertThat(backlog.deadline()).isEqualTo(step.next().wakesAt());
    }

    @Test
    void the_words_of_an_aside_go_after_their_time_and_given_words_stay() {
        store.save(change(
                "e1",
                1,
                new Step(FRESH, List.of()),
                kept("aside", Kept.Why.ASIDE, Optional.of(EVENING)),
                kept("given", Kept.Why.GIVEN, Optional.empty())));
        assertThat(store.expired(EVENING.plusSeconds(1))).isEmpty();
        assertThat(store.text("aside")).isEmpty();
        assertThat(store.keptFor(ANA)).extracting(Kept::ref).containsExactly("given");
        store.forgetWords("given");
        assertThat(store.keptFor(ANA)).isEmpty();
    }

    @Test
    void given_words_go_when_their_rooms_time_is_up_and_a_longer_time_does_not_bring_them_back() {
        store.save(change(
                "e1",
                1,
                new Step(FRESH, List.of()),
                kept("given", Kept.Why.GIVEN, Optional.empty()),
                kept("learned", Kept.Why.MISREAD, Optional.empty())));
        store.keepGiven("room", EVENING.plusSeconds(60));
        store.keepGiven("room", EVENING.plusSeconds(600));
        store.keepGiven("elsewhere", EVENING);
        store.expired(EVENING.plusSeconds(59));
        assertThat(store.text("given")).isPresent();
        store.expired(EVENING.plusSeconds(60));
        assertThat(store.text("given")).isEmpty();
        assertThat(store.text("learned")).isPresent();
    }

    @Test
    void words_given_to_learn_from_are_found_by_that_and_by_their_owner_until_forgotten() {
        Kept row = kept("row", Kept.Why.MISREAD, Optional.empty());
        store.keep(row);
        store.keep(kept("other", Kept.Why.GIVEN, Optional.empty()));
        assertThat(store.kept(Kept.Why.MISREAD)).containsExactly(row);
        assertThat(store.keptFor(ANA)).contains(row);
        assertThat(store.expired(EVENING.plusSeconds(99_999_999))).isEmpty();
        store.forgetWords("row");
        assertThat(store.kept(Kept.Why.MISREAD)).isEmpty();
    }

    @Test
    void an_abandoned_room_goes_once_it_owes_nothing_and_words_to_learn_from_stay() {
        store.save(change(
                "e1",
                1,
                asking(),
                kept("given", Kept.Why.GIVEN, Optional.empty()),
                kept("learned", Kept.Why.MISREAD, Optional.empty())));
        store.abandon("room");
        assertThat(store.roomsOf(SAM)).isEmpty();
        assertThat(store.load("room")).as("it still owes something").isPresent();
        store.owed("room").forEach(owed -> store.played(owed.id()));
        store.tidy();
        assertThat(store.load("room")).isEmpty();
        assertThat(store.text("given")).isEmpty();
        assertThat(store.text("learned")).isPresent();
    }

    @Test
    void a_room_that_is_opened_again_before_it_went_stays() {
        store.save(change("e1", 1, asking()));
        store.abandon("room");
        store.begin("room", FRESH);
        store.owed("room").forEach(owed -> store.played(owed.id()));
        store.tidy();
        assertThat(store.load("room")).isPresent();
        assertThat(store.roomsOf(SAM)).containsExactly("room");
    }

    @Test
    void a_forgotten_room_leaves_nothing() {
        store.save(change("e1", 1, asking(), kept("w", Kept.Why.GIVEN, Optional.empty())));
        assertThat(store.roomsOf(SAM)).containsExactly("room");
        store.forgetRoom("room");
        assertThat(store.load("room")).isEmpty();
        assertThat(store.owed("room")).isEmpty();
        assertThat(store.text("w")).isEmpty();
        assertThat(store.roomsOf(SAM)).isEmpty();
    }
}

package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.floor.Scene.ANA;
import static org.turnstone.floor.Scene.EVENING;
import static org.turnstone.floor.Scene.KIM;
import static org.turnstone.floor.Scene.LEE;
import static org.turnstone.floor.Scene.NOA;
import static org.turnstone.floor.Scene.SAM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same phases over a circle. */
class CirclesTest {
    @Test
    void a_quick_circle_goes_round_without_closing_after_each_turn() {
        Scene scene = Scene.circle().asks(ANA, Pace.QUICK).comes(SAM).comes(KIM).comes(LEE);

        assertThat(scene.says(ANA).now().moves(SAM)).contains(Move.PASS);
        assertThat(scene.says(SAM).now().moves(KIM)).contains(Move.PASS);
    }

    @Test
    void one_witness_cannot_end_the_others_turn() {
        Scene scene = Scene.circleHasBegun().does(new Event.WitnessesAsked(ANA, Scene.EVENING, 2));
        scene.says(ANA).presses(ANA, Move.PASS).says(SAM);

        assertThat(scene.now().moves(SAM)).doesNotContain(Move.REPLY_DONE);
        assertThat(scene.presses(SAM, Move.REPLY_DONE).phase()).isInstanceOf(LeaningIn.class);
        assertThat(scene.says(KIM).phase()).isInstanceOf(Checking.class);
    }

    @Test
    void whoever_leaves_with_the_floor_leaves_it_to_the_next() {
        assertThat(Scene.circleHasBegun().presses(ANA, Move.LEAVE).now().moves(SAM))
                .contains(Move.PASS);
    }

    @Test
    void whoever_leaves_an_invitation_is_not_in_the_circle_that_begins() {
        Circle four = Circle.keptBy(ANA, List.of(ANA, SAM, KIM, LEE, NOA));
        Scene scene = Scene.of(four).asks(ANA, Pace.FULL).comes(SAM).comes(KIM).comes(LEE);

        scene.presses(KIM, Move.LEAVE).presses(ANA, Move.BEGIN);

        assertThat(scene.now().circle().order()).containsExactly(ANA, SAM, LEE);
    }

    @Test
    void anyone_can_pause_or_a_step_aside_would_stand_out() {
        Scene paused = Scene.circleHasBegun().says(ANA).presses(LEE, Move.PAUSE);
        Scene aside = Scene.circleHasBegun()
                .says(ANA)
                .stepsAside(LEE, new Care("THREAT", Care.Leave.WITHHELD, Care.Leave.WITHHELD));

        assertThat(aside.heard()).isEqualTo(paused.heard()).isNotEmpty();
        assertThat(aside.now().status()).isEqualTo(paused.now().status());
    }

    @Test
    void a_circle_does_not_wait_for_its_last_member() {
        Scene scene = Scene.circleHasBegun().says(ANA).presses(ANA, Move.PAUSE).waits();

        scene.presses(ANA, Move.GO_ON).presses(SAM, Move.GO_ON).waits();

        assertThat(scene.now().moves(ANA)).contains(Move.PASS);
    }

    @Test
    void a_circle_that_is_open_lets_anyone_in_until_it_opens() {
        Scene scene = Scene.gathering().comes(SAM).comes(KIM).presses(ANA, Move.BEGIN);

        assertThat(scene.now().circle().order()).containsExactly(ANA, SAM, KIM);
        assertThat(scene.now().moves(LEE)).isEmpty();
        assertThat(scene.comes(LEE).now().circle().has(LEE)).isFalse();
    }

    @Test
    void who_has_come_in_and_that_there_is_a_place_stands_for_all_to_see() {
        Status status = Scene.gathering().comes(SAM).now().status();

        assertThat(status.here()).containsExactly(ANA, SAM);
        assertThat(status.moves()).contains(Move.HERE);
    }

    @Test
    void a_circle_opens_with_three_and_not_with_two() {
        Scene scene = Scene.gathering().comes(SAM);

        assertThat(scene.now().moves(ANA)).doesNotContain(Move.BEGIN);
        assertThat(scene.waits().heardPrompts()).containsExactly(Prompt.NOT_STARTING);
        assertThat(Scene.gathering().comes(SAM).comes(KIM).waits().heardPrompts())
                .contains(Prompt.CIRCLE_OPENS);
    }

    @Test
    void twelve_fill_it_and_open_it() {
        Scene scene = Scene.gathering();
        for (int i = 1; i < Circle.LARGEST; i++) {
            scene.comes(new Person("p" + i));
        }
        assertThat(scene.phase()).isInstanceOf(Speaking.class);
        assertThat(scene.now().moves(SAM)).isEmpty();
    }

    @Test
    void somebody_who_should_not_come_today_hears_the_neutral_sentence_alone() {
        Scene scene = Scene.gathering().does(new Event.Came(SAM, EVENING, Event.Readiness.NOT_NOW));

        assertThat(scene.toldPrompts(SAM)).containsExactly(Prompt.NOT_STARTING);
        assertThat(scene.heard()).isEmpty();
        assertThat(scene.now().circle().has(SAM)).isFalse();
    }

    @Test
    void the_length_is_said_before_anyone_comes_in() {
        assertThat(Scene.gathering().heard().get(0).slots().taking()).contains(Duration.ofMinutes(30));
    }

    @Test
    void only_those_who_keep_a_circle_ask_for_one() {
        Scene scene = Scene.circle();

        assertThat(scene.now().moves(SAM)).isEmpty();
        assertThat(scene.asks(SAM, Pace.FULL).phase()).isInstanceOf(Open.class);
    }

    @Test
    void a_keeper_hears_once_that_the_time_is_up_and_may_extend_it() {
        Scene scene = Scene.circleHasBegun();
        Instant up = scene.now().wakesAt().orElseThrow();

        assertThat(up).isEqualTo(EVENING.plus(Gathering.TURN_WITH_ANSWERS.multipliedBy(4)));
        assertThat(scene.waits().toldPrompts(ANA)).containsExactly(Prompt.TIME_IS_UP);
        assertThat(scene.phase()).isInstanceOf(Speaking.class);
        assertThat(scene.now().wakesAt()).isEmpty();
        assertThat(scene.presses(SAM, Move.EXTEND).effects()).isEmpty();
        assertThat(scene.presses(ANA, Move.EXTEND).heardPrompts()).containsExactly(Prompt.EXTENDED);
        assertThat(scene.now().wakesAt()).contains(up.plus(Gathering.EXTENSION));
    }

    @Test
    void three_minutes_after_the_first_word_the_speaker_hears_so_alone_and_once() {
        Scene scene =
                Scene.circleHasBegun().says(ANA).later(Duration.ofMinutes(1)).says(ANA);
        scene.later(Duration.ofSeconds(100)).says(ANA).waits();

        assertThat(scene.clock()).isEqualTo(EVENING.plus(Gathering.TURN));
        assertThat(scene.toldPrompts(ANA)).containsExactly(Prompt.CIRCLE_TURN_IS_LONG);
        assertThat(scene.says(ANA).waits().toldPrompts(ANA)).containsExactly(Prompt.TIME_IS_UP);
    }

    @Test
    void whether_somebody_felt_heard_is_asked_in_private_and_the_card_is_silent_about_it() {
        Scene scene = Scene.circleHasBegun().does(new Event.WitnessesAsked(ANA, EVENING, 1));
        scene.says(ANA).presses(ANA, Move.PASS).says(SAM);

        assertThat(scene.toldPrompts(ANA)).containsExactly(Prompt.FELT_HEARD_IN_PRIVATE);
        assertThat(scene.now().status().moves()).doesNotContain(Move.THATS_IT, Move.CLOSE_ENOUGH, Move.NOT_QUITE);
        assertThat(scene.now().moves(ANA)).contains(Move.THATS_IT);
    }

    @Test
    void whoever_was_away_belongs_to_the_next_circle() {
        Circle five = Circle.keptBy(ANA, List.of(ANA, SAM, KIM, LEE, NOA));
        Scene scene = Scene.of(five).asks(ANA, Pace.FULL).comes(SAM).comes(KIM).presses(ANA, Move.BEGIN);
        assertThat(scene.now().circle().has(LEE)).isFalse();

        scene.presses(KIM, Move.LEAVE).presses(ANA, Move.ENOUGH).presses(ANA, Move.ENOUGH);

        assertThat(scene.now().circle().order()).containsExactly(ANA, SAM, KIM, LEE, NOA);
    }

    @Test
    void when_those_who_keep_it_leave_the_first_in_the_round_keeps_it_and_hears_so_alone() {
        Scene scene = Scene.circleHasBegun().presses(ANA, Move.LEAVE);

        assertThat(scene.toldPrompts(SAM)).containsExactly(Prompt.YOU_KEEP_IT_NOW);
        assertThat(scene.now().moves(SAM)).contains(Move.ENOUGH);
        assertThat(scene.now().moves(KIM)).doesNotContain(Move.ENOUGH);
    }

    @Test
    void who_keeps_it_hears_of_a_need_only_by_that_persons_wish_and_nobody_else_does() {
        Scene scene = Scene.circleHasBegun()
                .says(ANA)
                .stepsAside(LEE, new Care("SELF_HARM", Care.Leave.GIVEN, Care.Leave.WITHHELD));
        assertThat(scene.toldPrompts(LEE)).containsExactly(Prompt.SUPPORT_OFFERED);
        assertThat(scene.toldPrompts(ANA)).isEmpty();

        scene.presses(LEE, Move.ASK_SUPPORT);

        assertThat(scene.toldPrompts(ANA)).containsExactly(Prompt.KEEPER_SUPPORT);
        assertThat(scene.toldPrompts(SAM)).isEmpty();
        assertThat(scene.heard()).isEmpty();
        assertThat(scene.presses(ANA, Move.ASK_SUPPORT).effects())
                .as("there is nobody to tell")
                .isEmpty();
    }
}

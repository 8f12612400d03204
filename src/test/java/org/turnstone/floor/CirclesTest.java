package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.floor.Scene.ANA;
import static org.turnstone.floor.Scene.KIM;
import static org.turnstone.floor.Scene.LEE;
import static org.turnstone.floor.Scene.SAM;

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
        assertThat(Scene.circleHasBegun().presses(ANA, Move.STOP).now().moves(SAM))
                .contains(Move.PASS);
    }

    @Test
    void whoever_leaves_an_invitation_is_not_in_the_circle_that_begins() {
        Scene scene = Scene.circle().asks(ANA, Pace.FULL).comes(SAM).comes(KIM);

        scene.presses(KIM, Move.STOP).presses(ANA, Move.BEGIN);

        assertThat(scene.now().circle().order()).containsExactly(ANA, SAM);
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
}

package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.floor.Scene.ANA;
import static org.turnstone.floor.Scene.SAM;

import org.junit.jupiter.api.Test;

/** Only the speaker says whether they feel heard, and nobody is kept in the dock. */
class CheckingTest {
    private static Scene anaIsAsked() {
        return Scene.anaHasTheFloor(Pace.FULL)
                .says(ANA)
                .presses(ANA, Move.PASS)
                .says(SAM)
                .presses(SAM, Move.REPLY_DONE);
    }

    @Test
    void only_the_speaker_answers() {
        Scene scene = anaIsAsked();

        assertThat(scene.presses(SAM, Move.THATS_IT).effects()).isEmpty();
        assertThat(scene.presses(ANA, Move.THATS_IT).now().moves(SAM)).contains(Move.PASS);
    }

    @Test
    void the_second_not_quite_goes_on_and_parks_what_is_missing() {
        Scene scene =
                anaIsAsked().presses(ANA, Move.NOT_QUITE).says(ANA).says(SAM).presses(SAM, Move.REPLY_DONE);

        scene.presses(ANA, Move.NOT_QUITE);

        assertThat(scene.heardPrompts()).contains(Prompt.HEARD_SO_FAR);
        assertThat(scene.now().ledger().parked()).hasSize(1);
        assertThat(scene.now().moves(SAM)).contains(Move.PASS);
    }

    @Test
    void a_raised_hand_gives_the_speaker_a_little_while_and_then_the_floor_goes_on() {
        Scene scene = anaIsAsked().presses(SAM, Move.RAISE_HAND);
        assertThat(scene.now().moves(ANA)).doesNotContain(Move.ONE_MORE);

        assertThat(scene.waits().now().moves(SAM)).contains(Move.PASS);
    }

    @Test
    void a_raised_hand_counts_for_somebody_who_had_a_turn_too() {
        Scene scene = anaIsAsked().presses(ANA, Move.THATS_IT).says(SAM).presses(ANA, Move.RAISE_HAND);

        scene.presses(SAM, Move.PASS).says(ANA).presses(ANA, Move.REPLY_DONE).presses(SAM, Move.THATS_IT);

        assertThat(scene.now().moves(ANA)).contains(Move.PASS);
    }
}

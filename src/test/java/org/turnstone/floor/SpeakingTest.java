package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.floor.Scene.ANA;
import static org.turnstone.floor.Scene.SAM;

import org.junit.jupiter.api.Test;

/** Who has the floor, and what the others write meanwhile. */
class SpeakingTest {
    @Test
    void passing_without_a_word_is_a_right_and_leads_to_no_answer() {
        Scene scene = Scene.anaHasTheFloor(Pace.FULL).presses(ANA, Move.PASS);

        assertThat(scene.heardPrompts()).contains(Prompt.PASSED).doesNotContain(Prompt.LEAN_IN);
        assertThat(scene.now().moves(SAM)).contains(Move.PASS);
    }

    @Test
    void passing_after_one_more_thing_without_a_word_asks_for_no_answer_to_nothing() {
        Scene scene = Scene.anaHasTheFloor(Pace.FULL).says(ANA).presses(ANA, Move.PASS);
        scene.says(SAM).presses(SAM, Move.REPLY_DONE).presses(ANA, Move.ONE_MORE);

        assertThat(scene.presses(ANA, Move.PASS).phase()).isInstanceOf(Checking.class);
    }

    @Test
    void over_to_the_other_is_offered_once() {
        Scene scene = Scene.anaHasTheFloor(Pace.FULL).says(ANA).waits();

        assertThat(scene.toldPrompts(ANA)).containsExactly(Prompt.OVER_TO_OTHER);
        assertThat(scene.says(ANA).phase().wakesAt()).isEmpty();
    }

    @Test
    void an_owed_turn_is_owed_until_its_first_word() {
        Scene scene = Scene.anaHasTheFloor(Pace.QUICK).says(ANA).says(SAM).presses(ANA, Move.THATS_IT);
        scene.presses(SAM, Move.ENOUGH);
        assertThat(scene.now().ledger().owed()).containsExactly(SAM);

        scene.asks(SAM, Pace.QUICK).comes(ANA);
        assertThat(scene.now().status().owed()).as("while Sam has the floor").isEmpty();
        assertThat(scene.presses(ANA, Move.STOP).now().ledger().owed()).containsExactly(SAM);

        scene.asks(SAM, Pace.QUICK).comes(ANA).says(SAM);
        assertThat(scene.now().ledger().owed()).isEmpty();
    }
}

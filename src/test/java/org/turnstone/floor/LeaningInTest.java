package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.floor.Scene.ANA;
import static org.turnstone.floor.Scene.SAM;

import org.junit.jupiter.api.Test;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Strength;

/** The listener answers, with whatever they have. */
class LeaningInTest {
    private static Scene samAnswers() {
        return Scene.anaHasTheFloor(Pace.FULL).says(ANA).presses(ANA, Move.PASS);
    }

    @Test
    void any_reply_leads_on_whatever_it_sounds_like() {
        Scene scene = Scene.anaHasTheFloor(Pace.QUICK).says(ANA);

        scene.says(SAM, Scene.sounding(Kind.CONTEMPT, Strength.HARD));

        assertThat(scene.phase()).isInstanceOf(Checking.class);
    }

    @Test
    void naming_the_block_is_an_answer() {
        Scene scene = samAnswers().namesTheBlock(SAM);

        assertThat(scene.toldPrompts(ANA)).containsExactly(Prompt.BLOCK_WAS_NAMED);
        assertThat(scene.presses(SAM, Move.REPLY_DONE).phase()).isInstanceOf(Checking.class);
    }

    @Test
    void heard_first_swaps_the_floor_once_and_not_back() {
        Scene scene = samAnswers().namesTheBlock(SAM).presses(SAM, Move.HEARD_FIRST);
        assertThat(scene.now().ledger().owed()).containsExactly(ANA);

        scene.says(SAM).presses(SAM, Move.PASS).namesTheBlock(ANA);
        assertThat(scene.now().moves(ANA)).doesNotContain(Move.HEARD_FIRST);
    }

    @Test
    void nobody_is_put_off_again_and_again() {
        Scene scene = samAnswers().namesTheBlock(SAM).presses(SAM, Move.HEARD_FIRST);
        scene.says(SAM).presses(SAM, Move.PASS).says(ANA).presses(ANA, Move.REPLY_DONE);
        scene.presses(SAM, Move.THATS_IT).says(ANA).presses(ANA, Move.PASS).namesTheBlock(SAM);

        assertThat(scene.now().moves(SAM)).doesNotContain(Move.HEARD_FIRST);
        assertThat(scene.effects().toString()).doesNotContain("HEARD_FIRST");
    }

    @Test
    void there_is_no_hurry_and_it_is_said_once() {
        Scene scene = samAnswers().waits();

        assertThat(scene.toldPrompts(SAM)).containsExactly(Prompt.NO_HURRY);
        assertThat(scene.phase().wakesAt()).isEmpty();
    }
}

package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.floor.Scene.ANA;
import static org.turnstone.floor.Scene.SAM;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A pause, the return, and a step aside that is one. */
class PausedTest {
    private static final Care WITHHELD = new Care("PARTNER_VIOLENCE", Care.Leave.WITHHELD, Care.Leave.WITHHELD);
    private static final Care GIVEN = new Care("SELF_HARM", Care.Leave.GIVEN, Care.Leave.GIVEN);

    private static Scene talk() {
        return Scene.anaHasTheFloor(Pace.FULL).says(ANA);
    }

    @Test
    void the_return_asks_each_alone_and_two_yeses_begin_afresh() {
        Scene scene = talk().presses(SAM, Move.PAUSE).says(ANA).waits();
        assertThat(scene.toldPrompts(ANA)).containsExactly(Prompt.RETURN_ASKED);
        assertThat(scene.toldPrompts(SAM)).containsExactly(Prompt.RETURN_ASKED);

        assertThat(scene.presses(ANA, Move.GO_ON).heard()).isEmpty();
        scene.presses(SAM, Move.GO_ON);
        assertThat(scene.heardPrompts()).startsWith(Prompt.RESUMED);
        assertThat(scene.toldPrompts(ANA)).as("her draft").containsExactly(Prompt.YOUR_WORDS_BACK);
        assertThat(scene.now().moves(ANA)).contains(Move.PASS);
    }

    @Test
    void a_no_and_a_silence_read_the_same() {
        Scene no = talk().presses(SAM, Move.PAUSE)
                .waits()
                .presses(ANA, Move.NOT_NOW)
                .waits();
        Scene silence = talk().presses(SAM, Move.PAUSE).waits().waits();

        assertThat(no.heard()).isEqualTo(silence.heard()).isNotEmpty();
    }

    @Test
    void more_than_a_day_takes_both() {
        Scene scene = talk().presses(SAM, Move.PAUSE);
        Instant until = scene.clock().plus(Duration.ofDays(2));

        assertThat(scene.pausesUntil(SAM, until).heard()).isEmpty();
        assertThat(scene.pausesUntil(ANA, until).heardPrompts()).containsExactly(Prompt.PAUSED);
        assertThat(scene.phase().wakesAt()).contains(until);
    }

    @Test
    void whoever_wrote_of_being_hurt_is_not_brought_back_early() {
        Scene scene = talk().stepsAside(ANA, WITHHELD);

        assertThat(scene.now().moves(ANA)).contains(Move.MISREAD).doesNotContain(Move.GO_ON);
        assertThat(scene.presses(ANA, Move.GO_ON).effects()).isEmpty();
        assertThat(scene.presses(ANA, Move.MISREAD).toldPrompts(SAM)).containsExactly(Prompt.RETURN_ASKED);
    }

    @Test
    void whoever_was_put_off_once_is_not_put_off_again_because_of_a_pause() {
        Scene scene = talk().presses(ANA, Move.PASS).namesTheBlock(SAM);
        scene.presses(SAM, Move.HEARD_FIRST).presses(SAM, Move.ENOUGH);
        scene.stepsAside(ANA, GIVEN).presses(ANA, Move.GO_ON).presses(SAM, Move.GO_ON);
        scene.says(ANA).presses(ANA, Move.PASS).namesTheBlock(SAM);

        assertThat(scene.phase()).isInstanceOf(LeaningIn.class);
        assertThat(scene.now().moves(SAM)).doesNotContain(Move.HEARD_FIRST);
    }

    @Test
    void what_was_withheld_stays_withheld_after_further_words() {
        Scene scene = talk().stepsAside(ANA, WITHHELD).stepsAside(ANA, GIVEN);

        assertThat(scene.now().moves(ANA)).doesNotContain(Move.GO_ON, Move.SHOW_TO_PARTNER);
    }

    @Test
    void words_of_being_hurt_in_an_ordinary_pause_bring_help_and_show_nothing() {
        Scene scene = talk().presses(ANA, Move.PAUSE).stepsAside(ANA, WITHHELD);

        assertThat(scene.effects()).singleElement().isInstanceOf(Effect.StepAside.class);
        assertThat(scene.now().moves(ANA)).doesNotContain(Move.GO_ON);
    }

    @Test
    void two_who_both_wrote_cannot_tell_it_of_each_other() {
        Scene both = talk().stepsAside(ANA, WITHHELD).stepsAside(SAM, GIVEN);
        Scene one = talk().presses(ANA, Move.PAUSE).stepsAside(SAM, GIVEN);

        assertThat(both.now().moves(SAM)).isEqualTo(one.now().moves(SAM)).contains(Move.MISREAD);
    }
}

package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.floor.Scene.ANA;
import static org.turnstone.floor.Scene.SAM;
import static org.turnstone.floor.Scene.sounding;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;

/** What one person is told in private does not show in anything that another sees, not even in a choice of words. */
class PrivateIsPrivateTest {
    private static final Reading DEFENDING = sounding(Kind.JUSTIFICATION, Strength.FIRM);

    @Test
    void a_note_to_one_does_not_change_the_wording_of_a_note_to_the_other() {
        assertThat(samIsToldAfterAna(DEFENDING)).isEqualTo(samIsToldAfterAna(Reading.NOTHING));
    }

    private static List<Line> samIsToldAfterAna(Reading anas) {
        Scene scene = Scene.anaHasTheFloor(Pace.FULL).says(ANA, anas).presses(ANA, Move.PASS);
        scene.says(SAM).presses(SAM, Move.REPLY_DONE).presses(ANA, Move.THATS_IT);
        return scene.says(SAM, sounding(Kind.HARSH_START_UP, Strength.HARD)).told(SAM);
    }

    @Test
    void one_persons_notes_leave_the_other_as_many_as_ever() {
        Scene scene = Scene.anaHasTheFloor(Pace.FULL).says(ANA, sounding(Kind.HARSH_START_UP, Strength.HARD));
        scene.presses(ANA, Move.PASS).says(SAM, DEFENDING);

        assertThat(scene.toldPrompts(SAM)).contains(Prompt.NUDGE);
    }

    @Test
    void another_opening_for_one_leaves_the_others_round_as_it_was() {
        assertThat(anasOpeningAfterSamHad(3)).isEqualTo(anasOpeningAfterSamHad(1));
    }

    private static List<Line> anasOpeningAfterSamHad(int openings) {
        Scene scene = Scene.anaHasTheFloor(Pace.FULL).says(ANA).presses(ANA, Move.PASS);
        for (int i = 1; i < openings; i++) {
            scene.presses(SAM, Move.ANOTHER_OPENING);
        }
        scene.says(SAM).presses(SAM, Move.REPLY_DONE).presses(ANA, Move.THATS_IT);
        return scene.says(SAM).presses(SAM, Move.PASS).told(ANA);
    }

    @Test
    void a_check_or_a_kept_word_of_one_does_not_change_the_wording_for_the_other() {
        Scene checked = Scene.anaHasTheFloor(Pace.FULL).says(SAM).does(measuredBy(SAM));
        Scene unchecked = Scene.anaHasTheFloor(Pace.FULL);

        assertThat(checked.does(measuredBy(ANA)).told(ANA))
                .isEqualTo(unchecked.does(measuredBy(ANA)).told(ANA));
    }

    private static Event measuredBy(Person person) {
        return new Event.Measured(person, Scene.EVENING, 2);
    }
}

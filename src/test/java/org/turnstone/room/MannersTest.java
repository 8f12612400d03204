package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Sensitivity;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

class MannersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");

    private static Finding finding(Kind kind, String rule) {
        return new Finding(kind, rule, 0, 1);
    }

    private static Reading flagged(Finding... findings) {
        return new Reading(Verdict.MIXED, Strength.MILD, List.of(findings), false);
    }

    @Test
    void each_choice_changes_itself_alone() {
        Manners all = Manners.UNSAID
                .withLanguage("es")
                .withSensitivity(Sensitivity.GENTLE)
                .muting("a")
                .muting("b")
                .withReach(Manners.Reach.DIRECT_MESSAGE)
                .withCountry(Optional.of("IE"))
                .setUp(NOW)
                .restingAWeekUntil(NOW.plusSeconds(9));
        assertThat(all.language()).isEqualTo("es");
        assertThat(all.sensitivity()).isEqualTo(Sensitivity.GENTLE);
        assertThat(all.muted()).containsExactly("a", "b");
        assertThat(all.reach()).isEqualTo(Manners.Reach.DIRECT_MESSAGE);
        assertThat(all.country()).contains("IE");
        assertThat(all.setUpAt()).contains(NOW);
        assertThat(all.notUntil()).contains(NOW.plusSeconds(9));
        assertThat(all.hearing("a").muted()).containsExactly("b");
        assertThat(all.unmuted().muted()).isEmpty();
        assertThat(all.notSetUp().setUpAt()).isEmpty();
    }

    @Test
    void whoever_rests_a_little_longer_is_still_asked_again_and_whoever_rests_no_more_is_not() {
        Manners week = Manners.UNSAID.restingAWeekUntil(NOW);
        assertThat(week.restingUntil(Optional.of(NOW.plusSeconds(1))).asksAgain())
                .contains(NOW);
        assertThat(week.restingUntil(Optional.empty()).asksAgain()).isEmpty();
    }

    @Test
    void a_reading_is_muted_where_everything_in_it_that_may_hurt_is_muted() {
        Manners manners = Manners.UNSAID.muting("a");
        assertThat(manners.mutes(flagged(finding(Kind.YES_BUT, "a")))).isTrue();
        assertThat(manners.mutes(flagged(finding(Kind.YES_BUT, "a"), finding(Kind.VALIDATION, "v"))))
                .isTrue();
        assertThat(manners.mutes(flagged(finding(Kind.YES_BUT, "a"), finding(Kind.DENIAL, "b"))))
                .isFalse();
        assertThat(manners.mutes(Reading.NOTHING)).isFalse();
    }
}

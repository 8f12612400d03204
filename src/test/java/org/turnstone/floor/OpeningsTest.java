package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

class OpeningsTest {
    private static Prompt instead(Role role, Verdict verdict, Kind... kinds) {
        List<Finding> found =
                Stream.of(kinds).map(k -> new Finding(k, k.label(), 0, 1)).toList();
        return Openings.insteadOf(new Reading(verdict, Strength.FIRM, found, false), role);
    }

    @Test
    void each_kind_of_defending_has_an_opening_of_its_own() {
        Set<Prompt> openings = EnumSet.noneOf(Prompt.class);
        for (Kind kind : Kind.values()) {
            if (kind.side() == Kind.Side.DEFENDING) {
                assertThat(openings.add(instead(Role.LISTENER, Verdict.DEFENDING, kind)))
                        .as(kind.label())
                        .isTrue();
            }
        }
        assertThat(openings).noneMatch(p -> p.name().startsWith("OPENING_"));
    }

    @Test
    void what_was_found_most_decides_and_then_what_stands_first() {
        assertThat(instead(Role.LISTENER, Verdict.DEFENDING, Kind.DENIAL, Kind.CONTEMPT, Kind.CONTEMPT))
                .isEqualTo(Prompt.INSTEAD_OF_CONTEMPT);
        assertThat(instead(Role.LISTENER, Verdict.DEFENDING, Kind.EMPATHY, Kind.EMPATHY, Kind.DENIAL, Kind.CONTEMPT))
                .isEqualTo(Prompt.INSTEAD_OF_DENIAL);
    }

    @Test
    void a_validation_that_was_taken_back_is_asked_to_stand() {
        assertThat(instead(Role.LISTENER, Verdict.MIXED, Kind.VALIDATION, Kind.JUSTIFICATION))
                .isEqualTo(Prompt.INSTEAD_OF_TAKING_BACK);
    }

    @Test
    void a_speaker_is_offered_a_softer_way_in() {
        assertThat(instead(Role.SPEAKER, Verdict.DEFENDING, Kind.HARSH_START_UP))
                .isEqualTo(Prompt.SOFT_START_UP);
        assertThat(instead(Role.SPEAKER, Verdict.DEFENDING, Kind.CONTEMPT)).isEqualTo(Prompt.SOFT_WITHOUT_AN_EDGE);
        assertThat(instead(Role.SPEAKER, Verdict.DEFENDING, Kind.ABSOLUTES)).isEqualTo(Prompt.SOFT_ABOUT_ONE_TIME);
    }
}

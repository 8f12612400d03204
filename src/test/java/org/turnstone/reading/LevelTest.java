package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LevelTest {
    private static Reading leaning(Kind... kinds) {
        List<Finding> found =
                Stream.of(kinds).map(k -> new Finding(k, k.label(), 0, 1)).toList();
        return new Reading(Verdict.LEANING_IN, Strength.FIRM, found, false);
    }

    @Test
    void the_highest_level_that_was_reached_counts() {
        assertThat(leaning(Kind.CURIOSITY).level()).contains(Level.ATTENDING);
        assertThat(leaning(Kind.REFLECTION, Kind.PRESENCE).level()).contains(Level.REFLECTING);
        assertThat(leaning(Kind.EMPATHY, Kind.REFLECTION).level()).contains(Level.SAYING_THE_UNSPOKEN);
        assertThat(leaning(Kind.OWNERSHIP).level()).contains(Level.MAKING_SENSE);
    }

    @Test
    void a_feeling_that_is_shared_and_makes_sense_is_felt_with() {
        assertThat(leaning(Kind.EMPATHY, Kind.VALIDATION).level()).contains(Level.FEELING_WITH);
    }

    @Test
    void where_nothing_leans_in_there_is_no_level() {
        assertThat(Reading.NOTHING.level()).isEmpty();
        assertThat(leaning(Kind.DENIAL).level()).isEmpty();
    }
}

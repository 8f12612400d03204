package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.turnstone.reading.Kind;

class CountedTest {
    @Test
    void what_is_joint_is_counted_of_everybody_and_the_rest_of_one_alone() {
        assertThat(Counted.values())
                .filteredOn(Counted::isJoint)
                .containsExactly(Counted.TALKS, Counted.TURNS, Counted.BOTH_HEARD, Counted.REPAIRS);
        assertThat(Counted.helped(Kind.EMPATHY)).isEqualTo(Counted.HELPED_EMPATHY);
    }
}

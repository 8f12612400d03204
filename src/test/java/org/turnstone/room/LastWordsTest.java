package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.turnstone.floor.Person;

class LastWordsTest {
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");

    @Test
    void a_reply_is_read_beside_what_the_other_said_last_and_not_beside_ones_own_words() {
        LastWords last = new LastWords();
        assertThat(last.before("r", SAM)).isEmpty();
        last.said("r", ANA, "I felt alone.");
        assertThat(last.before("r", SAM)).isEqualTo("I felt alone.");
        assertThat(last.before("r", ANA)).isEmpty();
        for (int i = 0; i < 10_000; i++) {
            last.said("other" + i, ANA, "x");
        }
        assertThat(last.before("r", SAM)).as("only so many are remembered").isEmpty();
        assertThat(last.before("other0", SAM)).isEqualTo("x");
    }
}

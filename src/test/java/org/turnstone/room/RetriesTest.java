package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstone.room.Retries.Failing;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");

    private final Retries retries = new Retries();

    /** Fails at {@code at}, and is tried again as soon as it is due. */
    private Instant failsAndIsDue(Instant at) {
        retries.failed("r", at);
        Instant due = at;
        while (!retries.isDue("r", due)) {
            due = due.plusSeconds(1);
        }
        return due;
    }

    @Test
    void it_is_tried_again_after_twice_as_long_each_time_up_to_five_minutes() {
        List<Long> pauses = new ArrayList<>();
        Instant at = NOW;
        for (int i = 0; i < 11; i++) {
            Instant due = failsAndIsDue(at);
            pauses.add(Duration.between(at, due).toSeconds());
            at = due;
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void what_worked_once_begins_anew() {
        failsAndIsDue(NOW);
        retries.worked("r");
        assertThat(retries.isDue("r", NOW)).isTrue();
        assertThat(retries.failed("r", NOW)).isEqualTo(new Failing(NOW, 1));
    }

    @Test
    void a_room_never_heard_of_is_due() {
        assertThat(retries.isDue("elsewhere", NOW)).isTrue();
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_it_waiting() {
        retries.failed("r", NOW);
        assertThat(retries.isDue("r", NOW)).isFalse();
        assertThat(retries.isDue("r", NOW.minus(Duration.ofMinutes(4)))).isFalse();
        assertThat(retries.isDue("r", NOW.minus(Duration.ofMinutes(6)))).isTrue();
    }

    @Test
    void failures_are_counted_from_the_first_in_a_row_and_waiting_is_none() {
        retries.failed("r", NOW);
        assertThat(retries.failed("r", NOW.plusSeconds(9))).isEqualTo(new Failing(NOW, 2));
        retries.waited("r", NOW.plusSeconds(20));
        assertThat(retries.failed("r", NOW.plusSeconds(30))).isEqualTo(new Failing(NOW.plusSeconds(20), 1));
        retries.waited("elsewhere", NOW);
        assertThat(retries.failed("elsewhere", NOW)).isEqualTo(new Failing(NOW, 1));
    }
}

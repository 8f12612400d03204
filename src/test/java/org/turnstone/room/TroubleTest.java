package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.turnstone.room.Retries.Failing;

class TroubleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");

    @Test
    void it_is_given_up_after_its_time_and_six_tries_of_its_own_and_not_a_moment_before() {
        Duration owed = Duration.ofMinutes(15);
        Failing enough = new Failing(NOW.minus(Duration.ofMinutes(5)), 6);
        assertThat(Trouble.FAULTY.isOver(owed, enough, NOW)).isTrue();
        assertThat(Trouble.FAULTY.isOver(owed.minusMillis(1), enough, NOW)).isFalse();
        assertThat(Trouble.FAULTY.isOver(owed, new Failing(enough.since(), 5), NOW))
                .isFalse();
        assertThat(Trouble.FAULTY.isOver(owed, new Failing(enough.since().plusMillis(1), 6), NOW))
                .isFalse();
        assertThat(Trouble.REFUSED.isOver(owed, enough, NOW)).isFalse();
    }
}

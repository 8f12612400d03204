package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** How long is waited, and when nobody is called: on the days on which clocks change too. */
class WaitsTest {
    private static final Waits WAITS = Waits.in(ZoneId.of("Europe/Berlin"));

    private static Instant at(String berlin) {
        return LocalDateTime.parse(berlin).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }

    @Test
    void late_in_the_evening_a_pause_ends_tomorrow_at_nine() {
        assertThat(WAITS.usualReturn(at("2026-03-03T21:39"))).isEqualTo(at("2026-03-03T21:59"));
        assertThat(WAITS.usualReturn(at("2026-03-03T22:00"))).isEqualTo(at("2026-03-04T09:00"));
        assertThat(WAITS.usualReturn(at("2026-03-04T02:30"))).isEqualTo(at("2026-03-04T09:00"));
    }

    @Test
    void nobody_is_called_between_eleven_and_seven() {
        Instant evening = at("2026-03-03T20:00");
        assertThat(WAITS.returnAt(evening, at("2026-03-03T22:59"))).isEqualTo(at("2026-03-03T22:59"));
        assertThat(WAITS.returnAt(evening, at("2026-03-03T23:00"))).isEqualTo(at("2026-03-04T07:00"));
        assertThat(WAITS.returnAt(evening, at("2026-03-04T06:59"))).isEqualTo(at("2026-03-04T07:00"));
    }

    @Test
    void a_day_that_ends_in_the_night_ends_before_it() {
        assertThat(WAITS.returnAt(at("2026-03-03T23:30"), at("2026-03-09T12:00")))
                .isEqualTo(at("2026-03-04T22:59"));
    }

    @Test
    void seven_is_seven_when_clocks_change() {
        assertThat(WAITS.returnAt(at("2026-03-28T20:00"), at("2026-03-29T03:30")))
                .isEqualTo(at("2026-03-29T07:00"));
        assertThat(WAITS.returnAt(at("2026-10-24T20:00"), at("2026-10-25T01:30")))
                .isEqualTo(at("2026-10-25T07:00"));
        assertThat(WAITS.usualReturn(at("2026-03-28T22:30"))).isEqualTo(at("2026-03-29T09:00"));
        assertThat(Duration.between(at("2026-03-28T22:30"), at("2026-03-29T09:00")))
                .isEqualTo(Duration.ofMinutes(570));
    }

    @Test
    void a_pause_has_at_least_twenty_minutes() {
        Instant now = at("2026-03-03T20:00");
        assertThat(WAITS.returnAt(now, now.plusSeconds(60))).isEqualTo(at("2026-03-03T20:20"));
    }

    @Test
    void later_is_not_never() {
        Instant now = at("2026-03-03T20:00");
        assertThat(WAITS.laterAt(now, at("2031-01-01T00:00"))).isEqualTo(at("2026-03-05T00:00"));
        assertThat(WAITS.laterAt(now, at("2026-03-01T00:00"))).isEqualTo(now);
    }

    @Test
    void tomorrow_is_always_ahead() {
        assertThat(WAITS.tomorrow(at("2026-03-04T06:30"), LocalTime.of(6, 0))).isEqualTo(at("2026-03-05T06:00"));
        assertThat(WAITS.tomorrow(at("2026-03-04T00:30"), LocalTime.of(9, 0))).isEqualTo(at("2026-03-04T09:00"));
    }
}

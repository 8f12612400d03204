package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How long is waited for what, and when nobody is called.
 *
 * @param invitation until an unanswered invitation gently expires
 * @param askAgain before the same person may ask again after a "not today"
 * @param quiet of the speaker before "over to the other?" is offered once
 * @param bubbles of quiet after which a reply is taken to be whole
 * @param encourage before the one who is waited for hears, once, that there is no hurry
 * @param shortestPause the least that a pause is offered for: 20 minutes, which a flooded body needs (Gottman)
 * @param longestPause the most that one person may ask for: 24 hours (PREP's time-out)
 * @param returnWindow in which both may say "go on" once the pause is over
 * @param closing until a closing that nobody ends ends itself
 * @param zone the room's own time
 * @param lateFrom from when on "tomorrow" is the first choice for a pause
 * @param nightFrom from when on nobody is called back
 * @param nightUntil until when nobody is called back
 * @param tomorrowAt when tomorrow is, where no time is named
 */
public record Waits(
        Duration invitation,
        Duration askAgain,
        Duration quiet,
        Duration bubbles,
        Duration encourage,
        Duration shortestPause,
        Duration longestPause,
        Duration returnWindow,
        Duration closing,
        ZoneId zone,
        LocalTime lateFrom,
        LocalTime nightFrom,
        LocalTime nightUntil,
        LocalTime tomorrowAt) {

    /** The defaults, in {@code zone}. */
    public static Waits in(ZoneId zone) {
        return new Waits(
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                Duration.ofMinutes(2),
                Duration.ofSeconds(90),
                Duration.ofMinutes(10),
                Duration.ofMinutes(20),
                Duration.ofHours(24),
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                zone,
                LocalTime.of(22, 0),
                LocalTime.of(23, 0),
                LocalTime.of(7, 0),
                LocalTime.of(9, 0));
    }

    /** When a pause called at {@code now} ends if no time is named: in 20 minutes, or tomorrow when it is late. */
    public Instant usualReturn(Instant now) {
        return isLate(now) ? tomorrow(now, tomorrowAt) : outOfTheNight(now.plus(shortestPause));
    }

    /** The instant asked for, made not too soon and not too late, and never in the night. */
    public Instant returnAt(Instant now, Instant wished) {
        Instant soonest = now.plus(shortestPause);
        Instant latest = now.plus(longestPause);
        Instant morning = outOfTheNight(within(soonest, wished, latest));
        Instant evening = beforeTheNight(latest);
        return morning.isAfter(latest) && !evening.isBefore(soonest) ? evening : morning;
    }

    /** Until when "later" may put somebody off: until the end of tomorrow, so that it is not a never. */
    public Instant laterAt(Instant now, Instant wished) {
        LocalDate afterTomorrow = now.atZone(zone).toLocalDate().plusDays(2);
        return within(now, wished, afterTomorrow.atStartOfDay(zone).toInstant());
    }

    private static Instant within(Instant soonest, Instant wished, Instant latest) {
        return wished.isBefore(soonest) ? soonest : wished.isAfter(latest) ? latest : wished;
    }

    /** The coming {@code time} of the next day, or of this one in the hours after midnight. */
    public Instant tomorrow(Instant now, LocalTime time) {
        ZonedDateTime here = now.atZone(zone);
        boolean afterMidnight = here.toLocalTime().isBefore(nightUntil) && time.isAfter(here.toLocalTime());
        return at(here.toLocalDate().plusDays(afterMidnight ? 0 : 1), time);
    }

    /** Whether "tomorrow" is the kinder choice now. */
    public boolean isLate(Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return !time.isBefore(lateFrom) || time.isBefore(nightUntil);
    }

    /** {@code when}, or the morning after it where it falls in the night. */
    Instant outOfTheNight(Instant when) {
        ZonedDateTime here = when.atZone(zone);
        LocalTime time = here.toLocalTime();
        if (time.isBefore(nightUntil)) {
            return at(here.toLocalDate(), nightUntil);
        }
        return time.isBefore(nightFrom) ? when : at(here.toLocalDate().plusDays(1), nightUntil);
    }

    /** {@code when}, or the last minute before the night that it falls in. */
    private Instant beforeTheNight(Instant when) {
        ZonedDateTime here = when.atZone(zone);
        LocalTime time = here.toLocalTime();
        if (time.isBefore(nightUntil)) {
            return at(here.toLocalDate().minusDays(1), nightFrom.minusMinutes(1));
        }
        return time.isBefore(nightFrom) ? when : at(here.toLocalDate(), nightFrom.minusMinutes(1));
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}

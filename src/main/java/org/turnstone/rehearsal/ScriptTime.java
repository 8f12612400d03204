package org.turnstone.rehearsal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time in a transcript, in words: {@code 2 minutes later}, {@code the next morning}, {@code at 23:10}. For one thread. */
final class ScriptTime {
    /** A Tuesday evening, on which nobody's clock changes. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 3);

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration FROM_LINE_TO_LINE = Duration.ofSeconds(20);
    private static final Pattern LATER = Pattern.compile("(\\d+) (second|minute|hour|day)s? later");
    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1));

    private final ZoneId zone;
    private Instant now;

    ScriptTime(ZoneId zone) {
        this.zone = zone;
        this.now = FIRST_DAY.atTime(EVENING).atZone(zone).toInstant();
    }

    Instant now() {
        return now;
    }

    void to(Instant moment) {
        now = moment;
    }

    Instant nextLine() {
        return now.plus(FROM_LINE_TO_LINE);
    }

    /** The moment that {@code words} name, always after now. */
    Optional<Instant> moment(String words) {
        Matcher later = LATER.matcher(words);
        if (later.matches()) {
            Duration unit = UNITS.getOrDefault(later.group(2), Duration.ZERO);
            return Optional.of(now.plus(unit.multipliedBy(Long.parseLong(later.group(1)))));
        }
        if (words.startsWith("tomorrow at ")) {
            return time(words.substring("tomorrow at ".length())).map(t -> on(1, t));
        }
        return switch (words) {
            case "the next morning" -> Optional.of(on(1, MORNING));
            case "the next evening" -> Optional.of(on(1, EVENING));
            default -> words.startsWith("at ") ? time(words.substring(3)).map(this::next) : Optional.empty();
        };
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant on(int days, LocalTime time) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }

    private Instant next(LocalTime time) {
        Instant today = on(0, time);
        return today.isAfter(now) ? today : on(1, time);
    }

    /** As a line of the bot says it: {@code at 21:40}, {@code tomorrow at 9:00}. */
    String said(Instant moment) {
        ZonedDateTime then = moment.atZone(zone);
        String time = then.getHour() + ":" + (then.getMinute() < 10 ? "0" : "") + then.getMinute();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (then.toLocalDate().equals(today)) {
            return "at " + time;
        }
        return then.toLocalDate().equals(today.plusDays(1))
                ? "tomorrow at " + time
                : "on " + then.toLocalDate() + " at " + time;
    }
}

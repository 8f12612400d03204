package org.turnstone.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Scribe;

/** How names and moments are written in a web room. Threads may share one. */
final class Hands implements Scribe.Hand {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final int WEEK = 7;

    private final Seats seats;
    private final Scribe scribe;
    private final ZoneId zone;
    private final Clock clock;

    Hands(Seats seats, Scribe scribe, ZoneId zone, Clock clock) {
        this.seats = seats;
        this.scribe = scribe;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public String name(Person person) {
        return Names.inSentence(plainName(person));
    }

    String plainName(Person person) {
        return seats.nameOrCalled(Seat.of(person))
                .orElseGet(() -> scribe.book(person).text(Text.WEB_SOMEBODY));
    }

    boolean isNamed(Person person) {
        return seats.name(person).isPresent();
    }

    @Override
    public String when(Instant moment, PromptBook book) {
        ZonedDateTime then = moment.atZone(zone);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        String time = HOUR.format(then);
        if (then.toLocalDate().equals(today)) {
            return book.text(Text.WHEN_TODAY, Map.of("time", time));
        }
        if (then.toLocalDate().equals(today.plusDays(1))) {
            return book.text(Text.WHEN_TOMORROW, Map.of("time", time));
        }
        return book.text(
                Text.WHEN_LATER,
                Map.of("day", day(then, today, Locale.forLanguageTag(book.text(Text.LANGUAGE_TAG))), "time", time));
    }

    private static String day(ZonedDateTime then, LocalDate today, Locale locale) {
        boolean near = then.toLocalDate().isBefore(today.plusDays(WEEK));
        return near
                ? then.getDayOfWeek().getDisplayName(TextStyle.FULL, locale)
                : then.getDayOfMonth() + " " + then.getMonth().getDisplayName(TextStyle.FULL, locale);
    }
}

package org.turnstone.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.turnstone.floor.Waits;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;

/**
 * The times that a person can choose for a later turn and for a pause. Times in minutes are counted from the tap.
 *
 * @param waits the room's own clock and night
 */
record Choices(Waits waits) {
    private static final LocalTime TONIGHT = LocalTime.of(20, 30);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    ObjectNode at(Instant now, PromptBook book) {
        ObjectNode choices = Json.object();
        later(choices.putArray("later"), now, book);
        pause(choices.putArray("pause"), now, book);
        return choices;
    }

    private void later(ArrayNode later, Instant now, PromptBook book) {
        in(later, Duration.ofMinutes(30), book.text(Text.LATER_HALF_AN_HOUR));
        ZonedDateTime tonight = now.atZone(waits.zone()).with(TONIGHT);
        if (tonight.toInstant().isAfter(now.plus(Duration.ofHours(1)))) {
            at(later, tonight.toInstant(), book.text(Text.LATER_TONIGHT));
        }
        at(later, tomorrow(now), book.text(Text.LATER_TOMORROW, time()));
    }

    /** Late in the evening tomorrow comes first; in the night nobody is called back. */
    private void pause(ArrayNode pause, Instant now, PromptBook book) {
        if (waits.isLate(now)) {
            at(pause, tomorrow(now), book.text(Text.PAUSE_TOMORROW, time()));
        }
        in(pause, Duration.ofMinutes(20), book.text(Text.PAUSE_TWENTY_MINUTES));
        in(pause, Duration.ofHours(1), book.text(Text.PAUSE_AN_HOUR));
        if (!waits.isLate(now)) {
            at(pause, tomorrow(now), book.text(Text.PAUSE_TOMORROW, time()));
        }
    }

    private Instant tomorrow(Instant now) {
        return waits.tomorrow(now, waits.tomorrowAt());
    }

    private Map<String, String> time() {
        return Map.of("time", HOUR.format(waits.tomorrowAt()));
    }

    private static void in(ArrayNode choices, Duration wait, String label) {
        choices.addObject().put("label", label).put("minutes", wait.toMinutes());
    }

    private static void at(ArrayNode choices, Instant at, String label) {
        choices.addObject().put("label", label).put("at", at.toEpochMilli());
    }
}

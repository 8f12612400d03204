package org.turnstone.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.turnstone.prompts.PromptBook;
import org.turnstone.reading.Kind;
import org.turnstone.room.Counted;
import org.turnstone.room.Tallies;

/**
 * Looking back: what was counted for everybody in a room together, and for one person alone. Nobody is ever shown a count of
 * another. Threads may share one.
 */
final class Looking {
    private final House house;

    Looking(House house) {
        this.house = house;
    }

    ObjectNode back(Seat seat) {
        ObjectNode looked = Json.message("looked");
        days(looked.putArray("joint"), house.tallies().of(Tallies.Owner.of(seat.room())));
        SortedMap<LocalDate, Map<Counted, Integer>> own = house.tallies().of(Tallies.Owner.of(seat.person()));
        days(looked.putArray("own"), own);
        helped(looked.putArray("helped"), own, house.scribe().book(seat.person()));
        return looked;
    }

    private static void days(ArrayNode days, SortedMap<LocalDate, Map<Counted, Integer>> counts) {
        counts.forEach((day, counted) -> {
            ObjectNode node = days.addObject().put("day", day.toString());
            counted.forEach((what, times) -> node.put(what.name().toLowerCase(Locale.ROOT), times));
        });
    }

    /** What one's answers showed that reached the other, by the name that a kind has in the reader's language. */
    private static void helped(ArrayNode helped, SortedMap<LocalDate, Map<Counted, Integer>> own, PromptBook book) {
        for (Kind kind : Kind.values()) {
            if (kind.side() == Kind.Side.LEANING_IN) {
                Counted what = Counted.helped(kind);
                int times = own.values().stream()
                        .mapToInt(day -> day.getOrDefault(what, 0))
                        .sum();
                helped.addObject().put("name", book.name(kind)).put("times", times);
            }
        }
    }
}

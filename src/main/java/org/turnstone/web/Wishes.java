package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Sensitivity;
import org.turnstone.room.Manners;
import org.turnstone.room.Tallies;

/** What somebody chooses for themselves, at set-up and later; nobody else learns of it. Threads may share one. */
final class Wishes {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final House house;
    private final Seats seats;
    private final Pages pages;
    private final Copies copies;
    private final Retention retention;

    Wishes(House house, Seats seats, Pages pages, Copies copies, Retention retention) {
        this.house = house;
        this.seats = seats;
        this.pages = pages;
        this.copies = copies;
        this.retention = retention;
    }

    /** The end of set-up, the same for everyone; "not for me" only sets the pair's date, and in a circle keeps nobody else away. */
    void setUp(Seat seat, JsonNode message) {
        retention.choose(seat, message);
        switches(seat, message);
        Instant now = house.clock().instant();
        if (message.path("notForMe").asBoolean()) {
            house.rooms().notBefore(seat.room(), seat.person(), now.plus(house.notBefore()));
        }
        save(seat, manners(seat).setUp(now));
        pages.tellMine(seat);
    }

    void wish(Seat seat, JsonNode message) {
        retention.choose(seat, message);
        switches(seat, message);
        Arrays.stream(Sensitivity.values())
                .filter(s -> s.name().equals(message.path("sensitivity").asText()))
                .forEach(s -> save(seat, manners(seat).withSensitivity(s)));
        if (message.has("resting")) {
            save(seat, resting(manners(seat), message.path("resting").asText()));
        }
        copy(seat, message.path("copy").asText());
        if (message.path("clearCounts").asBoolean()) {
            house.tallies().forget(Tallies.Owner.of(seat.person()));
        }
        if (message.path("erase").asBoolean()) {
            house.holdings().eraseWords(seat.room(), seat.person());
            pages.tellErased(seat);
            pages.refresh(seat.room());
        }
        pages.tellMine(seat);
    }

    private void copy(Seat seat, String answer) {
        if (answer.equals("yes")) {
            copies.agree(seat);
        } else if (answer.equals("no")) {
            copies.refuse(seat);
        }
        if (!answer.isEmpty()) {
            seats.all(seat.id()).forEach(pages::tellMine);
        }
    }

    /** A private "not today" ends with the night, or after a week; anything else takes it back. */
    private Manners resting(Manners manners, String how) {
        Instant now = house.clock().instant();
        return switch (how) {
            case "today" ->
                manners.restingUntil(Optional.of(house.customs()
                        .waits()
                        .tomorrow(now, house.customs().waits().nightUntil())));
            case "week" -> manners.restingAWeekUntil(now.plus(A_WEEK));
            default -> manners.restingUntil(Optional.empty());
        };
    }

    private void switches(Seat seat, JsonNode message) {
        for (String what : List.of("drafts", "typing")) {
            if (message.path(what).isBoolean()) {
                seats.choose(seat, what, message.path(what).asBoolean() ? "yes" : "no");
            }
        }
    }

    private Manners manners(Seat seat) {
        return house.people().of(seat.person());
    }

    private void save(Seat seat, Manners manners) {
        house.people().save(seat.person(), manners);
    }
}

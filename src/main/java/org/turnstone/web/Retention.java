package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.turnstone.room.Input;

/**
 * Sees to it that what is written in a room is gone when the time that its people chose is up: its lines, and the sealed words
 * that they gave (a topic, a block, a next step). Threads may share one.
 */
final class Retention {
    /** A further room that nobody has come into for so long goes with everything in it: set-up would begin anew as well. */
    private static final Duration UNUSED = Duration.ofDays(90);

    private final House house;
    private final Seats seats;
    private final Pages pages;
    private final Desk desk;

    Retention(House house, Seats seats, Pages pages, Desk desk) {
        this.house = house;
        this.seats = seats;
        this.pages = pages;
        this.desk = desk;
    }

    /** Something was taken in: words that were given with it go with the room's time, or with the talk. */
    void taken(String room, Input input, Instant at) {
        boolean gives = !(input instanceof Input.Wrote) && input.text().isPresent();
        if (gives) {
            pages.keep(room).until(at).ifPresent(until -> house.store().keepGiven(room, until));
        }
    }

    /** The talk is over, and with it what was kept for as long as it went on. */
    void talkEnded(String room, Instant at) {
        house.text().talkEnded(room);
        pages.tellTalkEnded(room);
        if (pages.keep(room) == Keep.TALK) {
            house.store().keepGiven(room, at);
        }
    }

    /** Somebody chose how long; a shorter time holds for what stands already, a longer one only for what comes. */
    void choose(Seat seat, JsonNode message) {
        Stream.of(Keep.values())
                .filter(keep -> keep.name().equals(message.path("keep").asText()))
                .forEach(keep -> choose(seat, keep));
    }

    private void choose(Seat seat, Keep chosen) {
        Keep before = pages.keep(seat.room());
        seats.choose(seat, "keep", chosen.name());
        Keep now = pages.keep(seat.room());
        if (now.compareTo(before) < 0) {
            Duration most = now.time().orElse(Duration.ofDays(1));
            house.text().shorten(seat.room(), most);
            house.store().keepGiven(seat.room(), house.clock().instant().plus(most));
        }
    }

    /** Lets rooms go that nobody uses any more, and gives words their time that a crash left without. */
    void tidy(Instant now) {
        List<List<Seat>> rooms = new ArrayList<>(seats.further());
        rooms.removeIf(room -> isClosed(room.get(0), now));
        rooms.add(seats.first());
        for (List<Seat> room : rooms) {
            String name = room.get(0).room();
            pages.keep(name).until(now).ifPresent(until -> house.store().keepGiven(name, until));
            house.rooms().unlistWhatIsGone(name, now);
        }
    }

    private boolean isClosed(Seat seat, Instant now) {
        boolean unused = seats.lastUsed(seat).plus(UNUSED).isBefore(now);
        if (unused) {
            desk.close(seat.id());
        }
        return unused;
    }
}

package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.turnstone.room.RoomText;

/**
 * A copy of what was said in a room, for those in it, once each of them has agreed: asked alone, for this one copy only, of
 * what stood there when the last one agreed. A "no" and no answer are one and the same to everybody else. Threads may share
 * one.
 */
final class Copies {
    /** How things stand for one person. */
    enum Stands {
        NONE,
        /** Somebody would like a copy, and this person has not answered. */
        QUESTION,
        /** They have agreed, and others have not answered. */
        ASKED,
        /** All have agreed: everybody here can take it, for a while. */
        READY
    }

    private static final String MARK = "copy";
    private static final Duration ANSWERED_WITHIN = Duration.ofHours(24);
    private static final Duration THERE_FOR = Duration.ofHours(1);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final House house;
    private final Seats seats;
    private final Hands hands;

    Copies(House house, Seats seats, Hands hands) {
        this.house = house;
        this.seats = seats;
        this.hands = hands;
    }

    /** Agrees; whoever agrees first asks the others by it. Not again for a while by somebody who has asked in vain. */
    synchronized void agree(Seat seat) {
        if (asked(seat).isEmpty() && !rests(seat)) {
            rest(seat);
            save(seat, Json.object().put("until", now().plus(ANSWERED_WITHIN).toEpochMilli()));
        }
        asked(seat).ifPresent(copy -> {
            copy.put(answer(seat), true);
            boolean all = seats.all(seat.id()).stream()
                    .allMatch(each -> copy.path(answer(each)).asBoolean());
            if (all && !copy.has("upTo")) {
                copy.put("upTo", last(seat)).put("until", now().plus(THERE_FOR).toEpochMilli());
            }
            save(seat, copy);
        });
    }

    /** Says no, or not any more. To the others it stays as if there were no answer yet, until the question ends by itself. */
    synchronized void refuse(Seat seat) {
        asked(seat).filter(copy -> !copy.has("upTo")).ifPresent(copy -> {
            copy.put(answer(seat), false);
            if (seats.all(seat.id()).stream()
                    .noneMatch(each -> copy.path(answer(each)).asBoolean())) {
                house.marks().remove(seat.room(), MARK);
            } else {
                save(seat, copy);
            }
        });
    }

    synchronized Stands stands(Seat seat) {
        Optional<ObjectNode> copy = asked(seat);
        if (copy.isEmpty()) {
            return Stands.NONE;
        }
        if (copy.get().has("upTo")) {
            return Stands.READY;
        }
        JsonNode answer = copy.get().path(answer(seat));
        if (answer.isMissingNode()) {
            return Stands.QUESTION;
        }
        return answer.asBoolean() ? Stands.ASKED : Stands.NONE;
    }

    /** The copy, where all have agreed: what stood there then and has not been erased since. */
    Optional<String> text(Seat seat) {
        if (stands(seat) != Stands.READY) {
            return Optional.empty();
        }
        long upTo = asked(seat).map(copy -> copy.path("upTo").asLong()).orElse(0L);
        return Optional.of(house.text().after(seat.room(), 0).stream()
                .filter(line -> line.seq() <= upTo)
                .map(this::line)
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private String line(RoomText.Entry line) {
        String at = MINUTE.format(line.at().atZone(house.customs().waits().zone()));
        String by = line.by().map(person -> hands.plainName(person) + ": ").orElse("");
        return at + "  " + by + line.text().replace("\n", "\n" + " ".repeat(at.length() + 2));
    }

    private long last(Seat seat) {
        List<RoomText.Entry> lines = house.text().after(seat.room(), 0);
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).seq();
    }

    private Optional<ObjectNode> asked(Seat seat) {
        return house.marks()
                .get(seat.room(), MARK)
                .map(Json::read)
                .filter(copy -> now().toEpochMilli() < copy.path("until").asLong())
                .map(JsonNode::<ObjectNode>deepCopy);
    }

    private void save(Seat seat, ObjectNode copy) {
        house.marks().put(seat.room(), MARK, Json.write(copy));
    }

    private static String answer(Seat seat) {
        return "answer/" + seat.number();
    }

    private boolean rests(Seat seat) {
        return seats.choice(seat, "copyAgain")
                .filter(at -> now().isBefore(Instant.parse(at)))
                .isPresent();
    }

    private void rest(Seat seat) {
        Instant again = now().plus(house.customs().waits().askAgain());
        seats.choose(seat, "copyAgain", again.toString());
    }

    private Instant now() {
        return house.clock().instant();
    }
}

package org.turnstone.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.room.Input;
import org.turnstone.room.Manners;
import org.turnstone.room.MemoryPeople;
import org.turnstone.room.MemoryRooms;
import org.turnstone.room.People;
import org.turnstone.room.PlainEar;
import org.turnstone.room.Rooms;

/**
 * A talk of two that goes its own way by its number, and what a platform hears of it where nothing ever goes wrong. Immutable
 * once made.
 */
final class Talk {
    static final Instant BEGIN = Instant.parse("2026-03-01T19:00:00Z");
    /** The first event; before it is time for what only waits. */
    private static final Instant FIRST = BEGIN.plus(Duration.ofHours(1));

    private static final int LENGTH = 30;

    private final int number;
    private final List<String> acts = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Conversation end;

    Talk(int number) {
        this.number = number;
        MemoryRooms store = new MemoryRooms();
        MemoryPeople people = new MemoryPeople();
        Mouthpiece mouthpiece = new Mouthpiece(store::text, (owed, text) -> heard.add(text));
        Rooms rooms = new Rooms(store, people, language -> new PlainEar(), mouthpiece);
        Random dice = new Random(number);
        for (int i = 0; i < LENGTH; i++) {
            acts.add(
                    i == 0
                            ? "1 ASK_LONGER"
                            : act(dice, i, rooms.conversation(room()).orElseThrow()));
            happens(rooms, people, room(), i, acts.get(i));
        }
        end = rooms.conversation(room()).orElseThrow();
    }

    private String act(Random dice, int i, Conversation c) {
        int who = 1 + dice.nextInt(2);
        List<Move> moves = c.moves(person(room(), who)).stream()
                .filter(move -> move != Move.STOP && move != Move.LEAVE && move != Move.PAUSE)
                .toList();
        boolean writes = moves.isEmpty() || dice.nextInt(2) == 0;
        String words = (dice.nextInt(5) == 0 ? "you always " : "") + "words " + i + " of talk " + number;
        return who + " " + (writes ? "\"" + words : moves.get(dice.nextInt(moves.size())));
    }

    String room() {
        return "talk/" + number;
    }

    /** What somebody does, as one line; empty after the last. */
    Optional<String> act(int i) {
        return i < acts.size() ? Optional.of(acts.get(i)) : Optional.empty();
    }

    int length() {
        return acts.size();
    }

    /** Everything that the platform should hear, in order. */
    List<String> heard() {
        return heard;
    }

    /** How it should stand in the end. */
    Conversation end() {
        return end;
    }

    private static Person person(String room, int who) {
        return new Person(room + ":" + who);
    }

    /** Lets the {@code i}th act of a talk happen in {@code rooms}; the first opens the room. */
    static void happens(Rooms rooms, People people, String room, int i, String act) {
        happens(rooms, people, room, i, act, at(i));
    }

    /** When an act happens by a clock that goes right. */
    static Instant at(int i) {
        return FIRST.plusSeconds(5L * i);
    }

    /** The same by another clock. */
    static void happens(Rooms rooms, People people, String room, int i, String act, Instant at) {
        if (i == 0) {
            open(rooms, people, room);
        }
        int who = act.charAt(0) - '0';
        String what = act.substring(2);
        Input input = what.startsWith("\"")
                ? new Input.Wrote(what.substring(1), Optional.empty())
                : new Input.Pressed(Move.valueOf(what));
        rooms.take(room, "act/" + i, person(room, who), input, at);
    }

    private static void open(Rooms rooms, People people, String room) {
        for (int who = 1; who <= 2; who++) {
            Person person = person(room, who);
            if (people.of(person).setUpAt().isEmpty()) {
                people.save(person, Manners.UNSAID.setUp(BEGIN));
            }
        }
        rooms.open(room, Circle.couple(person(room, 1), person(room, 2)), Customs.in(ZoneId.of("Europe/Dublin")));
    }
}

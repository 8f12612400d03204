package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;

/** Two who have one quick turn after another: asked, accepted, said, answered, felt heard enough, ended. For one thread. */
final class Couple {
    /** A turn; what follows it comes half a day later. */
    private static final List<String> TURN = List.of(
            "1 ASK", "2 HERE", "1 I felt alone at the party.", "2 That sounds lonely, I wasn't there.", "1 STOP");

    static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final Rooms rooms;
    private final String room;
    private final List<Person> two;
    private int done;

    Couple(Rooms rooms, People people, int number) {
        this.rooms = rooms;
        this.room = "bench/" + number;
        this.two = List.of(new Person("bench:" + 2 * number), new Person("bench:" + (2 * number + 1)));
        two.forEach(person -> people.save(person, Manners.UNSAID.setUp(BEGIN)));
        rooms.open(room, Circle.couple(two.get(0), two.get(1)), Customs.in(ZoneId.of("UTC")));
    }

    String room() {
        return room;
    }

    /** When they do what they do next, where turns are so far apart. */
    Instant next(Duration apart) {
        return BEGIN.plus(apart.multipliedBy(done / TURN.size())).plusSeconds(20L * (done % TURN.size()));
    }

    /** Does what comes next, at {@code at}. */
    Taken.How goesOn(Instant at) {
        String act = TURN.get(done % TURN.size());
        Person who = two.get(act.charAt(0) - '1');
        String what = act.substring(2);
        Input input = what.equals(what.toUpperCase(java.util.Locale.ROOT))
                ? new Input.Pressed(Move.valueOf(what))
                : new Input.Wrote(what, Optional.empty());
        return rooms.take(room, "e" + done++, who, input, at).how();
    }
}

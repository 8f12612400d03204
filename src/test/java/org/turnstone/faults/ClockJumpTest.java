package org.turnstone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.room.Input;
import org.turnstone.room.PlainEar;
import org.turnstone.room.Rooms;
import org.turnstone.store.Database;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRooms;

/** The computer's clock jumps an hour, both ways, in the middle of talks: nothing is said twice, and nothing is stuck or lost. */
class ClockJumpTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long SEED = 20261126;
    private static final int TALKS = "yes".equals(System.getProperty("thorough")) ? 400 : 40;

    @TempDir
    private Path home;

    private Database database;
    private SqlRooms store;
    private SqlPeople people;
    private Rooms rooms;
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void open() {
        database = Database.open(home);
        store = database.rooms();
        people = new SqlPeople(database);
        Mouthpiece mouthpiece = new Mouthpiece(store::text, (owed, text) -> heard.add(owed.room() + " " + text));
        rooms = new Rooms(store, people, language -> new PlainEar(), mouthpiece);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** All that silence leads to by then, as the heartbeat would find it. */
    private void wakes(Instant now) {
        for (int before = -1; before != heard.size(); ) {
            before = heard.size();
            rooms.wake(now);
        }
    }

    @Test
    void whoever_is_waited_for_is_told_once_however_the_clock_jumps() {
        Talk talk = new Talk(1);
        happens(talk, 0, "1 ASK_LONGER", Talk.at(0));
        happens(talk, 1, "2 HERE", Talk.at(1));
        happens(talk, 2, "1 \"I felt alone at the party.", Talk.at(2));
        jumpToAndFro(Talk.at(3), "OVER_TO_OTHER");
        happens(talk, 9, "1 PASS", Talk.at(9));
        jumpToAndFro(Talk.at(10), "NO_HURRY");
        happens(talk, 20, "2 \"You felt alone there.", Talk.at(20));
        assertThat(heard.toString()).contains("You felt alone there.");
    }

    private void jumpToAndFro(Instant right, String nudge) {
        for (int i = 0; i < 4; i++) {
            wakes(right.plus(HOUR));
            assertThat(heard).filteredOn(line -> line.contains(nudge)).hasSize(1);
            wakes(right);
            wakes(right.minus(HOUR));
        }
        assertThat(heard).filteredOn(line -> line.contains(nudge)).hasSize(1);
    }

    @Test
    void talks_go_on_through_jumps_and_nothing_is_said_anew() {
        Random dice = new Random(SEED);
        for (int number = 1; number <= TALKS; number++) {
            Talk talk = new Talk(number);
            Duration off = Duration.ZERO;
            for (int i = 0; talk.act(i).isPresent(); i++) {
                happens(talk, i, talk.act(i).orElseThrow(), Talk.at(i).plus(off));
                if (dice.nextInt(5) == 0) {
                    off = jumps(talk, Talk.at(i), off, dice.nextBoolean() ? HOUR : HOUR.negated());
                }
            }
            ends(talk);
        }
    }

    /** @return by how much the clock is wrong from now on, never by more than an hour */
    private Duration jumps(Talk talk, Instant right, Duration off, Duration by) {
        wakes(right.plus(off));
        if (off.plus(by).abs().compareTo(HOUR) > 0) {
            return off;
        }
        int before = heard.size();
        wakes(right.plus(off).plus(by));
        if (by.isNegative()) {
            assertThat(heard).as("a jump back in " + talk.room()).hasSize(before);
        }
        return off.plus(by);
    }

    private void happens(Talk talk, int i, String act, Instant at) {
        Talk.happens(rooms, people, talk.room(), i, act, at);
    }

    private void ends(Talk talk) {
        Instant after = Talk.at(1_000);
        for (String who : List.of(":1", ":2")) {
            rooms.take(talk.room(), "end" + who, new Person(talk.room() + who), new Input.Pressed(Move.STOP), after);
        }
        wakes(after.plus(Duration.ofDays(2)));
        assertThat(rooms.conversation(talk.room()).orElseThrow().phase())
                .as(talk.room())
                .isInstanceOf(Open.class);
        assertThat(store.owed(talk.room())).isEmpty();
        assertThat(heard).noneMatch(line -> line.contains("LOST"));
    }
}

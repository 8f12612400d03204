package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;

/**
 * What one does in private for a reason that nobody may learn looks to the other like what is done for any reason: for two
 * weeks, whatever both try, at every moment, to the millisecond.
 */
class AlikeTest {
    private static final String ROOM = "room";
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Instant EVENING = Instant.parse("2026-03-01T19:00:00Z");
    private static final Duration A_WEEK = Duration.ofDays(7);

    /** A room of two who are set up, and all that Sam can find out of it. For one thread. */
    private static final class World {
        private final MemoryPeople people = new MemoryPeople();
        private final Recorder recorder = new Recorder();
        private final Rooms rooms = new Rooms(new MemoryRooms(), people, language -> new PlainEar(), recorder);
        private final List<String> seen = new ArrayList<>();
        private Instant now = EVENING;
        private int events;

        World() {
            rooms.open(ROOM, Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
            people.save(ANA, Manners.UNSAID.setUp(EVENING.minusSeconds(60)));
            people.save(SAM, Manners.UNSAID.setUp(EVENING.minusSeconds(60)));
        }

        void passes(Duration time) {
            now = now.plus(time);
            rooms.wake(now);
            look();
        }

        /** Whoever is sent to set-up goes through it, and says nothing there that matters. */
        void does(Person who, Input input) {
            Taken.How how = rooms.take(ROOM, "e" + ++events, who, input, now).how();
            if (who.equals(SAM)) {
                seen.add(now + " " + input + ": " + how);
            }
            if (how == Taken.How.SET_UP_FIRST) {
                people.save(who, people.of(who).setUp(now));
            }
            look();
        }

        private void look() {
            Conversation c = rooms.conversation(ROOM).orElseThrow();
            List<Effect> shown =
                    recorder.played().stream().filter(e -> !isOnlyFor(ANA, e)).toList();
            seen.add(now + " " + shown.size() + " " + shown.stream().reduce((a, b) -> b) + c.status() + c.wakesAt()
                    + c.moves(SAM) + rooms.needsSetUp(ROOM, SAM, now));
        }

        private static boolean isOnlyFor(Person person, Effect effect) {
            return effect instanceof Effect.Whisper w && w.to().equals(person)
                    || effect instanceof Effect.Hold h && h.from().equals(person)
                    || effect instanceof Effect.Release r && r.to().equals(person)
                    || effect instanceof Effect.StepAside s && s.to().equals(person);
        }
    }

    /** Two weeks of attempts by both, after something that Ana did in private. */
    private static List<String> twoWeeksAfter(long seed, Consumer<World> first) {
        World world = new World();
        first.accept(world);
        Random random = new Random(seed);
        Move[] moves = {Move.ASK, Move.ASK_LONGER, Move.HERE, Move.HERE, Move.HERE, Move.PAUSE, Move.GO_ON, Move.STOP};
        for (int i = 0; i < 120; i++) {
            world.passes(Duration.ofMillis(1 + random.nextInt(20_000_000)));
            Person who = random.nextBoolean() ? ANA : SAM;
            boolean writes = random.nextInt(5) == 0;
            world.does(
                    who,
                    writes
                            ? new Input.Wrote("I was glad.", Optional.empty())
                            : new Input.Pressed(moves[random.nextInt(moves.length)]));
        }
        return world.seen;
    }

    @Test
    void a_set_up_that_said_no_and_a_private_not_today_for_a_week() {
        IntStream.range(0, 40)
                .forEach(seed -> assertThat(twoWeeksAfter(seed, w -> w.rooms.notBefore(ROOM, ANA, w.now.plus(A_WEEK))))
                        .isEqualTo(twoWeeksAfter(
                                seed,
                                w -> w.people.save(ANA, w.people.of(ANA).restingAWeekUntil(w.now.plus(A_WEEK))))));
    }

    private static List<String> anEveningAfter(long seed, Consumer<World> pauses) {
        World world = new World();
        Random random = new Random(seed);
        world.does(ANA, new Input.Pressed(Move.ASK_LONGER));
        world.passes(Duration.ofMillis(1 + random.nextInt(60_000)));
        world.does(SAM, new Input.Pressed(Move.HERE));
        world.does(ANA, new Input.Wrote("I felt sick before you came.", Optional.empty()));
        world.passes(Duration.ofMillis(1 + random.nextInt(60_000)));
        pauses.accept(world);
        Move[] moves = {Move.GO_ON, Move.GO_ON, Move.NOT_NOW, Move.PAUSE, Move.PASS, Move.STOP, Move.ASK};
        for (int i = 0; i < 30; i++) {
            world.passes(Duration.ofMillis(1 + random.nextInt(1_200_000)));
            boolean resting =
                    world.rooms.conversation(ROOM).orElseThrow().moves(ANA).contains(Move.PAUSE_UNTIL);
            Person who = !resting && random.nextBoolean() ? ANA : SAM;
            world.does(who, new Input.Pressed(moves[random.nextInt(moves.length)]));
        }
        return world.seen;
    }

    @Test
    void a_pause_and_a_step_aside() {
        IntStream.range(0, 40)
                .forEach(seed -> assertThat(anEveningAfter(seed, w -> w.does(ANA, new Input.Pressed(Move.PAUSE))))
                        .isEqualTo(anEveningAfter(
                                seed, w -> w.does(ANA, new Input.Wrote("You hit me last week.", Optional.empty())))));
    }

    @Test
    void flooding_does_not_shorten_a_rest_that_is_longer() {
        World world = new World();
        Instant until = world.now.plus(A_WEEK);
        world.people.save(ANA, world.people.of(ANA).restingAWeekUntil(until));
        world.does(ANA, new Input.Measures(9));
        assertThat(world.people.of(ANA).notUntil()).contains(until);
    }
}

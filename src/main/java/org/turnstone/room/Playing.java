package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Slots;
import org.turnstone.room.RoomStore.GivenUp;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.RoomStore.Saved;
import org.turnstone.room.RoomStore.Unreadable;

/**
 * Plays what a room is owed, in order, again and again until it has gone through. What never will is given up after the time
 * that {@link Trouble} states, with a record, and with a word to whom it concerns. Used by whoever is in the room's lane;
 * threads may share one.
 */
final class Playing {
    private static final Logger LOG = LoggerFactory.getLogger(Playing.class);

    private final RoomStore store;
    private final Stages stages;
    private final Figures figures;
    private final Retries retries = new Retries();

    Playing(RoomStore store, Stages stages, Figures figures) {
        this.store = store;
        this.stages = stages;
        this.figures = figures;
    }

    /** Whether the room's pause after a failure is over. */
    boolean isDue(String room, Instant now) {
        return retries.isDue(room, now);
    }

    /** Plays what the room is owed, unless another process does; stops at the first that does not go through. */
    void play(String room, Instant now) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = playWhatIsOwed(room, now);
        }
    }

    /** Whether more may have come meanwhile. */
    private boolean playWhatIsOwed(String room, Instant now) {
        try {
            List<Owed> owed = store.owed(room);
            return !owed.isEmpty() && playInTurn(room, owed, now);
        } catch (Unreadable e) {
            return failed(new Failure(e.id(), room, e.since(), e), now, List::of);
        }
    }

    private boolean playInTurn(String room, List<Owed> all, Instant now) {
        try {
            return playAll(room, all, now);
        } finally {
            store.release(room);
        }
    }

    /** Whether all went through; the right to play is taken anew for each, since playing may take long. */
    private boolean playAll(String room, List<Owed> all, Instant now) {
        for (Owed owed : all) {
            if (!store.claim(room)) {
                return false;
            }
            try {
                owed.effect().playOn(stages.of(owed));
                store.played(owed.id());
            } catch (RuntimeException e) {
                return failed(new Failure(owed.id(), room, owed.since(), e), now, () -> word(owed));
            }
            retries.worked(room);
            figures.played(Duration.between(owed.since(), now).toMillis());
        }
        return true;
    }

    private record Failure(long effect, String room, Instant since, RuntimeException why) {
        boolean isWaiting() {
            return why instanceof NotPlayed waiting && waiting.isWaiting();
        }

        /** Other exceptions may quote what they stumbled over. */
        String reason() {
            return why instanceof NotPlayed || why instanceof Unreadable
                    ? why.getMessage()
                    : why.getClass().getName();
        }
    }

    /** Whether there is nothing more to wait for: it was given up, and what comes after it may be played. */
    private boolean failed(Failure failure, Instant now, Supplier<List<Effect>> word) {
        Retries.Failing failing = retries.failed(failure.room(), now);
        if (failure.isWaiting()) {
            retries.waited(failure.room(), now);
            LOG.debug("Effect {} waits: {}", failure.effect(), failure.reason());
            return false;
        }
        Trouble trouble = Trouble.of(failure.why());
        figures.failed(trouble);
        if (!trouble.isOver(Duration.between(failure.since(), now), failing, now)) {
            LOG.warn("Effect {} is still owed and will be tried again: {}", failure.effect(), failure.reason());
            return false;
        }
        LOG.error("Effect {} is given up, and stands in given_up for a month: {}", failure.effect(), failure.reason());
        store.giveUp(new GivenUp(failure.effect(), now, trouble), word.get());
        figures.gaveUp(trouble);
        retries.worked(failure.room());
        return true;
    }

    /** That something did not get through is told to each whom it concerns, alone; that this did not, to nobody. */
    private List<Effect> word(Owed owed) {
        Line line = new Line(Prompt.DID_NOT_GET_THROUGH, 0, Slots.NONE);
        boolean isOne = owed.effect() instanceof Effect.Whisper whisper
                && whisper.lines().contains(line);
        if (isOne) {
            return List.of();
        }
        return concerned(owed)
                .<Effect>map(person -> new Effect.Whisper(person, List.of(line), List.of()))
                .toList();
    }

    /** What is private concerns its person alone; what all should have seen, who keeps the circle, or both of a couple. */
    private Stream<Person> concerned(Owed owed) {
        Effect effect = owed.effect();
        if (effect instanceof Effect.Whisper whisper) {
            return Stream.of(whisper.to());
        } else if (effect instanceof Effect.Hold hold) {
            return Stream.of(hold.from());
        } else if (effect instanceof Effect.Release release) {
            return Stream.of(release.to());
        } else if (effect instanceof Effect.StepAside aside) {
            return Stream.of(aside.to());
        } else if (effect instanceof Effect.Show || effect instanceof Effect.Restrict) {
            return Stream.empty();
        }
        return store.load(owed.room()).map(Saved::conversation).stream().flatMap(c -> keepers(c.circle()));
    }

    private static Stream<Person> keepers(Circle circle) {
        return circle.isCouple()
                ? circle.order().stream()
                : Stream.concat(circle.keeper().stream(), circle.coKeeper().stream());
    }
}

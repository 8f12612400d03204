package org.turnstone.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Stage;
import org.turnstone.room.RoomStore.Owed;

/** A platform that keeps what reached it, drops what it has had before, and can refuse. For one thread. */
final class Recorder implements Stages {
    private final List<Effect> played = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();
    private int refusals;
    private Predicate<Effect> failing = effect -> false;
    private RuntimeException why = new NotPlayed("the platform is away");

    List<Effect> played() {
        return List.copyOf(played);
    }

    <T extends Effect> List<T> played(Class<T> type) {
        return played.stream().filter(type::isInstance).map(type::cast).toList();
    }

    void refuses(int times) {
        refusals = times;
    }

    /** From now on it does not take these. */
    void fails(Predicate<Effect> which, RuntimeException reason) {
        failing = which;
        why = reason;
    }

    @Override
    public Stage of(Owed owed) {
        return new Stage() {
            private void take(Effect effect) {
                if (refusals > 0) {
                    refusals--;
                    throw new NotPlayed("the platform is away");
                }
                if (failing.test(effect)) {
                    throw why;
                }
                if (ids.add(owed.id())) {
                    played.add(effect);
                }
            }

            @Override
            public void say(Effect.Say effect) {
                take(effect);
            }

            @Override
            public void speak(Effect.Speak effect) {
                take(effect);
            }

            @Override
            public void post(Effect.Post effect) {
                take(effect);
            }

            @Override
            public void whisper(Effect.Whisper effect) {
                take(effect);
            }

            @Override
            public void hold(Effect.Hold effect) {
                take(effect);
            }

            @Override
            public void release(Effect.Release effect) {
                take(effect);
            }

            @Override
            public void stepAside(Effect.StepAside effect) {
                take(effect);
            }

            @Override
            public void restrict(Effect.Restrict effect) {
                take(effect);
            }

            @Override
            public void show(Effect.Show effect) {
                take(effect);
            }
        };
    }
}

package org.turnstone.faults;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Stage;
import org.turnstone.floor.Words;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.Stages;

/** Says every effect as one line of text, with the words that it refers to. Threads may share one. */
record Mouthpiece(Function<String, Optional<String>> words, BiConsumer<Owed, String> says) implements Stages {
    @Override
    public Stage of(Owed owed) {
        return new Stage() {
            private void say(Effect effect, Stream<Words> refs) {
                List<String> texts =
                        refs.map(w -> words.apply(w.ref()).orElse("LOST")).toList();
                says.accept(owed, effect + " " + texts);
            }

            @Override
            public void say(Effect.Say effect) {
                say(effect, Stream.empty());
            }

            @Override
            public void speak(Effect.Speak effect) {
                say(effect, Stream.of(effect.words()));
            }

            @Override
            public void post(Effect.Post effect) {
                say(effect, effect.words().stream());
            }

            @Override
            public void whisper(Effect.Whisper effect) {
                say(effect, Stream.empty());
            }

            @Override
            public void hold(Effect.Hold effect) {
                say(effect, Stream.of(effect.words()));
            }

            @Override
            public void release(Effect.Release effect) {
                say(effect, effect.words().stream());
            }

            @Override
            public void stepAside(Effect.StepAside effect) {
                say(effect, Stream.of(effect.words()));
            }

            @Override
            public void restrict(Effect.Restrict effect) {
                say(effect, Stream.empty());
            }

            @Override
            public void show(Effect.Show effect) {
                say(effect, Stream.empty());
            }
        };
    }
}

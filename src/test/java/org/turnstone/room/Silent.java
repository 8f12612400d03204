package org.turnstone.room;

import org.turnstone.floor.Effect;
import org.turnstone.floor.Stage;
import org.turnstone.room.RoomStore.Owed;

/** A platform that takes everything and says nothing. Stateless. */
public record Silent() implements Stage {
    /** For every effect the same. */
    public static Stage of(Owed owed) {
        return new Silent();
    }

    @Override
    public void say(Effect.Say effect) {}

    @Override
    public void speak(Effect.Speak effect) {}

    @Override
    public void post(Effect.Post effect) {}

    @Override
    public void whisper(Effect.Whisper effect) {}

    @Override
    public void hold(Effect.Hold effect) {}

    @Override
    public void release(Effect.Release effect) {}

    @Override
    public void stepAside(Effect.StepAside effect) {}

    @Override
    public void restrict(Effect.Restrict effect) {}

    @Override
    public void show(Effect.Show effect) {}
}

package org.turnstone.floor;

/**
 * Where effects happen: Discord, the web room, a rehearsal. A new effect does not compile until every stage can play it.
 *
 * <p>A stage is made for one owed effect of one room and is used by one thread.
 */
public interface Stage {
    void say(Effect.Say effect);

    void speak(Effect.Speak effect);

    void post(Effect.Post effect);

    void whisper(Effect.Whisper effect);

    void hold(Effect.Hold effect);

    void release(Effect.Release effect);

    void stepAside(Effect.StepAside effect);

    void restrict(Effect.Restrict effect);

    void show(Effect.Show effect);
}

package org.turnstone.web;

import java.util.Optional;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Person;
import org.turnstone.floor.Stage;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.Note;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.RoomText;

/**
 * Plays one owed effect in a web room: writes it down first, under the effect's id, and then tells the pages that are open.
 * A second try writes nothing new. For one thread.
 */
final class WebStage implements Stage {
    private final House house;
    private final Pages pages;
    private final Retention retention;
    private final Hands hands;
    private final Owed owed;

    WebStage(House house, Pages pages, Retention retention, Hands hands, Owed owed) {
        this.house = house;
        this.pages = pages;
        this.retention = retention;
        this.hands = hands;
        this.owed = owed;
    }

    @Override
    public void say(Effect.Say effect) {
        writes(owed.id(), Optional.empty(), text(effect.line()));
    }

    @Override
    public void speak(Effect.Speak effect) {
        house.rooms().text(effect.words()).ifPresent(text -> writes(owed.id(), Optional.of(effect.by()), text));
    }

    /** A heading for somebody's words is a line of its own; its place is the effect's id turned round. */
    @Override
    public void post(Effect.Post effect) {
        String line = text(effect.line());
        Optional<String> words = effect.words().flatMap(house.rooms()::text);
        if (effect.words().isEmpty()) {
            String name = hands.name(effect.by()) + ": ";
            String phrase = line.startsWith(name) ? line.substring(name.length()) : line;
            writes(owed.id(), Optional.of(effect.by()), phrase);
        } else if (words.isPresent()) {
            writes(-owed.id(), Optional.empty(), line);
            writes(owed.id(), Optional.of(effect.by()), words.get());
        }
    }

    @Override
    public void whisper(Effect.Whisper effect) {
        leaves(house.scribe().note(owed, effect, hands));
    }

    /** The words themselves stand beside the writer's composer from now on; this is only what is said about it. */
    @Override
    public void hold(Effect.Hold effect) {
        pages.tellKept(effect.from(), text(effect.line()));
        pages.refresh(owed.room());
    }

    @Override
    public void release(Effect.Release effect) {
        house.scribe().note(owed, effect, hands).ifPresent(this::leaves);
        pages.refresh(owed.room());
    }

    @Override
    public void stepAside(Effect.StepAside effect) {
        leaves(house.scribe().note(owed, effect));
    }

    /** The page itself holds the floor: what is written out of turn waits with its writer. */
    @Override
    public void restrict(Effect.Restrict effect) {}

    @Override
    public void show(Effect.Show effect) {
        if (effect.status().isAtRest()) {
            retention.talkEnded(owed.room(), owed.since());
        }
        pages.refresh(owed.room());
    }

    private void leaves(Note note) {
        house.notes().leave(note);
        pages.tell(note);
        pages.refresh(owed.room());
    }

    private void writes(long effect, Optional<Person> by, String text) {
        RoomText.Entry entry = new RoomText.Entry(
                0,
                owed.room(),
                effect,
                by,
                text,
                owed.since(),
                pages.keep(owed.room()).until(owed.since()));
        pages.tell(house.text().add(entry), owed.event());
    }

    private String text(Line line) {
        PromptBook book = house.scribe().book(new Seat(owed.room().substring(Seat.PREFIX.length()), 1).person());
        return book.say(line, house.scribe().filling(book, hands));
    }
}

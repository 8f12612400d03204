package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import org.turnstone.floor.Openings;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Passage;
import org.turnstone.room.Draft;
import org.turnstone.room.Input;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;

/**
 * Reads somebody's own words to them alone: a draft before they say it, or a message that they wrote. Nothing of it is kept:
 * a draft stands in the private answer that only its writer sees, and comes back with the press of that answer's button,
 * after a restart too. Threads may share it.
 */
final class Drafts {
    /** The kind of the button that says a draft. */
    static final String SAY = "say";

    /** The kind of the button that opens a draft once more. */
    static final String CHANGE = "redo";

    /** Which part of the answer is the draft. */
    private static final int DRAFT = 4_711;

    /** A message's parts may hold 4,000 characters together. */
    private static final int ROOM = 3_900;

    private final Rooms rooms;
    private final Places places;
    private final Presses presses;
    private final Scribe scribe;

    Drafts(Rooms rooms, Places places, Presses presses, Scribe scribe) {
        this.rooms = rooms;
        this.places = places;
        this.presses = presses;
        this.scribe = scribe;
    }

    /** Reads words that somebody has not said yet. */
    void read(Presses.Act act, String words) {
        PromptBook book = presses.book(act.who());
        if (words.isBlank()) {
            act.answer().say(book.text(Text.NO_WORDS), List.of());
            return;
        }
        Draft draft = draft(act, words);
        String text = explained(act, draft, words, book);
        List<MessageTopLevelComponent> after =
                draft.concern().isPresent() ? List.of() : saying(draft, text.length(), words, book);
        act.answer().say(text, after);
    }

    /** Reads a message; only its writer's own. */
    void readMessage(Presses.Act act, Message message, User writer) {
        PromptBook book = presses.book(act.who());
        String words = message.getContentRaw();
        if (!Persons.of(writer).equals(act.who())) {
            act.answer().say(book.text(Text.ONLY_YOUR_OWN_WORDS), List.of());
        } else if (words.isBlank()) {
            act.answer().say(book.text(Text.NO_WORDS), List.of());
        } else {
            act.answer().say(explained(act, draft(act, words), words, book), List.of());
        }
    }

    private Draft draft(Presses.Act act, String words) {
        return rooms.draft(places.room(act.channel()), act.who(), words);
    }

    private String explained(Presses.Act act, Draft draft, String words, PromptBook book) {
        return draft.concern()
                .map(concern -> scribe.helpAbout(concern, act.who()))
                .orElseGet(() -> explained(draft, words, book, act.event()));
    }

    private static String explained(Draft draft, String words, PromptBook book, long number) {
        List<String> lines = new ArrayList<>();
        lines.add(book.text(Text.of(draft.reading().verdict(), draft.role())));
        List<Passage> passages = Passage.of(draft.reading(), words);
        for (Passage passage : passages) {
            String quote = Plain.words(passage.words(words));
            lines.add(book.text(Text.READING_NOTICED, Map.of("quote", quote, "kind", book.meaning(passage.kind()))));
        }
        if (!passages.isEmpty()) {
            lines.add(book.text(Text.READING_NO_CLAIM));
        }
        if (draft.reading().verdict().flags()) {
            lines.add(book.text(Text.READING_OPENING));
            lines.add("> " + book.opening(Openings.insteadOf(draft.reading(), draft.role()), (int) (number >>> 22)));
        }
        return String.join("\n", lines);
    }

    /** The draft once more, with what can be done with it; nothing where it would not fit. */
    private static List<MessageTopLevelComponent> saying(Draft draft, int taken, String words, PromptBook book) {
        String quoted = Plain.quoted(words);
        if (taken > Pages.LONGEST || taken + quoted.length() > ROOM) {
            return List.of();
        }
        List<MessageTopLevelComponent> all = new ArrayList<>();
        all.add(TextDisplay.of(quoted).withUniqueId(DRAFT));
        List<Button> buttons = new ArrayList<>();
        if (draft.place() != Draft.Place.NOWHERE) {
            buttons.add(Button.primary(CustomId.of(SAY), book.text(Text.DRAFT_SAY)));
        }
        buttons.add(Button.secondary(CustomId.of(CHANGE), book.text(Text.DRAFT_CHANGE)));
        all.addAll(Rows.of(buttons));
        return all;
    }

    /** The draft that an answer of ours holds. */
    static Optional<String> in(Message answer) {
        return answer.getComponentTree().findAll(TextDisplay.class, part -> part.getUniqueId() == DRAFT).stream()
                .findFirst()
                .map(part -> Plain.unquoted(part.getContent()));
    }

    /** Says the draft in its writer's name, or keeps it for their turn, as if they had written it here themselves. */
    void say(Presses.Act act, Message answer) {
        Person who = act.who();
        in(answer)
                .ifPresentOrElse(
                        words -> presses.take(act, new Input.Wrote(words, Optional.empty())),
                        () -> act.answer().say(presses.book(who).text(Text.NO_WORDS), List.of()));
    }
}

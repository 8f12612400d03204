package org.turnstone.discord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.room.Note;
import org.turnstone.room.Notes;
import org.turnstone.room.Scribe;

/** Shows people what waits for them alone. Threads may share it. */
final class NoteBox {
    private static final int BUTTONS = 25;

    private final Notes notes;
    private final Scribe scribe;
    private final Misread misread;
    private final Pings pings;

    NoteBox(Notes notes, Scribe scribe, Misread misread, Pings pings) {
        this.notes = notes;
        this.scribe = scribe;
        this.misread = misread;
        this.pings = pings;
    }

    /**
     * Answers with everything that waits for {@code person} in the channel of {@code room}, from a talk before as well; what
     * they have seen is erased.
     *
     * @return no where nothing waits
     */
    boolean show(String room, Person person, Answer answer) {
        pings.looked(room, person);
        long channel = Persons.channelOf(room);
        List<Note> waiting = notes.waiting(person).stream()
                .filter(note -> Persons.isIn(note.room(), channel))
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        List<String> texts = new ArrayList<>();
        waiting.forEach(note -> texts.add(text(note)));
        waiting.forEach(misread::remember);
        if (answer.say(String.join("\n\n", texts), Rows.of(buttons(waiting, person)))) {
            waiting.forEach(note -> notes.shown(note.id(), person));
        }
        return true;
    }

    /**
     * Where no conversation is held: everything that waits for {@code person} anywhere, without buttons, which work only
     * where their conversation is. What has some waits on, for them to be pressed there.
     *
     * @return no where nothing waits
     */
    boolean showFromElsewhere(Person person, Answer answer) {
        List<Note> waiting = notes.waiting(person);
        if (waiting.isEmpty()) {
            return false;
        }
        String texts = waiting.stream().map(NoteBox::text).collect(Collectors.joining("\n\n"));
        if (answer.say(texts, List.of())) {
            waiting.stream().filter(note -> note.moves().isEmpty()).forEach(note -> notes.shown(note.id(), person));
        }
        return true;
    }

    private static String text(Note note) {
        return note.text() + note.words().map(w -> "\n" + Plain.quoted(w)).orElse("");
    }

    /** Each move once, that of the newest note where several offer it. */
    private List<Button> buttons(List<Note> waiting, Person person) {
        Map<Move, Note> moves = new LinkedHashMap<>();
        waiting.forEach(note -> note.moves().forEach(move -> moves.put(move, note)));
        Rows rows = new Rows(scribe.book(person));
        return moves.entrySet().stream()
                .limit(BUTTONS)
                .map(e -> rows.move(e.getKey(), misread.tag(e.getValue())))
                .toList();
    }
}

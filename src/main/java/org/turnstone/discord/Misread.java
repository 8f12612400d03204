package org.turnstone.discord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Marks;
import org.turnstone.room.Note;

/**
 * "You misread me": which rules a note spoke of, for as long as its button may be pressed. A note is erased when it has been
 * shown, so its rules are kept beside it, the last few for each person. Threads may share it.
 */
final class Misread {
    /** What the answers about keeping words are called. */
    static final String KEEP = "keep";

    static final String YES = "yes";

    private static final int LAST = 8;
    private static final String NEXT_NOTE = "\n";
    private static final String NEXT_RULE = "\t";

    private final Marks marks;
    private final Tags tags;

    Misread(Marks marks, Tags tags) {
        this.marks = marks;
        this.tags = tags;
    }

    /** Whether the words under {@code ref} may be kept. */
    static List<ActionRow> answers(String ref, PromptBook book) {
        return List.of(ActionRow.of(
                Button.secondary(CustomId.of(KEEP, ref, YES), book.text(Text.MISREAD_KEEP_YES)),
                Button.secondary(CustomId.of(KEEP, ref, "no"), book.text(Text.MISREAD_KEEP_NO))));
    }

    /** What the note's buttons carry. */
    String tag(Note note) {
        return tags.of("note/" + note.id());
    }

    synchronized void remember(Note note) {
        if (note.rules().isEmpty()) {
            return;
        }
        String entry = tag(note) + NEXT_RULE + String.join(NEXT_RULE, note.rules());
        List<String> all = new ArrayList<>(entries(note.room(), note.to()));
        all.remove(entry);
        all.add(entry);
        List<String> last = all.subList(Math.max(0, all.size() - LAST), all.size());
        marks.put(note.room(), key(note.to()), String.join(NEXT_NOTE, last));
    }

    /** The rules that this note spoke of; none where it spoke of none, or came too long ago. */
    List<String> rules(String room, Person person, String tag) {
        return entries(room, person).stream()
                .map(entry -> Arrays.asList(entry.split(NEXT_RULE)))
                .filter(parts -> parts.get(0).equals(tag))
                .flatMap(parts -> parts.subList(1, parts.size()).stream())
                .toList();
    }

    private List<String> entries(String room, Person person) {
        return marks.get(room, key(person))
                .map(mark -> List.of(mark.split(NEXT_NOTE)))
                .orElse(List.of());
    }

    private static String key(Person person) {
        return "misread/" + person.id();
    }
}

package org.turnstone.discord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.turnstone.floor.Person;
import org.turnstone.room.Manners;
import org.turnstone.room.Marks;
import org.turnstone.room.Note;
import org.turnstone.room.People;

/**
 * "You misread me": which rules a note spoke of, for as long as its button may be pressed. A note is erased when it has been
 * shown, so its rules are kept beside it, the last few for each person. Threads may share it.
 */
final class Misread {
    private static final int LAST = 8;
    private static final String NEXT_NOTE = "\n";
    private static final String NEXT_RULE = "\t";

    private final Marks marks;
    private final People people;
    private final Tags tags;

    Misread(Marks marks, People people, Tags tags) {
        this.marks = marks;
        this.people = people;
        this.tags = tags;
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

    /** From now on they hear nothing of the rules that this note spoke of; no where it spoke of none. */
    boolean mute(String room, Person person, String tag) {
        List<String> rules = entries(room, person).stream()
                .map(entry -> Arrays.asList(entry.split(NEXT_RULE)))
                .filter(parts -> parts.get(0).equals(tag))
                .flatMap(parts -> parts.subList(1, parts.size()).stream())
                .toList();
        Manners manners = people.of(person);
        for (String rule : rules) {
            manners = manners.muting(rule);
        }
        people.save(person, manners);
        return !rules.isEmpty();
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

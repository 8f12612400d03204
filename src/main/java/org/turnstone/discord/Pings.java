package org.turnstone.discord;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import org.turnstone.floor.Person;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;
import org.turnstone.room.Marks;
import org.turnstone.room.Note;
import org.turnstone.room.People;
import org.turnstone.room.Scribe;

/**
 * Tells people who chose it, by a direct message without content, that something waits for them: once, until they look.
 * Threads may share it.
 */
final class Pings {
    private final Supplier<JDA> jda;
    private final Marks marks;
    private final People people;
    private final Scribe scribe;
    private final Tags tags;
    private final Set<String> looking = ConcurrentHashMap.newKeySet();

    Pings(Supplier<JDA> jda, Marks marks, People people, Scribe scribe, Tags tags) {
        this.jda = jda;
        this.marks = marks;
        this.people = people;
        this.scribe = scribe;
        this.tags = tags;
    }

    /** A note was left. Never waits for Discord; a message that does not arrive is no loss, for the note stays. */
    void left(Note note) {
        remind(note.room(), note.to(), note.id());
    }

    /** Something waits for {@code person} in {@code room}; {@code id} is that of what does. */
    void remind(String room, Person person, long id) {
        boolean wanted = people.of(person).reach() == Manners.Reach.DIRECT_MESSAGE;
        boolean sees = looking.contains(room + key(person));
        if (!wanted || sees || marks.get(room, key(person)).isPresent()) {
            return;
        }
        marks.put(room, key(person), "1");
        String text = scribe.book(person).text(Text.SOMETHING_FOR_YOU);
        String nonce = tags.of("ping/" + id + key(person));
        jda.get()
                .openPrivateChannelById(Persons.id(person))
                .flatMap(direct -> direct.sendMessage(text).setNonce(nonce))
                .queue(sent -> {}, refused -> {});
    }

    /** They are pressing something, and see at once whatever comes of it. */
    void looks(String room, Person person) {
        looking.add(room + key(person));
    }

    void looksAway(String room, Person person) {
        looking.remove(room + key(person));
    }

    void looked(String room, Person person) {
        marks.remove(room, key(person));
    }

    private static String key(Person person) {
        return "pinged/" + person.id();
    }
}

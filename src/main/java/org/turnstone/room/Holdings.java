package org.turnstone.room;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.turnstone.floor.Person;

/**
 * Everything that is held of one person: gathered for them, and forgotten when they say so. Nothing of anybody else is in
 * it, and never what was answered at set-up, nor the date that may have come of it. Threads may share one.
 */
public final class Holdings {
    private final Rooms rooms;
    private final RoomStore store;
    private final Notes notes;
    private final People people;
    private final Marks marks;
    private final Tallies tallies;
    private final RoomText text;
    private final Predicate<String> lasting;

    /**
     * @param lasting which rooms stay when somebody forgets them, for the next who sits there; the others close
     */
    public Holdings(
            Rooms rooms,
            RoomStore store,
            Notes notes,
            People people,
            Marks marks,
            Tallies tallies,
            RoomText text,
            Predicate<String> lasting) {
        this.rooms = rooms;
        this.store = store;
        this.notes = notes;
        this.people = people;
        this.marks = marks;
        this.tallies = tallies;
        this.text = text;
        this.lasting = lasting;
    }

    /** What is held of {@code person} now. Changes nothing; a note that they read here still waits for them. */
    public Held of(Person person) {
        List<String> theirs = store.roomsOf(person);
        List<RoomText.Entry> lines = theirs.stream()
                .flatMap(room -> text.after(room, 0).stream())
                .filter(line -> line.by().filter(person::equals).isPresent())
                .toList();
        return new Held(
                person,
                people.of(person),
                theirs.stream()
                        .flatMap(room -> rooms.part(room, person).stream())
                        .toList(),
                store.keptFor(person),
                notes.waiting(person),
                lines,
                tallies.of(Tallies.Owner.of(person)));
    }

    /** Consent taken back: every talk of theirs stops at once, and none begins before they have been through set-up again. */
    public void withdraw(Person person, Instant at) {
        store.roomsOf(person).forEach(room -> rooms.stop(room, person, at));
        people.save(person, people.of(person).notSetUp());
    }

    /** All that {@code person} wrote in one room, at once: lines, words that wait or were given, and notes that quote them. */
    public void eraseWords(String room, Person person) {
        text.erase(room, person);
        store.keptFor(person).stream()
                .filter(kept -> kept.room().equals(room))
                .forEach(kept -> store.forgetWords(kept.ref()));
        notes.waiting(room, person).forEach(note -> notes.shown(note.id(), person));
        rooms.forgetLastWords(room);
    }

    /** Every talk of theirs stops at once, and all that is theirs is erased, beyond what a disk could still show. */
    public void forget(Person person, Instant at) {
        for (String room : store.roomsOf(person)) {
            rooms.stop(room, person, at);
            rooms.forget(room, person, lasting.test(room) ? Forgetting.Stays.OPEN : Forgetting.Stays.CLOSED);
            text.erase(room, person);
        }
        marks.forget(person);
        tallies.forget(Tallies.Owner.of(person));
        rooms.misreadings().forget(person);
        store.keptFor(person).forEach(kept -> store.forgetWords(kept.ref()));
        people.forget(person);
    }
}

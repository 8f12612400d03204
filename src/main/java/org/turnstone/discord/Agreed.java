package org.turnstone.discord;

import java.util.Collection;
import java.util.Optional;
import org.turnstone.floor.Person;
import org.turnstone.room.Marks;
import org.turnstone.room.People;

/**
 * Who agreed that the floor may be held between them and their partner. Each is asked alone, and no answer is shown to the
 * other. A yes holds as long as the set-up that it stands on: whoever takes their consent to everything back has taken back
 * this as well. Threads may share it.
 */
final class Agreed {
    private static final String HOLD = "hold/";
    private static final String NO = "no";

    private final Marks marks;
    private final People people;

    Agreed(Marks marks, People people) {
        this.marks = marks;
        this.people = people;
    }

    boolean all(String room, Collection<Person> everybody) {
        return everybody.stream().allMatch(person -> has(room, person));
    }

    boolean has(String room, Person person) {
        return answer(room, person).equals(setUp(person));
    }

    /** Whether they have answered, or been asked. */
    boolean isAsked(String room, Person person) {
        return answer(room, person).isPresent();
    }

    private Optional<String> answer(String room, Person person) {
        return marks.get(room, HOLD + person.id());
    }

    private Optional<String> setUp(Person person) {
        return people.of(person).setUpAt().map(at -> "" + at.toEpochMilli());
    }

    void yes(String room, Person person) {
        setUp(person).ifPresent(at -> marks.put(room, HOLD + person.id(), at));
    }

    void no(String room, Person person) {
        marks.put(room, HOLD + person.id(), NO);
    }
}

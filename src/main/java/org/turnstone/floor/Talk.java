package org.turnstone.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has happened in the present talk, as far as what comes next depends on it. Begins anew with each talk.
 *
 * @param hadTurn who has had a turn, in order
 * @param heard who has said that they felt heard
 * @param nudges how many private remarks about words there were
 * @param turnNudges how many of them in the present turn
 * @param hints how many hints about length
 * @param slips mild slips that went unremarked, by person
 * @param praised who has been praised already
 * @param heldTold who has been told already that their words are kept
 */
public record Talk(
        List<Person> hadTurn,
        Set<Person> heard,
        int nudges,
        int turnNudges,
        int hints,
        Map<Person, Integer> slips,
        Set<Person> praised,
        Set<Person> heldTold) {

    /** A talk in which nothing has happened yet. */
    static final Talk NEW = new Talk(List.of(), Set.of(), 0, 0, 0, Map.of(), Set.of(), Set.of());

    public Talk {
        hadTurn = List.copyOf(hadTurn);
        heard = Sorted.set(heard);
        slips = Sorted.map(slips);
        praised = Sorted.set(praised);
        heldTold = Sorted.set(heldTold);
    }

    Talk turnHad(Person person) {
        if (hadTurn.contains(person)) {
            return this;
        }
        List<Person> had = new ArrayList<>(hadTurn);
        had.add(person);
        return new Talk(had, heard, nudges, turnNudges, hints, slips, praised, heldTold);
    }

    /** {@code person} gave up their turn for now, and is owed it. */
    Talk turnPutOff(Person person) {
        List<Person> had = hadTurn.stream().filter(p -> !p.equals(person)).toList();
        return new Talk(had, heard, nudges, turnNudges, hints, slips, praised, heldTold);
    }

    /** For a longer talk after quick turns: whoever was not heard goes again; if all were, all do. */
    Talk goesOn(Set<Person> everyone) {
        List<Person> had = heard.containsAll(everyone)
                ? List.of()
                : hadTurn.stream().filter(heard::contains).toList();
        return new Talk(had, heard, nudges, turnNudges, hints, slips, praised, heldTold);
    }

    Talk heardBy(Person person) {
        return new Talk(hadTurn, Sorted.plus(heard, person), nudges, turnNudges, hints, slips, praised, heldTold);
    }

    Talk turnBegins() {
        return new Talk(hadTurn, heard, nudges, 0, hints, slips, praised, heldTold);
    }

    Talk nudged() {
        return new Talk(hadTurn, heard, nudges + 1, turnNudges + 1, hints, slips, praised, heldTold);
    }

    Talk slipped(Person person) {
        Map<Person, Integer> more = Sorted.plus(slips, person, slips.getOrDefault(person, 0) + 1);
        return new Talk(hadTurn, heard, nudges, turnNudges, hints, more, praised, heldTold);
    }

    Talk hinted() {
        return new Talk(hadTurn, heard, nudges, turnNudges, hints + 1, slips, praised, heldTold);
    }

    Talk praises(Person person) {
        return new Talk(hadTurn, heard, nudges, turnNudges, hints, slips, Sorted.plus(praised, person), heldTold);
    }
}

package org.turnstone.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has happened in the present talk, as far as what comes next depends on it. Begins anew with each talk.
 *
 * <p>What concerns private remarks is counted for each person alone: one person's must not show in what another is told.
 *
 * @param hadTurn who has had a turn, in order
 * @param heard who has said that they felt heard
 * @param nudges how many private remarks about words each has had
 * @param turnNudges how many of them in the present turn
 * @param hinted who has had a hint about length
 * @param slips mild slips that went unremarked
 * @param praised who has been praised already
 */
public record Talk(
        List<Person> hadTurn,
        Set<Person> heard,
        Map<Person, Integer> nudges,
        Map<Person, Integer> turnNudges,
        Set<Person> hinted,
        Map<Person, Integer> slips,
        Set<Person> praised) {

    /** A talk in which nothing has happened yet. */
    static final Talk NEW = new Talk(List.of(), Set.of(), Map.of(), Map.of(), Set.of(), Map.of(), Set.of());

    public Talk {
        hadTurn = List.copyOf(hadTurn);
        heard = Sorted.set(heard);
        nudges = Sorted.map(nudges);
        turnNudges = Sorted.map(turnNudges);
        hinted = Sorted.set(hinted);
        slips = Sorted.map(slips);
        praised = Sorted.set(praised);
    }

    Talk forgets(Person person) {
        return new Talk(
                hadTurn.stream().filter(p -> !p.equals(person)).toList(),
                Sorted.minus(heard, person),
                Sorted.minus(nudges, person),
                Sorted.minus(turnNudges, person),
                Sorted.minus(hinted, person),
                Sorted.minus(slips, person),
                Sorted.minus(praised, person));
    }

    Talk turnHad(Person person) {
        if (hadTurn.contains(person)) {
            return this;
        }
        List<Person> had = new ArrayList<>(hadTurn);
        had.add(person);
        return new Talk(had, heard, nudges, turnNudges, hinted, slips, praised);
    }

    /** {@code person} gave up their turn for now, and is owed it. */
    Talk turnPutOff(Person person) {
        List<Person> had = hadTurn.stream().filter(p -> !p.equals(person)).toList();
        return new Talk(had, heard, nudges, turnNudges, hinted, slips, praised);
    }

    /** For a longer talk after quick turns: whoever was not heard goes again; if all were, all do. */
    Talk goesOn(Set<Person> everyone) {
        List<Person> had = heard.containsAll(everyone)
                ? List.of()
                : hadTurn.stream().filter(heard::contains).toList();
        return new Talk(had, heard, nudges, turnNudges, hinted, slips, praised);
    }

    Talk heardBy(Person person) {
        return new Talk(hadTurn, Sorted.plus(heard, person), nudges, turnNudges, hinted, slips, praised);
    }

    Talk turnBegins() {
        return new Talk(hadTurn, heard, nudges, Map.of(), hinted, slips, praised);
    }

    Talk nudged(Person person) {
        return new Talk(hadTurn, heard, plusOne(nudges, person), plusOne(turnNudges, person), hinted, slips, praised);
    }

    Talk slipped(Person person) {
        return new Talk(hadTurn, heard, nudges, turnNudges, hinted, plusOne(slips, person), praised);
    }

    Talk hints(Person person) {
        return new Talk(hadTurn, heard, nudges, turnNudges, Sorted.plus(hinted, person), slips, praised);
    }

    Talk praises(Person person) {
        return new Talk(hadTurn, heard, nudges, turnNudges, hinted, slips, Sorted.plus(praised, person));
    }

    private static Map<Person, Integer> plusOne(Map<Person, Integer> counts, Person person) {
        return Sorted.plus(counts, person, counts.getOrDefault(person, 0) + 1);
    }
}

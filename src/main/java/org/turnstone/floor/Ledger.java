package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a room remembers from talk to talk. All counts are joint: there is none of one person against the other.
 *
 * @param talks talks held, quick or full
 * @param turns turns taken
 * @param bothHeard talks in which everybody felt heard
 * @param repairs repair phrases chosen, by anyone
 * @param owed who is owed a turn, longest owed first
 * @param held words out of turn, kept for their writer
 * @param askAgain from when on somebody may ask again
 * @param wordings the running number of each prompt that all could see
 * @param whispered the running number of each prompt, for each person alone: what one was told in private must not show
 *     in which wording the other gets
 * @param parked the topics that a couple left for another time, oldest first
 * @param lastNudge the kind of sign that each person was last told of
 * @param openings how many openings each has been offered: the next one's place in the round
 */
public record Ledger(
        int talks,
        int turns,
        int bothHeard,
        int repairs,
        List<Person> owed,
        Map<Person, List<Words>> held,
        Map<Person, Instant> askAgain,
        Map<Prompt, Integer> wordings,
        Map<Person, Map<Prompt, Integer>> whispered,
        List<Words> parked,
        Map<Person, String> lastNudge,
        Map<Person, Integer> openings) {

    static final Ledger EMPTY =
            new Ledger(0, 0, 0, 0, List.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of());

    public Ledger {
        owed = List.copyOf(owed);
        held = Sorted.map(held);
        askAgain = Sorted.map(askAgain);
        wordings = Sorted.map(wordings);
        whispered = Sorted.map(whispered);
        parked = List.copyOf(parked);
        lastNudge = Sorted.map(lastNudge);
        openings = Sorted.map(openings);
    }

    Ledger forgets(Person person) {
        return new Ledger(
                talks,
                turns,
                bothHeard,
                repairs,
                owed.stream().filter(p -> !p.equals(person)).toList(),
                Sorted.minus(held, person),
                Sorted.minus(askAgain, person),
                wordings,
                Sorted.minus(whispered, person),
                parked,
                Sorted.minus(lastNudge, person),
                Sorted.minus(openings, person));
    }

    /** The words kept for {@code person}, oldest first. */
    public List<Words> heldFor(Person person) {
        return held.getOrDefault(person, List.of());
    }

    Ledger holds(Person person, Words words) {
        List<Words> more = new ArrayList<>(heldFor(person));
        more.add(words);
        return withHeld(Sorted.plus(held, person, List.copyOf(more)));
    }

    Ledger releases(Person person) {
        return withHeld(Sorted.minus(held, person));
    }

    Ledger owes(Person person) {
        if (owed.contains(person)) {
            return this;
        }
        List<Person> more = new ArrayList<>(owed);
        more.add(person);
        return withOwed(more);
    }

    Ledger owesNoMore(Person person) {
        return withOwed(owed.stream().filter(p -> !p.equals(person)).toList());
    }

    Ledger mayAskAgain(Person person, Instant from) {
        return new Ledger(
                talks,
                turns,
                bothHeard,
                repairs,
                owed,
                held,
                Sorted.plus(askAgain, person, from),
                wordings,
                whispered,
                parked,
                lastNudge,
                openings);
    }

    /** Until when {@code person} may not ask, if that is still ahead at {@code now}. */
    Optional<Instant> mayNotAskUntil(Person person, Instant now) {
        return Optional.ofNullable(askAgain.get(person)).filter(now::isBefore);
    }

    Ledger parks(Words words) {
        List<Words> more = new ArrayList<>(parked);
        more.add(words);
        return withParked(more);
    }

    Ledger unparks(Words words) {
        return withParked(parked.stream().filter(w -> !w.equals(words)).toList());
    }

    private Ledger withParked(List<Words> newParked) {
        return new Ledger(
                talks, turns, bothHeard, repairs, owed, held, askAgain, wordings, whispered, newParked, lastNudge,
                openings);
    }

    /** The running number of the next line of {@code prompt} that all can see. */
    int wording(Prompt prompt) {
        return wordings.getOrDefault(prompt, 0);
    }

    /** The running number of the next line of {@code prompt} for {@code person} alone. */
    int wording(Prompt prompt, Person person) {
        return whispered.getOrDefault(person, Map.of()).getOrDefault(prompt, 0);
    }

    Ledger spoke(Prompt prompt) {
        return counting(Sorted.plus(wordings, prompt, wording(prompt) + 1), whispered);
    }

    Ledger whispered(Prompt prompt, Person person) {
        Map<Prompt, Integer> theirs =
                Sorted.plus(whispered.getOrDefault(person, Map.of()), prompt, wording(prompt, person) + 1);
        return counting(wordings, Sorted.plus(whispered, person, theirs));
    }

    private Ledger counting(Map<Prompt, Integer> newWordings, Map<Person, Map<Prompt, Integer>> newWhispered) {
        return new Ledger(
                talks,
                turns,
                bothHeard,
                repairs,
                owed,
                held,
                askAgain,
                newWordings,
                newWhispered,
                parked,
                lastNudge,
                openings);
    }

    Ledger nudged(Person person, String kind) {
        return new Ledger(
                talks,
                turns,
                bothHeard,
                repairs,
                owed,
                held,
                askAgain,
                wordings,
                whispered,
                parked,
                Sorted.plus(lastNudge, person, kind),
                openings);
    }

    Ledger opened(Person person) {
        return new Ledger(
                talks,
                turns,
                bothHeard,
                repairs,
                owed,
                held,
                askAgain,
                wordings,
                whispered,
                parked,
                lastNudge,
                Sorted.plus(openings, person, openings.getOrDefault(person, 0) + 1));
    }

    Ledger turnTaken() {
        return counting(talks, turns + 1, bothHeard, repairs);
    }

    Ledger repaired() {
        return counting(talks, turns, bothHeard, repairs + 1);
    }

    Ledger talked() {
        return counting(talks + 1, turns, bothHeard, repairs);
    }

    Ledger allHeard() {
        return counting(talks, turns, bothHeard + 1, repairs);
    }

    private Ledger counting(int newTalks, int newTurns, int newBothHeard, int newRepairs) {
        return new Ledger(
                newTalks,
                newTurns,
                newBothHeard,
                newRepairs,
                owed,
                held,
                askAgain,
                wordings,
                whispered,
                parked,
                lastNudge,
                openings);
    }

    private Ledger withHeld(Map<Person, List<Words>> newHeld) {
        return new Ledger(
                talks, turns, bothHeard, repairs, owed, newHeld, askAgain, wordings, whispered, parked, lastNudge,
                openings);
    }

    private Ledger withOwed(List<Person> newOwed) {
        return new Ledger(
                talks, turns, bothHeard, repairs, newOwed, held, askAgain, wordings, whispered, parked, lastNudge,
                openings);
    }
}

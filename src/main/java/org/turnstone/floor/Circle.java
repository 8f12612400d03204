package org.turnstone.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people of a conversation in their order, and who keeps it. A couple is a circle of two without a keeper.
 *
 * <p>Order, keeper, the right to pass and raised hands follow circle practice as Kay Pranis describes it.
 *
 * @param order two to twelve people, each once; the floor goes round in this order
 * @param keeper who opens the circle and looks after it; speaks in turn like everyone
 * @param coKeeper who stands in for the keeper
 * @param raisedHands who asked for a turn and has not had it yet, first asked first
 * @param passed who used the right to pass in this talk
 * @param witnesses how many people this turn's speaker asked to answer, 0 to 3; a couple's one listener always answers
 */
public record Circle(
        List<Person> order,
        Optional<Person> keeper,
        Optional<Person> coKeeper,
        List<Person> raisedHands,
        Set<Person> passed,
        int witnesses) {

    /** The largest circle: more voices than this cannot each be heard in one evening. */
    public static final int LARGEST = 12;

    /** The most witnesses that a speaker can ask for. */
    public static final int MOST_WITNESSES = 3;

    public Circle {
        order = List.copyOf(order);
        raisedHands = List.copyOf(raisedHands);
        passed = Sorted.set(passed);
        if (order.size() < 2 || order.size() > LARGEST || Set.copyOf(order).size() != order.size()) {
            throw new IllegalArgumentException("a circle has 2 to " + LARGEST + " different people, not " + order);
        }
        if (witnesses < 0 || witnesses > MOST_WITNESSES) {
            throw new IllegalArgumentException("0 to " + MOST_WITNESSES + " witnesses, not " + witnesses);
        }
    }

    /** Two partners. */
    public static Circle couple(Person one, Person other) {
        return new Circle(List.of(one, other), Optional.empty(), Optional.empty(), List.of(), Set.of(), 0);
    }

    /** A circle kept by {@code keeper}, who is one of {@code order}. */
    public static Circle keptBy(Person keeper, List<Person> order) {
        return new Circle(order, Optional.of(keeper), Optional.empty(), List.of(), Set.of(), 0);
    }

    public boolean isCouple() {
        return keeper.isEmpty() && order.size() == 2;
    }

    public boolean has(Person person) {
        return order.contains(person);
    }

    public boolean isKeptBy(Person person) {
        return keeper.filter(person::equals).isPresent()
                || coKeeper.filter(person::equals).isPresent();
    }

    /** Everyone but {@code person}, beginning with the one who comes after them. */
    public List<Person> after(Person person) {
        int at = order.indexOf(person);
        List<Person> others = new ArrayList<>(order.subList(at + 1, order.size()));
        others.addAll(order.subList(0, Math.max(at, 0)));
        return List.copyOf(others);
    }

    /** The next person after {@code person}; in a couple, the other. */
    public Person next(Person person) {
        return after(person).get(0);
    }

    /** Who answers {@code speaker}: the other of a couple, or the witnesses asked for. */
    public List<Person> listenersTo(Person speaker) {
        List<Person> others = after(speaker);
        return isCouple() ? others : others.subList(0, Math.min(witnesses, others.size()));
    }

    Circle raises(Person person) {
        if (raisedHands.contains(person)) {
            return this;
        }
        List<Person> hands = new ArrayList<>(raisedHands);
        hands.add(person);
        return new Circle(order, keeper, coKeeper, hands, passed, witnesses);
    }

    Circle lowers(Person person) {
        return new Circle(order, keeper, coKeeper, without(raisedHands, person), passed, witnesses);
    }

    Circle passes(Person person) {
        return new Circle(order, keeper, coKeeper, raisedHands, Sorted.plus(passed, person), witnesses);
    }

    Circle asksFor(int newWitnesses) {
        return new Circle(order, keeper, coKeeper, raisedHands, passed, newWitnesses);
    }

    /** For a new talk: no hands, nobody passed, no witnesses. */
    Circle afresh() {
        return new Circle(order, keeper, coKeeper, List.of(), Set.of(), 0);
    }

    /** Only those of {@code people}; there must be at least two. A co-keeper takes over from a keeper who left. */
    Circle only(Set<Person> people) {
        List<Person> rest = order.stream().filter(people::contains).toList();
        Optional<Person> stays = keeper.filter(people::contains).or(() -> coKeeper.filter(people::contains));
        Optional<Person> keeps = keeper.isPresent() ? stays.or(() -> Optional.of(rest.get(0))) : Optional.empty();
        return new Circle(
                rest,
                keeps,
                coKeeper.filter(people::contains)
                        .filter(c -> keeps.filter(c::equals).isEmpty()),
                raisedHands.stream().filter(people::contains).toList(),
                passed.stream().filter(people::contains).collect(java.util.stream.Collectors.toSet()),
                witnesses);
    }

    private static List<Person> without(List<Person> people, Person person) {
        return people.stream().filter(p -> !p.equals(person)).toList();
    }
}

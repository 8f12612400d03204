package org.turnstone.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people of a conversation in their order, and who keeps it. A couple is a circle of two without a keeper.
 *
 * <p>Order, keeper, the right to pass and raised hands follow circle practice as Kay Pranis describes it.
 *
 * @param order two to twelve people, each once; the floor goes round in this order. While a circle gathers it may be its
 *     keeper alone
 * @param keeper who opens the circle and looks after it; speaks in turn like everyone, and may be away for a talk
 * @param coKeeper who stands in for the keeper
 * @param raisedHands who asked for a turn and has not had it yet, first asked first
 * @param passed who used the right to pass in this talk
 * @param witnesses how many people this turn's speaker asked to answer, 0 to 3; a couple's one listener always answers
 * @param gathering how a circle comes together; a couple just does
 */
public record Circle(
        List<Person> order,
        Optional<Person> keeper,
        Optional<Person> coKeeper,
        List<Person> raisedHands,
        Set<Person> passed,
        int witnesses,
        Optional<Gathering> gathering) {

    /** The fewest with whom a circle opens. */
    public static final int SMALLEST = 3;

    /** The largest circle: more voices than this cannot each be heard in one evening. */
    public static final int LARGEST = 12;

    /** The most witnesses that a speaker can ask for. */
    public static final int MOST_WITNESSES = 3;

    public Circle {
        order = List.copyOf(order);
        raisedHands = List.copyOf(raisedHands);
        passed = Sorted.set(passed);
        Objects.requireNonNull(gathering);
        int fewest = gathering.isPresent() ? 1 : 2;
        if (order.size() < fewest || order.size() > LARGEST || Set.copyOf(order).size() != order.size()) {
            throw new IllegalArgumentException("a circle has 2 to " + LARGEST + " different people, not " + order);
        }
        if (witnesses < 0 || witnesses > MOST_WITNESSES) {
            throw new IllegalArgumentException("0 to " + MOST_WITNESSES + " witnesses, not " + witnesses);
        }
    }

    /** Two partners. */
    public static Circle couple(Person one, Person other) {
        return new Circle(
                List.of(one, other), Optional.empty(), Optional.empty(), List.of(), Set.of(), 0, Optional.empty());
    }

    /** A circle of just these people, kept by {@code keeper}, who is one of them. */
    public static Circle keptBy(Person keeper, List<Person> order) {
        return keptBy(keeper, Optional.empty(), Gathering.byName(order));
    }

    /** A circle that comes together as {@code gathering} says; keeper and co-keeper are members of it. */
    public static Circle keptBy(Person keeper, Optional<Person> coKeeper, Gathering gathering) {
        return new Circle(
                gathering.members(), Optional.of(keeper), coKeeper, List.of(), Set.of(), 0, Optional.of(gathering));
    }

    public boolean isCouple() {
        return keeper.isEmpty() && order.size() == 2;
    }

    public boolean has(Person person) {
        return order.contains(person);
    }

    /** Whether {@code person} is outside, and may still come in if the circle has not opened yet. */
    public boolean admits(Person person) {
        return !has(person) && isOpenToAll() && !isFull();
    }

    boolean isOpenToAll() {
        return gathering.filter(g -> g.door() == Gathering.Door.OPEN).isPresent();
    }

    public boolean isFull() {
        return order.size() >= LARGEST;
    }

    public boolean isKeptBy(Person person) {
        return keepers().contains(person);
    }

    /** Who keeps it now: keeper and co-keeper, or, where both have left, whoever sits first. Nobody in a couple. */
    public List<Person> keepers() {
        List<Person> present = Stream.of(keeper, coKeeper)
                .flatMap(Optional::stream)
                .filter(this::has)
                .toList();
        return present.isEmpty() && keeper.isPresent() ? order.subList(0, 1) : present;
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
        return with(hands, passed, witnesses);
    }

    Circle lowers(Person person) {
        return with(without(raisedHands, person), passed, witnesses);
    }

    Circle passes(Person person) {
        return with(raisedHands, Sorted.plus(passed, person), witnesses);
    }

    Circle asksFor(int newWitnesses) {
        return with(raisedHands, passed, newWitnesses);
    }

    private Circle with(List<Person> hands, Set<Person> newPassed, int newWitnesses) {
        return new Circle(order, keeper, coKeeper, hands, newPassed, newWitnesses, gathering);
    }

    /** Another order of the same people. */
    public Circle inOrder(List<Person> newOrder) {
        return new Circle(newOrder, keeper, coKeeper, raisedHands, passed, witnesses, gathering);
    }

    /** With so many witnesses, as a speaker asks for them. */
    public Circle with(int newWitnesses) {
        return asksFor(newWitnesses);
    }

    private Circle with(UnaryOperator<Gathering> change) {
        return new Circle(order, keeper, coKeeper, raisedHands, passed, witnesses, gathering.map(change));
    }

    /** {@code person} comes in, and sits down last. */
    Circle joinedBy(Person person) {
        List<Person> more = new ArrayList<>(order);
        more.add(person);
        return inOrder(more).with(g -> g.joinedBy(person));
    }

    /** From {@code at} on the time that was said beforehand runs. */
    Circle begins(Instant at) {
        return with(g -> g.begins(at));
    }

    Circle extended(Instant at) {
        return with(g -> g.extended(at));
    }

    /** The keeper has heard that the time is up. */
    Circle untimed() {
        return with(Gathering::untimed);
    }

    /** For a new talk: everyone who belongs, no hands, nobody passed, no witnesses. */
    Circle afresh() {
        List<Person> all = gathering.map(Gathering::members).orElse(order);
        return new Circle(all, keeper, coKeeper, List.of(), Set.of(), 0, gathering.map(Gathering::untimed));
    }

    /** Without {@code person}, for good; empty where fewer than two would belong. Whoever kept it is followed by another. */
    Optional<Circle> forgets(Person person) {
        List<Person> belong = without(gathering.map(Gathering::members).orElse(order), person);
        if (belong.size() < 2 || keeper.isEmpty()) {
            return Optional.empty();
        }
        List<Person> present = without(order, person);
        Optional<Person> second = coKeeper.filter(p -> !p.equals(person));
        Optional<Person> first =
                keeper.filter(p -> !p.equals(person)).or(() -> second).or(() -> Optional.of(belong.get(0)));
        return Optional.of(new Circle(
                present.isEmpty() ? belong : present,
                first,
                second.filter(p -> !first.equals(Optional.of(p))),
                without(raisedHands, person),
                Sorted.minus(passed, person),
                witnesses,
                gathering.map(g -> g.leftBy(person))));
    }

    /** Only those of {@code people}; there must be at least two. */
    Circle only(Set<Person> people) {
        return new Circle(
                order.stream().filter(people::contains).toList(),
                keeper,
                coKeeper,
                raisedHands.stream().filter(people::contains).toList(),
                passed.stream().filter(people::contains).collect(Collectors.toSet()),
                witnesses,
                gathering);
    }

    private static List<Person> without(List<Person> people, Person person) {
        return people.stream().filter(p -> !p.equals(person)).toList();
    }
}

package org.turnstone.floor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One room's conversation: who, how, and where it stands. Immutable: {@link #on} returns what comes next and what the
 * room should do about it.
 *
 * @param circle whose conversation it is
 * @param customs the room's limits and waits
 * @param pace of the present talk
 * @param phase where it stands
 * @param talk what has happened in the present talk
 * @param ledger what is remembered from talk to talk
 */
public record Conversation(Circle circle, Customs customs, Pace pace, Phase phase, Talk talk, Ledger ledger) {
    public Conversation {
        Objects.requireNonNull(circle);
        Objects.requireNonNull(customs);
        Objects.requireNonNull(pace);
        Objects.requireNonNull(phase);
        Objects.requireNonNull(talk);
        Objects.requireNonNull(ledger);
    }

    /** A room in which nobody has asked for anything yet. */
    public static Conversation of(Circle circle, Customs customs) {
        return new Conversation(circle, customs, customs.quick(), new Open(), Talk.NEW, Ledger.EMPTY);
    }

    /** What {@code event} leads to. Whoever is not of the circle moves nothing. */
    public Step on(Event event) {
        if (!event.isOf(circle)) {
            return stays();
        }
        Step step = event.meets(phase, this);
        Set<Person> waiting = step.next().waiting();
        return waiting.equals(waiting()) ? step : step.restricts(waiting);
    }

    /** Whose words would be out of turn: of a couple, whoever has no word just now. A circle holds its floor by courtesy. */
    private Set<Person> waiting() {
        return phase instanceof InTurn turn && circle.isCouple()
                ? circle.order().stream().filter(p -> !turn.hasAWord(this, p)).collect(Collectors.toSet())
                : Set.of();
    }

    /** What {@code person} may do now, beside writing; nothing for a stranger, unless a circle gathers and lets them in. */
    public List<Move> moves(Person person) {
        return circle.has(person) || admits(person) ? phase.moves(this, person) : List.of();
    }

    /** Whether {@code person} is a stranger who may still come in: a circle is closed to newcomers once it has opened. */
    public boolean admits(Person person) {
        return phase instanceof Inviting && circle.admits(person);
    }

    /** When silence becomes an event, if it does: the phase's end, or that of the time a circle was meant to take. */
    public Optional<Instant> wakesAt() {
        return Stream.of(phase.wakesAt(), timeUpAt()).flatMap(Optional::stream).min(Instant::compareTo);
    }

    Optional<Instant> timeUpAt() {
        return phase instanceof InTurn ? circle.gathering().flatMap(Gathering::until) : Optional.empty();
    }

    /** Time that is up warns, and ends nothing: those who keep the circle hear of it, once. */
    Step timeIsUp() {
        Step step = with(circle.untimed()).stays();
        for (Person keeper : circle.keepers()) {
            step = step.whisper(keeper, Prompt.TIME_IS_UP, Slots.NONE, Move.EXTEND, Move.ENOUGH);
        }
        return step;
    }

    /**
     * The same without anything of {@code person}; empty where too few would be left to talk. Whoever forgets is out of the
     * talk before.
     */
    public Optional<Conversation> without(Person person) {
        return circle.forgets(person)
                .map(rest ->
                        new Conversation(rest, customs, pace, phase, talk.forgets(person), ledger.forgets(person)));
    }

    /** How somebody leaves at once: a couple's talk stops with them, a circle goes on without them. */
    public Move wayOut() {
        return circle.isCouple() ? Move.STOP : Move.LEAVE;
    }

    /** Where the conversation stands, in one line for all. */
    public Status status() {
        return phase.status(this);
    }

    /** What was given to be kept and is still waited for: its text goes when it is not among these any more. */
    public List<Words> keeps() {
        return Parking.keeps(this).toList();
    }

    Waits waits() {
        return customs.waits();
    }

    Step stays() {
        return new Step(this, List.of());
    }

    Step enters(Phase next) {
        return with(next).stays();
    }

    Conversation with(Phase next) {
        return new Conversation(circle, customs, pace, next, talk, ledger);
    }

    Conversation with(Circle next) {
        return new Conversation(next, customs, pace, phase, talk, ledger);
    }

    Conversation with(Pace next) {
        return new Conversation(circle, customs, next, phase, talk, ledger);
    }

    Conversation with(Talk next) {
        return new Conversation(circle, customs, pace, phase, next, ledger);
    }

    Conversation with(Ledger next) {
        return new Conversation(circle, customs, pace, phase, talk, next);
    }
}

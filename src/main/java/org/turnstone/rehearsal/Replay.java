package org.turnstone.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Closing;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Event;
import org.turnstone.floor.InTurn;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Open;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Person;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Speaking;
import org.turnstone.floor.Step;
import org.turnstone.floor.Turn;
import org.turnstone.floor.Words;
import org.turnstone.room.Ear;
import org.turnstone.room.Input;
import org.turnstone.room.Manners;
import org.turnstone.room.Understanding;

/**
 * Plays an exported chat through the bot. People who wrote without a bot gave no answers and pressed no buttons, so what the
 * floor needs to follow them is supplied: the invitation, a pass when the other answers, "one more thing" when the first goes
 * on, the return when somebody writes after a pause. Where a message says its role, that decides over the floor.
 *
 * <p>After a step aside nothing is mediated any more; only further words of harm are noticed. For one thread.
 */
final class Replay {
    private static final Instant START = Instant.parse("2026-01-05T18:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(20);

    private final Ear ear;
    private Conversation c;
    private Instant now = START;
    private List<Effect> before = new ArrayList<>();
    private boolean stoodAside;
    private final Map<Person, String> lastWords = new LinkedHashMap<>();

    Replay(Export export, Ear ear, Customs customs) {
        this.ear = ear;
        this.c = Conversation.of(circle(export), customs);
    }

    private static Circle circle(Export export) {
        List<Person> people =
                new ArrayList<>(export.people().stream().map(Person::new).toList());
        if (people.size() == 1) {
            people.add(new Person("(nobody else)"));
        }
        if (people.size() > Circle.LARGEST) {
            throw new ExportProblem("This chat has " + people.size() + " people, and a circle holds " + Circle.LARGEST
                    + ". Export a smaller part of it.");
        }
        return people.size() == 2 ? Circle.couple(people.get(0), people.get(1)) : Circle.keptBy(people.get(0), people);
    }

    Happened play(Message message) {
        Person who = new Person(message.from());
        now = message.at().filter(now::isBefore).orElse(now.plus(BETWEEN));
        before = new ArrayList<>();
        boolean alarming = ear.alarm(message.text()).isPresent();
        if (!stoodAside) {
            makeRoomFor(message, who);
        }
        Happened happened = stoodAside && !alarming
                ? new Happened(message, who, List.of(), List.of(), Optional.empty(), Optional.empty())
                : happened(message, who, understood(message, who));
        stoodAside |= happened.aside().isPresent();
        lastWords.remove(who);
        lastWords.put(who, message.text());
        return happened;
    }

    /** What somebody else wrote last. */
    private String wordsBefore(Person who) {
        String last = "";
        for (Map.Entry<Person, String> entry : lastWords.entrySet()) {
            last = entry.getKey().equals(who) ? last : entry.getValue();
        }
        return last;
    }

    private Event understood(Message message, Person who) {
        String ref = "message " + message.index();
        return new Understanding(
                        c,
                        who,
                        now,
                        new Words(ref, message.text().length()),
                        Manners.UNSAID,
                        wordsBefore(who),
                        Event.Readiness.READY,
                        ear)
                .of(new Input.Wrote(message.text(), Optional.of(ref)))
                .orElseThrow();
    }

    private Happened happened(Message message, Person who, Event event) {
        Optional<Happened.Read> read = Optional.empty();
        if (event instanceof Event.Said said && c.phase() instanceof InTurn turn && turn.hasAWord(c, who)) {
            read = Optional.of(new Happened.Read(turn.role(who), said.reading()));
        }
        Step step = c.on(event);
        c = step.next();
        Optional<Effect.StepAside> aside = step.effects().stream()
                .filter(Effect.StepAside.class::isInstance)
                .map(Effect.StepAside.class::cast)
                .findFirst();
        return new Happened(message, who, before, step.effects(), read, aside);
    }

    /** Brings the floor to where {@code who} can say this, as the message's role or the turns have it. */
    private void makeRoomFor(Message message, Person who) {
        if (c.phase() instanceof Paused) {
            resumes();
        }
        if (c.phase() instanceof Closing) {
            supply(new Event.HadEnough(keeper(who), now));
        }
        if (message.as().isPresent()) {
            takesRole(message.as().get(), who);
            return;
        }
        if (c.phase() instanceof Open) {
            begins(who);
        }
        followsTheTurns(message, who);
    }

    private Person keeper(Person who) {
        return c.circle().keeper().orElse(who);
    }

    private void begins(Person who) {
        if (!(c.phase() instanceof Open)) {
            supply(new Event.Left(who, now));
        }
        Person asker = keeper(who);
        supply(new Event.Asked(asker, now, c.customs().full(), Optional.empty(), Event.Readiness.READY));
        for (Person other : c.circle().after(asker)) {
            supply(new Event.Came(other, now, Event.Readiness.READY));
        }
        if (!isSpeaking(who)) {
            plays(Speaking.begin(c, who));
        }
    }

    private void resumes() {
        for (int round = 0; round < 2 && c.phase() instanceof Paused; round++) {
            for (Person person : c.circle().order()) {
                supply(new Event.Returned(person, now));
            }
        }
    }

    /** As the turns have it: whoever goes on goes on, and whoever answers has been passed the floor. */
    private void followsTheTurns(Message message, Person who) {
        if (answers(message, who)) {
            return;
        }
        if (c.phase() instanceof LeaningIn leaning
                && who.equals(leaning.turn().speaker())
                && !leaning.replied().isEmpty()) {
            supply(new Event.Replied(leaning.replied().iterator().next(), now));
        }
        if (c.phase() instanceof Checking checking && who.equals(checking.turn().speaker()) && !answers(message, who)) {
            supply(new Event.Answered(who, now, Event.Answer.ONE_MORE_THING));
        }
        boolean othersTurn = c.phase() instanceof Speaking speaking
                && !who.equals(speaking.turn().speaker())
                && speaking.turn().said().isPresent();
        if (othersTurn && c.phase() instanceof Speaking speaking) {
            supply(new Event.Yielded(speaking.turn().speaker(), now));
        }
    }

    /** A plea to stop is an answer in itself, and words of harm must lead to a pause in just the same way. */
    private boolean answers(Message message, Person who) {
        return ear.typed(message.text(), c.moves(who)).isPresent()
                || ear.alarm(message.text()).isPresent();
    }

    private void takesRole(Message.As as, Person who) {
        Person other = c.circle().next(who);
        switch (as) {
            case SPEAKER -> {
                if (!isSpeaking(who)) {
                    plays(Speaking.begin(fullTalk(), who));
                }
            }
            case OUT_OF_TURN -> {
                if (!isSpeaking(other)) {
                    plays(Speaking.begin(fullTalk(), other));
                }
            }
            case LISTENER -> listens(who, other);
        }
    }

    private void listens(Person who, Person other) {
        boolean listening = c.phase() instanceof InTurn turn
                && !(c.phase() instanceof Speaking)
                && !who.equals(turn.turn().speaker())
                && turn.hasAWord(c, who);
        if (listening) {
            return;
        }
        boolean passes = c.circle().isCouple()
                && c.phase() instanceof Speaking speaking
                && other.equals(speaking.turn().speaker())
                && speaking.turn().said().isPresent();
        if (passes) {
            supply(new Event.Yielded(other, now));
        } else {
            plays(LeaningIn.begin(witnessed(fullTalk(), who, other), Turn.of(other), now));
        }
    }

    /** In a circle somebody answers only where the speaker asked for it: they are its one witness, and sit next to them. */
    private static Conversation witnessed(Conversation talk, Person who, Person other) {
        if (talk.circle().isCouple()) {
            return talk;
        }
        Circle circle = talk.circle();
        List<Person> order = new ArrayList<>(circle.order());
        order.remove(who);
        order.add(order.indexOf(other) + 1, who);
        return new Conversation(
                circle.inOrder(order).with(1), talk.customs(), talk.pace(), talk.phase(), talk.talk(), talk.ledger());
    }

    private Conversation fullTalk() {
        return new Conversation(c.circle(), c.customs(), c.customs().full(), c.phase(), c.talk(), c.ledger());
    }

    private boolean isSpeaking(Person person) {
        Phase phase = c.phase();
        return phase instanceof Speaking speaking
                && person.equals(speaking.turn().speaker());
    }

    private void supply(Event event) {
        plays(c.on(event));
    }

    private void plays(Step step) {
        c = step.next();
        before.addAll(step.effects());
    }
}

package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Event;
import org.turnstone.floor.InTurn;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Step;
import org.turnstone.floor.Words;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.room.RoomStore.Change;
import org.turnstone.room.RoomStore.Due;
import org.turnstone.room.RoomStore.Outcome;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.RoomStore.Saved;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;

/**
 * Brings what people do to their conversations. For each input: load, understand, step, save everything in one
 * transaction, and only then play what is owed, in order. A crash at any line loses nothing and says nothing twice; an
 * input delivered twice changes nothing. Threads may share one.
 */
public final class Rooms {
    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    private static final int DUE_AT_ONCE = 200;

    private final RoomStore store;
    private final People people;
    private final Function<String, Ear> ears;
    private final Stages stages;
    private final Bystander bystander;
    private final Lanes lanes = new Lanes();
    private final LastWords lastWords = new LastWords();
    private final Retries retries = new Retries();
    private final Misreadings misreadings;

    /**
     * @param ears the ear for a language tag
     * @param stages where effects are played
     */
    public Rooms(RoomStore store, People people, Function<String, Ear> ears, Stages stages) {
        this(store, people, ears, stages, Bystander.NOBODY);
    }

    /** @param bystander sees what moves rooms */
    public Rooms(RoomStore store, People people, Function<String, Ear> ears, Stages stages, Bystander bystander) {
        this.store = store;
        this.people = people;
        this.ears = ears;
        this.stages = stages;
        this.bystander = bystander;
        this.misreadings = new Misreadings(store, people);
    }

    /** What was said to be misread, and what may be kept of it. */
    public Misreadings misreadings() {
        return misreadings;
    }

    /** Opens a room for these people, unless it is open already. */
    public void open(String room, Circle circle, Customs customs) {
        store.begin(room, Conversation.of(circle, customs));
    }

    /** How the conversation in {@code room} stands. */
    public Optional<Conversation> conversation(String room) {
        return store.load(room).map(Saved::conversation);
    }

    /**
     * Takes in what somebody did.
     *
     * @param event the platform's own id of it, unique in the room: a second delivery changes nothing
     * @param at when it happened
     */
    public Taken take(String room, String event, Person who, Input input, Instant at) {
        if (input.text()
                .filter(text -> text.isBlank() || text.length() > Input.LONGEST)
                .isPresent()) {
            return new Taken(Taken.How.TOO_LONG, conversation(room));
        }
        Instant moment = at.truncatedTo(ChronoUnit.MILLIS);
        return lanes.in(room, () -> {
            Taken taken = takeIn(room, event, who, input, moment);
            play(room, moment);
            return taken;
        });
    }

    private Taken takeIn(String room, String event, Person who, Input input, Instant at) {
        while (true) {
            Optional<Saved> saved = store.load(room);
            if (saved.isEmpty()) {
                return new Taken(Taken.How.NO_ROOM, Optional.empty());
            }
            Conversation c = saved.get().conversation();
            if (!c.circle().has(who) && !c.admits(who)) {
                return new Taken(Taken.How.STRANGER, Optional.empty());
            }
            if (store.hasSeen(room, event)) {
                return new Taken(Taken.How.AGAIN, Optional.of(c));
            }
            Optional<Taken> taken = takeIn(room, saved.get(), event, who, input, at);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    /** Empty when somebody else saved in between. */
    private Optional<Taken> takeIn(String room, Saved saved, String event, Person who, Input input, Instant at) {
        Conversation c = saved.conversation();
        Manners manners = people.of(who);
        Ear ear = ears.apply(manners.language());
        Optional<Move> typed =
                input instanceof Input.Wrote wrote ? ear.typed(wrote.words(), c.moves(who)) : Optional.empty();
        if (Understanding.begins(c, input, typed) && needsSetUp(room, who, at)) {
            return Optional.of(new Taken(Taken.How.SET_UP_FIRST, Optional.of(c)));
        }
        Words words = words(room, event, input);
        Understanding understanding = new Understanding(
                c, who, at, words, manners, lastWords.before(room, who), readiness(room, c, who, at), ear);
        Optional<Event> happened = understanding.of(input);
        Step step = happened.map(c::on).orElse(new Step(c, List.of()));
        noteFlooding(who, input, at);
        if (step.effects().isEmpty() && step.next().equals(c)) {
            return Optional.of(new Taken(Taken.How.NOTHING, Optional.of(c)));
        }
        KeptWords kept = new KeptWords(room, who, input, words, at);
        Outcome outcome = store.save(change(room, saved, event, at, step, kept.after(step)));
        if (outcome == Outcome.STALE) {
            return Optional.empty();
        }
        if (outcome == Outcome.SAVED) {
            happened.ifPresent(moved -> bystander.saw(room, c, step.next(), moved));
        }
        remember(room, who, happened, input);
        input.text().ifPresent(text -> misreadings.saw(room, text, words, step.effects(), at));
        return Optional.of(
                new Taken(outcome == Outcome.SEEN ? Taken.How.AGAIN : Taken.How.MOVED, Optional.of(step.next())));
    }

    private static Words words(String room, String event, Input input) {
        Optional<String> message = input instanceof Input.Wrote wrote ? wrote.message() : Optional.empty();
        int length = input.text().map(String::length).orElse(0);
        return new Words(message.orElse(room + "/" + event), length);
    }

    private static Change change(String room, Saved saved, String event, Instant at, Step step, List<Kept> words) {
        List<String> returned = new ArrayList<>(letGo(saved.conversation(), step.next()));
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Release release) {
                release.words().forEach(w -> returned.add(w.ref()));
            }
        }
        return new Change(
                room,
                saved.version(),
                event,
                at,
                step.next(),
                step.effects(),
                step.next().wakesAt(),
                words,
                returned);
    }

    /** A topic that was taken up or let go, and what turned out not to be missing, has no list to wait for any more. */
    private static List<String> letGo(Conversation before, Conversation after) {
        List<Words> still = after.keeps();
        return before.keeps().stream()
                .filter(words -> !still.contains(words))
                .map(Words::ref)
                .toList();
    }

    /** What was said aloud is what the next reply is read beside; a message that led to an aside is not. */
    private void remember(String room, Person who, Optional<Event> happened, Input input) {
        if (happened.filter(Event.Said.class::isInstance).isPresent()) {
            input.text().ifPresent(text -> lastWords.said(room, who, text));
        }
    }

    /** Somebody too flooded to take anything in is not asked to, and nobody learns of it. */
    private void noteFlooding(Person who, Input input, Instant at) {
        if (input instanceof Input.Measures measures && measures.level() >= Event.Measured.FLOODED_FROM) {
            Manners manners = people.of(who);
            Instant until = at.plus(FLOODED_FOR);
            if (!manners.isResting(until)) {
                people.save(who, manners.restingUntil(Optional.of(until)));
            }
        }
    }

    /** For how long a talk does not begin after somebody was flooded. */
    private static final Duration FLOODED_FOR = Duration.ofHours(1);

    /** In a couple it takes both; into a circle each comes for themselves, and one who does not keeps nobody else away. */
    private Event.Readiness readiness(String room, Conversation c, Person who, Instant at) {
        boolean notBefore = people.notBefore(room).filter(at::isBefore).isPresent();
        List<Person> concerned = c.circle().isCouple() ? c.circle().order() : List.of(who);
        boolean resting = concerned.stream().anyMatch(p -> people.of(p).isResting(at));
        return notBefore || resting || isApart(c, who, at) ? Event.Readiness.NOT_NOW : Event.Readiness.READY;
    }

    /** Two who cannot have a talk of their own before a date are not brought together in a circle either. */
    private boolean isApart(Conversation c, Person who, Instant at) {
        return !c.circle().isCouple()
                && c.circle().after(who).stream()
                        .anyMatch(other -> people.notBefore(pair(who, other))
                                .filter(at::isBefore)
                                .isPresent());
    }

    /** Where the date of two people is kept that holds for them in every room: the same in whichever order they are named. */
    public static String pair(Person one, Person other) {
        int end = one.id().indexOf(':') + 1;
        String two = Stream.of(one, other)
                .map(person -> person.id().substring(person.id().indexOf(':') + 1))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("-"));
        return one.id().substring(0, end) + "0/" + two;
    }

    /**
     * After private answers that say no talk should start: a couple's cannot before {@code date}, without who. A circle does
     * not wait for one of its people: for {@code who} it is as if they had said, privately, that it is not the time.
     */
    public void notBefore(String room, Person who, Instant date) {
        boolean couple = conversation(room).filter(c -> c.circle().isCouple()).isPresent();
        if (couple) {
            people.setNotBefore(room, date);
            return;
        }
        Manners manners = people.of(who);
        Instant later = manners.notUntil().filter(date::isBefore).orElse(date);
        people.save(who, manners.restingUntil(Optional.of(later)));
    }

    /** Whether {@code who} has to go through set-up before a talk: never yet, too long ago, or after a date that passed. */
    public boolean needsSetUp(String room, Person who, Instant now) {
        Manners manners = people.of(who);
        return !manners.isSetUp(now)
                || askedAgainFrom(room, who)
                        .filter(date -> !now.isBefore(date))
                        .anyMatch(
                                date -> manners.setUpAt().filter(date::isAfter).isPresent());
    }

    /** A set-up that said no and a private "not today" for a week end alike: with the questions, for both. */
    private Stream<Instant> askedAgainFrom(String room, Person who) {
        Stream<Person> two = conversation(room).map(Conversation::circle).filter(Circle::isCouple).stream()
                .flatMap(couple -> couple.order().stream());
        return Stream.concat(
                people.notBefore(room).stream(),
                Stream.concat(Stream.of(who), two).distinct().flatMap(p -> people.of(p).asksAgain().stream()));
    }

    /**
     * Reads {@code words} as if {@code who} said them now. Nothing moves, and nothing is kept.
     *
     * @param room where they would say them; empty: nowhere yet
     */
    public Draft draft(Optional<String> room, Person who, String words) {
        Optional<Conversation> now =
                room.flatMap(this::conversation).filter(c -> c.circle().has(who));
        Role role = now.flatMap(Rooms::turn).map(turn -> turn.role(who)).orElse(Role.LISTENER);
        Ear ear = ears.apply(people.of(who).language());
        Optional<Concern> concern = ear.alarm(words).map(Alarm::concern);
        String before = room.map(r -> lastWords.before(r, who)).orElse("");
        Reading reading = concern.isPresent() ? Reading.NOTHING : ear.read(new Utterance(words, role, before));
        return new Draft(role, concern, reading, now.map(c -> place(c, who)).orElse(Draft.Place.NOWHERE));
    }

    private static Optional<InTurn> turn(Conversation c) {
        return c.phase() instanceof InTurn turn ? Optional.of(turn) : Optional.empty();
    }

    private static Draft.Place place(Conversation c, Person who) {
        return turn(c).map(turn -> turn.hasAWord(c, who) ? Draft.Place.FLOOR : Draft.Place.WAITS)
                .orElse(Draft.Place.NOWHERE);
    }

    /** Nothing moved a room until its deadline; plays what is owed and was not played; gives back what was held a day. */
    public void wake(Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.MILLIS);
        for (Due due : store.due(now, DUE_AT_ONCE)) {
            quietly(due.room(), () -> lapse(due, now));
        }
        for (Kept words : store.expired(now)) {
            quietly(words.room(), () -> giveBack(words, now));
        }
        for (String room : store.roomsOwed()) {
            if (retries.isDue(room, now)) {
                quietly(room, () -> play(room, now));
            }
        }
    }

    private void quietly(String room, Runnable work) {
        try {
            lanes.in(room, () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "A room could not be woken and will be tried again: {}",
                    e.getClass().getName());
        }
    }

    private void lapse(Due due, Instant now) {
        Optional<Saved> saved = store.load(due.room());
        if (saved.isPresent()) {
            Conversation before = saved.get().conversation();
            Event lapsed = new Event.Lapsed(now, due.deadline());
            Step step = before.on(lapsed);
            String event = "lapsed/" + due.deadline();
            Outcome outcome = store.save(change(due.room(), saved.get(), event, now, step, List.of()));
            if (outcome == Outcome.SAVED) {
                bystander.saw(due.room(), before, step.next(), lapsed);
            }
            play(due.room(), now);
        }
    }

    private void giveBack(Kept words, Instant now) {
        Line line = new Line(Prompt.YOUR_WORDS_BACK, 0, Slots.NONE);
        Words reference = new Words(words.ref(), words.text().length());
        store.giveBack(words, now, new Effect.Release(words.owner(), List.of(reference), line));
        play(words.room(), now);
    }

    /** Plays what the room is owed, in order, unless another process does; stops at the first that does not go through. */
    private void play(String room, Instant now) {
        List<Owed> owed = store.owed(room);
        if (owed.isEmpty()) {
            return;
        }
        try {
            while (!owed.isEmpty() && playAll(room, owed, now)) {
                owed = store.owed(room);
            }
        } finally {
            store.release(room);
        }
    }

    /** Whether all went through; the right to play is taken anew for each, since playing may take long. */
    private boolean playAll(String room, List<Owed> all, Instant now) {
        for (Owed owed : all) {
            if (!store.claim(room)) {
                return false;
            }
            try {
                owed.effect().playOn(stages.of(owed));
                store.played(owed.id());
                retries.worked(room);
            } catch (RuntimeException e) {
                retries.failed(room, now);
                told(owed, e);
                return false;
            }
        }
        return true;
    }

    private static void told(Owed owed, RuntimeException why) {
        if (why instanceof NotPlayed waiting && waiting.isWaiting()) {
            LOG.debug("Effect {} waits: {}", owed.id(), waiting.getMessage());
        } else {
            String reason =
                    why instanceof NotPlayed ? why.getMessage() : why.getClass().getName();
            LOG.warn("Effect {} is still owed and will be tried again: {}", owed.id(), reason);
        }
    }

    /** Plays what the room is owed: its platform can be reached again, for the moment. */
    public void plays(String room, Instant now) {
        lanes.in(room, () -> {
            play(room, now);
            return null;
        });
    }

    /**
     * Forgets a room in which nothing has happened since {@code since}, with all that was given in it to be kept. What waits
     * for somebody still waits, and a date before which no talk can start stands.
     *
     * @return whether it is forgotten
     */
    public boolean forgetIfQuiet(String room, Instant since) {
        return lanes.in(room, () -> {
            boolean quiet = isQuiet(room, since);
            if (quiet) {
                store.abandon(room);
            }
            return quiet;
        });
    }

    private boolean isQuiet(String room, Instant since) {
        return store.lastSeen(room).filter(since::isBefore).isEmpty();
    }

    /** Forgets a room that nobody comes back to, as soon as it owes nothing. */
    public void abandon(String room) {
        lanes.in(room, () -> {
            store.abandon(room);
            return null;
        });
    }

    /** Takes off the list for another time whatever was kept for a shorter time than it waited. */
    public void unlistWhatIsGone(String room, Instant now) {
        conversation(room)
                .ifPresent(c -> c.ledger().parked().stream()
                        .filter(topic -> text(topic).isEmpty())
                        .forEach(topic -> take(
                                room,
                                "unlisted/" + topic.ref(),
                                c.circle().order().get(0),
                                new Input.LetsGo(topic.ref()),
                                now)));
    }

    /** Ends a talk in which nothing has happened since {@code since}: everyone gets back what was kept for them. */
    public void endIfQuiet(String room, Instant since, Instant now) {
        if (!isQuiet(room, since)) {
            return;
        }
        List<Person> people = conversation(room).map(c -> c.circle().order()).orElse(List.of());
        for (Person person : people) {
            boolean over =
                    conversation(room).filter(c -> !(c.phase() instanceof Open)).isEmpty();
            if (!over) {
                take(room, "left/" + person.id() + "/" + now, person, new Input.Pressed(Move.LEAVE), now);
            }
        }
    }

    /** Whether the room is owed a later status line, which says all that this one would. */
    public boolean isOvertaken(Owed owed) {
        return store.owed(owed.room()).stream()
                .anyMatch(later -> later.id() > owed.id() && later.effect() instanceof Effect.Show);
    }

    /** What was written under {@code ref}, if it is still kept. */
    public Optional<String> text(Words words) {
        return store.text(words.ref());
    }

    /** {@code person} is out at once, without a reason. */
    void stop(String room, Person person, Instant at) {
        conversation(room)
                .map(Conversation::wayOut)
                .ifPresent(out -> take(room, "out/" + at.toEpochMilli(), person, new Input.Pressed(out), at));
    }

    /** What the room remembers of {@code person} themselves. */
    Optional<Held.Part> part(String room, Person person) {
        return conversation(room).map(c -> Held.Part.of(room, c, person));
    }

    /** The next reply is read by itself. */
    void forgetLastWords(String room) {
        lastWords.forget(room);
    }

    /** The room knows {@code person} no more. Nothing is said about it. */
    void forget(String room, Person person, Forgetting.Stays stays) {
        lanes.in(room, () -> {
            new Forgetting(store, room, stays).of(person);
            lastWords.forget(room);
            return null;
        });
    }
}

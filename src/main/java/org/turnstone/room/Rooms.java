package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
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

    /**
     * How many silences become events at one waking: after hours in which the program did not run, thousands may be due, and
     * each says something. At one waking a second this is half of what Discord takes from one bot in all.
     */
    private static final int DUE_AT_ONCE = 25;

    private final RoomStore store;
    private final People people;
    private final Function<String, Ear> ears;
    private final Bystander bystander;
    private final Upkeep upkeep;
    private final Lanes lanes = new Lanes();
    private final LastWords lastWords = new LastWords();
    private final Playing playing;
    private final WhenToTalk whenToTalk;
    private final Misreadings misreadings;
    private final Set<String> waking = ConcurrentHashMap.newKeySet();

    /**
     * @param ears the ear for a language tag
     * @param stages where effects are played
     */
    public Rooms(RoomStore store, People people, Function<String, Ear> ears, Stages stages) {
        this(store, people, ears, stages, Bystander.NOBODY, Upkeep.PLAIN);
    }

    /**
     * @param bystander sees what moves rooms
     * @param upkeep counts, and wakes rooms
     */
    public Rooms(
            RoomStore store,
            People people,
            Function<String, Ear> ears,
            Stages stages,
            Bystander bystander,
            Upkeep upkeep) {
        this.store = store;
        this.people = people;
        this.ears = ears;
        this.bystander = bystander;
        this.upkeep = upkeep;
        this.playing = new Playing(store, stages, upkeep.figures());
        this.whenToTalk = new WhenToTalk(people, this::conversation);
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
        long start = System.nanoTime();
        Taken taken = lanes.in(room, () -> {
            Taken then = takeIn(room, event, who, input, moment);
            playing.play(room, moment);
            return then;
        });
        upkeep.figures().took(taken.how(), System.nanoTime() - start);
        return taken;
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
                c, who, at, words, manners, lastWords.before(room, who), whenToTalk.readiness(room, c, who, at), ear);
        Optional<Event> happened = understanding.of(input);
        Step step = happened.map(c::on).orElse(new Step(c, List.of()));
        whenToTalk.noteFlooding(who, input, at);
        if (step.effects().isEmpty() && step.next().equals(c)) {
            return Optional.of(new Taken(Taken.How.NOTHING, Optional.of(c)));
        }
        KeptWords kept = new KeptWords(room, who, input, words, at);
        Outcome outcome = store.save(change(room, saved, event, at, step, kept.after(step)));
        if (outcome == Outcome.STALE) {
            upkeep.figures().savedAnew();
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

    /**
     * After private answers that say no talk should start: a couple's cannot before {@code date}, without who. A circle does
     * not wait for one of its people: for {@code who} it is as if they had said, privately, that it is not the time.
     */
    public void notBefore(String room, Person who, Instant date) {
        whenToTalk.notBefore(room, who, date);
    }

    /** Whether {@code who} has to go through set-up before a talk: never yet, too long ago, or after a date that passed. */
    public boolean needsSetUp(String room, Person who, Instant now) {
        return whenToTalk.needsSetUp(room, who, now);
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
            wakes(due.room(), () -> lapse(due, now));
        }
        for (Kept words : store.expired(now)) {
            wakes(words.room(), () -> giveBack(words, now));
        }
        for (String room : store.roomsOwed()) {
            if (playing.isDue(room, now)) {
                wakes(room, () -> playing.play(room, now));
            }
        }
    }

    /** On a thread for waking, so that a room whose platform is slow holds up no other; where all are taken, another time. */
    private void wakes(String room, Runnable work) {
        if (!waking.add(room)) {
            return;
        }
        try {
            upkeep.wakers().execute(() -> {
                try {
                    quietly(room, work);
                } finally {
                    waking.remove(room);
                }
            });
        } catch (RejectedExecutionException e) {
            waking.remove(room);
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
                upkeep.figures().lapsed(Duration.between(due.deadline(), now).toMillis());
            }
            playing.play(due.room(), now);
        }
    }

    private void giveBack(Kept words, Instant now) {
        Line line = new Line(Prompt.YOUR_WORDS_BACK, 0, Slots.NONE);
        Words reference = new Words(words.ref(), words.text().length());
        store.giveBack(words, now, new Effect.Release(words.owner(), List.of(reference), line));
        playing.play(words.room(), now);
    }

    /** Plays what the room is owed: its platform can be reached again, for the moment. */
    public void plays(String room, Instant now) {
        lanes.in(room, () -> {
            playing.play(room, now);
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

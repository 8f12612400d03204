package org.turnstone.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Person;

/**
 * Keeps conversations, what they owe their rooms, and the words that those refer to. Every implementation passes
 * {@code RoomStoreContract}. Threads may share one.
 */
public interface RoomStore {
    /**
     * A conversation as stored.
     *
     * @param version counts the saves; the first is 1
     */
    record Saved(Conversation conversation, long version) {}

    /**
     * An effect not yet known to have been played.
     *
     * @param id grows in the order in which effects are to be played; also the platform's idempotency key
     * @param event the event that led to it
     * @param since when it became owed
     */
    record Owed(long id, String room, String event, Instant since, Effect effect) {}

    /**
     * An effect that is tried no more.
     *
     * @param id of the effect
     */
    record GivenUp(long id, Instant at, Trouble trouble) {}

    /** An effect was stored that this version of the program cannot read: the next thing that its room is owed. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long id;
        private final Instant since;

        /** @param since when it became owed */
        public Unreadable(long id, Instant since) {
            super("it cannot be read");
            this.id = id;
            this.since = since;
        }

        long id() {
            return id;
        }

        Instant since() {
            return since;
        }
    }

    /** A room whose silence has become an event, and the deadline that it answers. */
    record Due(String room, Instant deadline) {}

    /**
     * Everything that one event changes.
     *
     * @param expected the version that was read; a save over another version changes nothing
     * @param at when the event happened
     * @param wakesAt when silence becomes an event; empty: never
     * @param words to keep
     * @param returned references of held words that go back to their writer with this: from now on they are kept only
     *     until that has been played
     */
    record Change(
            String room,
            long expected,
            String event,
            Instant at,
            Conversation next,
            List<Effect> effects,
            Optional<Instant> wakesAt,
            List<Kept> words,
            List<String> returned) {
        public Change {
            effects = List.copyOf(effects);
            words = List.copyOf(words);
            returned = List.copyOf(returned);
        }
    }

    /** How a save went. */
    enum Outcome {
        SAVED,
        /** This event had been taken in already; nothing changed. */
        SEEN,
        /** Somebody else saved in between; nothing changed. Read again. */
        STALE
    }

    Optional<Saved> load(String room);

    /** Begins a room with version 1, unless it exists. */
    void begin(String room, Conversation conversation);

    /** The conversation, what it owes, the deadline, the words and the event's id: all of it, or nothing. */
    Outcome save(Change change);

    /** Whether this event has been taken in, at any time in the past month. */
    boolean hasSeen(String room, String event);

    /**
     * Takes or keeps the right to play what the room is owed, so that of several processes only one does; it ends by itself
     * a while after its holder has gone. Where one process is alone, it always has it.
     */
    default boolean claim(String room) {
        return true;
    }

    /** Gives that right back. */
    default void release(String room) {}

    /** When something was last taken in here; empty where that was never, or more than a month ago. */
    Optional<Instant> lastSeen(String room);

    /**
     * What the room is owed, in order.
     *
     * @throws Unreadable where one of them makes no sense; it has to be given up first
     */
    List<Owed> owed(String room);

    /** The rooms that are owed anything. */
    List<String> roomsOwed();

    /** The effect has reached the platform. Words kept only for it go with the last effect of its event. */
    void played(long id);

    /**
     * An effect is owed no more, though it never reached the platform: it is recorded for a month, sealed as it was, and words
     * kept only for it stay as long, their writer's to have and to forget.
     *
     * @param word what the room is owed instead
     */
    void giveUp(GivenUp what, List<Effect> word);

    /** How much is owed, and since when the oldest of it. */
    Backlog backlog();

    /**
     * What waits to be played in all rooms.
     *
     * @param effects how many
     * @param oldest when the oldest became owed; empty where there are none
     * @param deadline the earliest of a room; empty where none has one
     */
    record Backlog(long effects, Optional<Instant> oldest, Optional<Instant> deadline) {}

    /** Rooms whose deadline is not after {@code now}, earliest first, at most {@code most}. */
    List<Due> due(Instant now, int most);

    /** The kept text, if it is still kept. */
    Optional<String> text(String ref);

    /** The words that {@code person} gave to be kept or that are kept for them, oldest first. */
    List<Kept> keptFor(Person person);

    /** Keeps words that no effect refers to. */
    void keep(Kept words);

    /** All that is kept for this reason, oldest first. */
    List<Kept> kept(Kept.Why why);

    void forgetWords(String ref);

    /** What people gave to be kept in a room of our own goes at {@code until} at the latest. */
    void keepGiven(String room, Instant until);

    /** Held words whose time is up, to go back to their writer. */
    List<Kept> expired(Instant now);

    /** Gives held words back by {@code effect}, once, though nothing moved the conversation. */
    void giveBack(Kept words, Instant at, Effect effect);

    /** All rooms that {@code person} is in. */
    List<String> roomsOf(Person person);

    /** {@code person} is in this room no more. */
    void leave(Person person, String room);

    /**
     * Nobody is in this room any more: it goes as soon as it owes nothing, with the words that it kept. What waits for
     * somebody still waits, a date before which no talk can start stands, and words that were given to learn from are still
     * their writer's.
     */
    void abandon(String room);

    /** Takes away the abandoned rooms that owe nothing any more. */
    void tidy();

    /** The room with everything in it. */
    void forgetRoom(String room);
}

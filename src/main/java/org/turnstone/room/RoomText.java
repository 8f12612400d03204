package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.turnstone.floor.Person;

/**
 * What stands in a room of our own, where no other platform keeps it: stored encrypted, for as long as both chose. Every
 * implementation passes {@code RoomTextContract}. Threads may share one.
 */
public interface RoomText {
    /** The longest time that a room can choose. */
    Duration LONGEST = Duration.ofDays(7);

    /**
     * One line of a room.
     *
     * @param seq its place: grows from line to line; 0 for a line not stored yet
     * @param effect the owed effect that wrote it; the same effect never writes two
     * @param by whose words; empty: the bot's
     * @param text as people read it
     * @param until when it is erased; empty: when the talk ends
     */
    record Entry(
            long seq, String room, long effect, Optional<Person> by, String text, Instant at, Optional<Instant> until) {
        public Entry {
            Objects.requireNonNull(room);
            Objects.requireNonNull(by);
            Objects.requireNonNull(text);
            Objects.requireNonNull(at);
            Objects.requireNonNull(until);
        }

        /** Without the text: it must not reach a log by way of a message. */
        @Override
        public String toString() {
            return "Entry[" + seq + "]";
        }
    }

    /** Adds a line, unless its effect wrote one before; gives the line as it stands, with its place. */
    Entry add(Entry entry);

    /** The lines after {@code seq}, in order. */
    List<Entry> after(String room, long seq);

    /** The places of the lines up to {@code seq} that are still there, in order. */
    List<Long> standing(String room, long seq);

    /** Erases one person's words in a room, at once. */
    void erase(String room, Person by);

    /** From now on no line of the room stays for longer than {@code most} from when it was written; none comes to stay longer. */
    void shorten(String room, Duration most);

    /** Erases every line that was kept only for the talk. */
    void talkEnded(String room);

    /** Erases what is past its time, and after {@link #LONGEST} also what was kept for a talk that never ended. */
    void tidy(Instant now);
}

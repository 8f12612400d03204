package org.turnstone.room;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;

/**
 * Something for one person alone, waiting until they look. Notes are stored encrypted, and erased when they have been shown
 * or after a day.
 *
 * @param id the owed effect's id; the same effect never leaves two notes
 * @param room where it came up
 * @param to whose it is
 * @param text what it says, in their language
 * @param words their own words that it gives back to them, to go on with; empty where it gives back none
 * @param moves what they may do about it
 * @param rules the rules of the reading that it speaks of, which "you misread me" mutes for them
 * @param at when it was left
 */
public record Note(
        long id,
        String room,
        Person to,
        String text,
        Optional<String> words,
        List<Move> moves,
        List<String> rules,
        Instant at) {
    public Note {
        Objects.requireNonNull(room);
        Objects.requireNonNull(to);
        Objects.requireNonNull(text);
        Objects.requireNonNull(words);
        Objects.requireNonNull(at);
        moves = List.copyOf(moves);
        rules = List.copyOf(rules);
    }

    /** Without the text: it must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "Note[" + id + "]";
    }
}

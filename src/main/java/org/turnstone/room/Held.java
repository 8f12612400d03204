package org.turnstone.room;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Ledger;
import org.turnstone.floor.Person;

/**
 * What is held of one person, for them alone.
 *
 * @param choices how they want to be treated
 * @param parts their own part in each of their rooms
 * @param kept words of theirs, for what and until when
 * @param notes what waits for them
 * @param lines what they wrote in a room of our own
 * @param counts what was counted of them alone, day by day
 */
public record Held(
        Person person,
        Manners choices,
        List<Part> parts,
        List<Kept> kept,
        List<Note> notes,
        List<RoomText.Entry> lines,
        SortedMap<LocalDate, Map<Counted, Integer>> counts) {
    /**
     * One person's part in a room.
     *
     * @param place where the room is, without who else is in it
     * @param turnOwed whether a turn is kept for them
     * @param openings how many openings they have been offered
     * @param lastNudge the kind of sign that they were last told of; empty if none
     */
    public record Part(String place, boolean turnOwed, int openings, String lastNudge) {
        static Part of(String room, Conversation c, Person person) {
            Ledger ledger = c.ledger();
            return new Part(
                    room.replaceFirst("/.*", ""),
                    ledger.owed().contains(person),
                    ledger.openings().getOrDefault(person, 0),
                    ledger.lastNudge().getOrDefault(person, ""));
        }
    }

    public Held {
        parts = List.copyOf(parts);
        kept = List.copyOf(kept);
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Without anything in it: it must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "Held[" + parts.size() + " rooms, " + kept.size() + " kept, " + notes.size() + " notes]";
    }
}

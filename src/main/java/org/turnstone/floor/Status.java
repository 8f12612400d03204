package org.turnstone.floor;

import java.util.List;
import java.util.Objects;

/**
 * The one line that says where the conversation stands: whose floor, what comes next, what is owed. The same for all.
 *
 * @param line whose floor and what comes next
 * @param owed whose turns are owed, in order
 * @param parked how many topics are parked
 * @param moves what somebody in the room may do now, but for what only concerns one of them; each person's own moves are {@link Conversation#moves(Person)}
 */
public record Status(Line line, List<Person> owed, int parked, List<Move> moves) {
    public Status {
        Objects.requireNonNull(line);
        owed = List.copyOf(owed);
        moves = List.copyOf(moves);
    }
}

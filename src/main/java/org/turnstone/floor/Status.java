package org.turnstone.floor;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The one line that says where the conversation stands: whose floor, what comes next, what is owed. The same for all.
 *
 * @param line whose floor and what comes next
 * @param owed whose turns are owed, in order
 * @param parked how many topics are parked
 * @param here who has come into a circle that is gathering; nobody elsewhere
 * @param moves what somebody in the room may do now, but for what only concerns one of them; each person's own moves are {@link Conversation#moves(Person)}
 */
public record Status(Line line, List<Person> owed, int parked, List<Person> here, List<Move> moves) {
    public Status {
        Objects.requireNonNull(line);
        owed = List.copyOf(owed);
        here = List.copyOf(here);
        moves = List.copyOf(moves);
    }

    /** Whether nothing is on: nobody has asked for anything. */
    public boolean isAtRest() {
        return line.prompt() == Prompt.STATUS_OPEN || line.prompt() == Prompt.STATUS_NO_CIRCLE;
    }

    /** With those who are here, and moves that are also somebody's. */
    Status with(List<Person> present, List<Move> also) {
        Set<Move> all = EnumSet.noneOf(Move.class);
        all.addAll(moves);
        all.addAll(also);
        return new Status(line, owed, parked, present, List.copyOf(all));
    }

    /** The same where only {@code count} parked topics can still be read: words may be kept for a shorter time. */
    public Status withParked(int count) {
        return new Status(line, owed, count, here, moves);
    }

    /** Without moves that concern one person only. */
    Status without(Set<Move> fewer) {
        return new Status(
                line,
                owed,
                parked,
                here,
                moves.stream().filter(m -> !fewer.contains(m)).toList());
    }
}

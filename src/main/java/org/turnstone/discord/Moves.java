package org.turnstone.discord;

import java.util.Arrays;
import java.util.Optional;
import org.turnstone.floor.Move;

/** Moves by the names that buttons carry. Stateless; may be shared. */
final class Moves {
    private Moves() {}

    /** Empty for a name from another version. */
    static Optional<Move> named(String label) {
        return Arrays.stream(Move.values())
                .filter(move -> move.label().equals(label))
                .findFirst();
    }
}

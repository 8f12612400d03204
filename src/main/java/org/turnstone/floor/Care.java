package org.turnstone.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a step aside allows its writer afterwards, alone and privately.
 *
 * @param concern what help is looked up for; opaque to the floor
 * @param goingOn whether they may say "go on" before the pause is over without saying that they were misread
 * @param showing whether they may show their words to their partner
 */
public record Care(String concern, Leave goingOn, Leave showing) {
    /** May, or may not. */
    public enum Leave {
        GIVEN,
        WITHHELD
    }

    /** What remains allowed after {@code further} words: only what both allow. */
    Care and(Care further) {
        return new Care(further.concern, bothGive(goingOn, further.goingOn), bothGive(showing, further.showing));
    }

    /** What its writer may do, while the pause lasts. */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        if (goingOn == Leave.GIVEN) {
            moves.add(Move.GO_ON);
        }
        moves.add(Move.MISREAD);
        if (showing == Leave.GIVEN) {
            moves.add(Move.SHOW_TO_PARTNER);
        }
        return moves;
    }

    private static Leave bothGive(Leave one, Leave other) {
        return one == Leave.GIVEN ? other : one;
    }

    public Care {
        Objects.requireNonNull(concern);
        Objects.requireNonNull(goingOn);
        Objects.requireNonNull(showing);
    }
}

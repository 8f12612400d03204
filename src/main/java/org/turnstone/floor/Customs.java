package org.turnstone.floor;

import java.time.ZoneId;

/**
 * What a room is used to: its two paces, its waits and its sparing of remarks. A conversation carries its customs, so that
 * a changed setting never moves a deadline in the middle of a talk.
 *
 * @param chunkLength characters of one chunk beyond which a speaker may get one hint a talk: about two sentences (PREP)
 */
public record Customs(Pace quick, Pace full, Waits waits, int nudgesPerTurn, int nudgesPerTalk, int chunkLength) {

    /** The defaults, in {@code zone}. */
    public static Customs in(ZoneId zone) {
        return new Customs(Pace.QUICK, Pace.FULL, Waits.in(zone), 1, 3, 300);
    }
}

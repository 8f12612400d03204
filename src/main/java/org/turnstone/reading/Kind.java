package org.turnstone.reading;

import java.util.Locale;

/** A way of leaning in, of defending, or (for the one who has the floor) of starting up harshly. */
public enum Kind {
    VALIDATION(Side.LEANING_IN),
    REFLECTION(Side.LEANING_IN),
    CURIOSITY(Side.LEANING_IN),
    EMPATHY(Side.LEANING_IN),
    OWNERSHIP(Side.LEANING_IN),
    PRESENCE(Side.LEANING_IN),
    NAMING_THE_BLOCK(Side.LEANING_IN),

    DENIAL(Side.DEFENDING),
    JUSTIFICATION(Side.DEFENDING),
    COUNTER_ATTACK(Side.DEFENDING),
    YES_BUT(Side.DEFENDING),
    MINIMISING(Side.DEFENDING),
    CORRECTION(Side.DEFENDING),
    BLAME_SHIFT(Side.DEFENDING),
    CONTEMPT(Side.DEFENDING),
    STONEWALLING(Side.DEFENDING),
    ABSOLUTES(Side.DEFENDING),
    SELF_PITY(Side.DEFENDING),

    /** A speaker's attack on who the other is, where a complaint about what happened would do. */
    HARSH_START_UP(Side.STARTING_UP);

    /** What a kind belongs to. */
    public enum Side {
        LEANING_IN,
        DEFENDING,
        STARTING_UP
    }

    private final Side side;

    Kind(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** The kind's name in lexicons, labelled rows and JSON: {@code yes_but}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.turnstone.floor;

/** How much a person wants to be told about their own words. Theirs to set, and nobody else's to see. */
public enum Sensitivity {
    /** Nothing. */
    OFF,
    /** Only what is strong. */
    GENTLE,
    NORMAL
}

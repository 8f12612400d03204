package org.turnstone.reading;

/** How strongly a reading speaks, weakest first. */
public enum Strength {
    NONE,
    MILD,
    FIRM,
    HARD
}

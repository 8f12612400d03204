package org.turnstone.discord;

/** Whether the floor can be more than a courtesy. */
public enum Holding {
    /** Nobody is ever kept from writing. */
    SOFT,
    /** A server may choose that whoever waits cannot write, where both partners agreed to it. */
    HARD
}

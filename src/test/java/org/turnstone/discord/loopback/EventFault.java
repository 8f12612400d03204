package org.turnstone.discord.loopback;

/** What can happen to one gateway event on the way. */
public enum EventFault {
    /** Nothing. */
    NONE,
    /** The same frame comes twice. */
    TWICE,
    /** The connection is cut first; the event comes with the replay. */
    CUT,
    /** It comes late, after whatever happens meanwhile. */
    LATE,
    /** It changes places with the event after it. */
    SWAPPED,
    /** Whose it is gets damaged on the way: the client cannot read it. */
    UNREADABLE
}

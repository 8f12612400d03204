package org.turnstone.discord;

/** How the words of a turn reach the bot. */
public enum Turns {
    /** As messages in the channel; needs the Message Content intent. */
    MESSAGES,
    /** Written into a form that a button opens; needs no intent. */
    MODAL
}

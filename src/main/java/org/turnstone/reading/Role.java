package org.turnstone.reading;

/** Whose words these are: the one who has the floor, or the one who answers. The two are read differently. */
public enum Role {
    SPEAKER,
    LISTENER
}

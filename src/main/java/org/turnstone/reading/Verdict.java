package org.turnstone.reading;

/** What a message does with the other's inner world, as far as its words show it. */
public enum Verdict {
    DEFENDING,
    /** A real validation or ownership that is then taken back. */
    MIXED,
    LEANING_IN,
    /** Nothing to say: neutral, too little to go by, or not ours to read. */
    NOTHING;

    /** Whether the writer may be told of words that sound like defending. */
    public boolean flags() {
        return this == DEFENDING || this == MIXED;
    }
}

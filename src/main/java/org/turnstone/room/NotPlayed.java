package org.turnstone.room;

/** An effect did not reach its platform, and is still owed. The message says why, and never what it said. */
public final class NotPlayed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPlayed(String why) {
        super(why);
    }

    public NotPlayed(String why, Throwable cause) {
        super(why, cause);
    }
}

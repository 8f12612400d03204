package org.turnstone.room;

/** An effect did not reach its platform, and is still owed. The message says why, and never what it said. */
public final class NotPlayed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether anything is wrong. */
    private enum Sort {
        FAULT,
        WAITING
    }

    private final Sort sort;

    public NotPlayed(String why) {
        this(why, Sort.FAULT);
    }

    public NotPlayed(String why, Throwable cause) {
        super(why, cause);
        this.sort = Sort.FAULT;
    }

    private NotPlayed(String why, Sort sort) {
        super(why);
        this.sort = sort;
    }

    /** Nothing is wrong: it waits for somebody, and nobody needs to be told. */
    public static NotPlayed waits(String why) {
        return new NotPlayed(why, Sort.WAITING);
    }

    public boolean isWaiting() {
        return sort == Sort.WAITING;
    }
}

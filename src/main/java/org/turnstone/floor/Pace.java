package org.turnstone.floor;

/**
 * How much one turn may hold. One engine serves both paces: they differ in these numbers only.
 *
 * @param name {@code quick} or {@code full}
 * @param passing what hands the floor over
 * @param chunks how often the speaker may speak in one turn, "one more thing" included; then the floor goes on
 * @param notQuites at which "not quite" the floor goes on with "heard so far"; before it, the listener tries again
 * @param openings how many openings a listener may have for one reply
 */
public record Pace(String name, Passing passing, int chunks, int notQuites, int openings) {

    /** What hands the floor to the listener. */
    public enum Passing {
        /** Sending the one chunk does. */
        BY_SENDING,
        /** The speaker says when. */
        BY_HAND
    }

    /** One chunk, one reply, three minutes: the default, for every evening. */
    public static final Pace QUICK = new Pace("quick", Passing.BY_SENDING, 2, 2, 1);

    /** The longer talk: six chunks a turn (our choice, after the small chunks of PREP's Speaker-Listener technique). */
    public static final Pace FULL = new Pace("full", Passing.BY_HAND, 6, 2, 3);

    public Pace {
        if (chunks < 1 || notQuites < 1 || openings < 1) {
            throw new IllegalArgumentException("a pace leaves room for at least one of each: " + name);
        }
    }

    public boolean isQuick() {
        return passing == Passing.BY_SENDING;
    }
}

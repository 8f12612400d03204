package org.turnstone.room;

/** Counted for whoever runs the program: how much and how fast, never who, where or what. Threads may share one. */
public interface Figures {
    /** Nobody counts. */
    Figures NONE = new Figures() {};

    /** An input was taken in, or not, and what it led to was played. */
    default void took(Taken.How how, long nanos) {}

    /** Somebody else had saved in between, so an input was read anew. */
    default void savedAnew() {}

    /** A silence became an event, so long after its deadline. */
    default void lapsed(long lateMillis) {}

    /** An effect went through, so long after it became owed. */
    default void played(long owedMillis) {}

    /** An effect did not go through this time. */
    default void failed(Trouble trouble) {}

    /** An effect was given up. */
    default void gaveUp(Trouble trouble) {}
}

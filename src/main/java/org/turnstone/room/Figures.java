package org.turnstone.room;

/** Counted for whoever runs the program: how much and how fast, never who, where or what. Threads may share one. */
public interface Figures {
    /** Nobody counts. */
    Figures NONE = new Figures() {
        @Override
        public void took(Taken.How how, long nanos) {}

        @Override
        public void savedAnew() {}

        @Override
        public void lapsed(long lateMillis) {}

        @Override
        public void played(long owedMillis) {}

        @Override
        public void failed(Trouble trouble) {}

        @Override
        public void gaveUp(Trouble trouble) {}
    };

    /** An input was taken in, or not, and what it led to was played. */
    void took(Taken.How how, long nanos);

    /** Somebody else had saved in between, so an input was read anew. */
    void savedAnew();

    /** A silence became an event, so long after its deadline. */
    void lapsed(long lateMillis);

    /** An effect went through, so long after it became owed. */
    void played(long owedMillis);

    /** An effect did not go through this time. */
    void failed(Trouble trouble);

    /** An effect was given up. */
    void gaveUp(Trouble trouble);
}

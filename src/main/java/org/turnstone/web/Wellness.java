package org.turnstone.web;

import java.util.Optional;

/** How the program is, for whoever looks after it. Threads may share one. */
public interface Wellness {
    /** Whoever may see figures. They say nothing of anybody, but on a small server they show that somebody is writing. */
    enum Readers {
        /** This computer itself, not by way of a proxy. */
        HERE,
        /** Whoever can reach the port. */
        EVERYONE,
        NOBODY
    }

    /** What keeps it from doing everything that it should, and what to do about it; empty where nothing does. */
    Optional<String> trouble();

    /** How much happened and how fast, in Prometheus' text format: no ids, no text. */
    String figures();

    Readers readers();
}

package org.turnstone.reading;

import java.util.List;

/**
 * A small group of cues that say the same thing, with examples that a test runs.
 *
 * @param id kind and name: {@code justification/intent}
 * @param kind what its cues are signs of
 * @param says in plain words what such a phrase does, for its writer
 * @param fires examples in which one of its cues must be found
 * @param silent examples in which none may be
 */
public record Rule(String id, Kind kind, String says, List<Example> fires, List<Example> silent) {
    public Rule {
        fires = List.copyOf(fires);
        silent = List.copyOf(silent);
    }

    /**
     * A message to try a rule on.
     *
     * @param before the partner's words just before; empty where they do not matter
     * @param line where it stands in the file
     */
    public record Example(String text, String before, int line) {}
}

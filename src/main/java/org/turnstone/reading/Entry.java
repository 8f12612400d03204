package org.turnstone.reading;

import java.util.Set;

/** What one phrase of a lexicon stands for. */
sealed interface Entry {
    /**
     * A sign of a kind.
     *
     * @param rule the id of the rule it belongs to
     * @param phrase the phrase as written
     * @param needs what must hold where it stands
     */
    record Cue(Kind kind, String rule, String phrase, Force force, Set<Need> needs) implements Entry {
        public Cue {
            needs = Set.copyOf(needs);
        }

        Role role() {
            return kind.side() == Kind.Side.STARTING_UP ? Role.SPEAKER : Role.LISTENER;
        }
    }

    /** A phrase that changes how the words around it are read. */
    record Framing(Frame frame) implements Entry {}
}

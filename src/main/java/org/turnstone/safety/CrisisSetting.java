package org.turnstone.safety;

import java.util.List;
import java.util.Objects;

/**
 * Words that tell where a hard word comes from: a film, a game, a joke, a time long past. A setting alone does nothing;
 * a rule names those that quiet it.
 *
 * @param name as rules name it
 * @param reach how far its words are heard
 * @param phrases its words, as the cue file explains them
 * @param marks emoji that say the same
 */
public record CrisisSetting(String name, Reach reach, List<String> phrases, List<String> marks) {
    /** How far from its words a setting is heard. */
    public enum Reach {
        /** In the sentence that holds them. */
        SENTENCE,
        /** There, and in the sentences just before and after. */
        NEAR,
        /** In the whole message. */
        MESSAGE
    }

    public CrisisSetting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(reach);
        phrases = List.copyOf(phrases);
        marks = List.copyOf(marks);
    }
}

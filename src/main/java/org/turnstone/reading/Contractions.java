package org.turnstone.reading;

import java.util.List;

/**
 * The other ways of writing an English contraction, so that a phrase with {@code don't} finds {@code dont} and
 * {@code do not}. Words without an apostrophe have no other way. Stateless; may be shared between threads.
 */
public final class Contractions {
    private Contractions() {}

    /** The spellings to look for, the given one first. */
    public static List<String> spellings(String written) {
        String word = written.replace('’', '\'');
        return switch (word) {
            case "can't" -> List.of(word, "can not", "cannot");
            case "won't" -> List.of(word, "will not");
            case "shan't" -> List.of(word, "shall not");
            case "ain't" -> List.of(word);
            case "let's" -> List.of(word, "let us");
            case "you're" -> List.of(word, "you are", "your", "ur");
            case "they're" -> List.of(word, "they are", "their");
            default -> regular(word);
        };
    }

    private static List<String> regular(String word) {
        int apostrophe = word.lastIndexOf('\'');
        if (apostrophe <= 0) {
            return List.of(word);
        }
        String stem = word.substring(0, apostrophe);
        return switch (word.substring(apostrophe)) {
            case "'m" -> List.of(word, stem + " am");
            case "'re" -> List.of(word, stem + " are");
            case "'ve" -> List.of(word, stem + " have");
            case "'ll" -> List.of(word, stem + " will");
            case "'d" -> List.of(word, stem + " would", stem + " had");
            case "'s" -> List.of(word, stem + " is", stem + " has");
            case "'t" -> List.of(word, stem.substring(0, stem.length() - 1) + " not");
            default -> List.of(word);
        };
    }
}

package org.turnstone.safety;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.turnstone.reading.Tokens;

/**
 * Numbers for the words of the cue file, and the classes each belongs to. Other spellings share a number; a stretched
 * word is found as its plain self. Immutable once built; may then be shared between threads.
 */
final class CueWords {
    static final int UNKNOWN = -1;
    /** The class of words that begin with a digit. */
    static final String NUMBER = "number";

    /** Classes are bits of one number. */
    private static final int MOST_CLASSES = 64;
    /** Longer words are not tried unstretched, so that time stays linear. */
    private static final int LONGEST_STRETCHED = 40;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private final Map<Integer, Long> classesOfWord = new TreeMap<>();

    CueWords(Map<String, List<String>> spellings, Map<String, String> words) {
        classes.put(NUMBER, 0);
        spellings.forEach((word, others) -> {
            int number = number(plain(word));
            others.forEach(other -> numbers.put(plain(other), number));
        });
        words.forEach(this::classOf);
    }

    private void classOf(String name, String words) {
        int number = classes.computeIfAbsent(name, n -> classes.size());
        if (number >= MOST_CLASSES) {
            throw new IllegalArgumentException("more than " + MOST_CLASSES + " word classes; join some");
        }
        for (String word : words.strip().split("\\s+")) {
            classesOfWord.merge(number(plain(word)), 1L << number, (a, b) -> a | b);
        }
    }

    private static String plain(String word) {
        Tokens tokens = Tokens.of(word);
        if (tokens.size() != 1 || !tokens.isWord(0)) {
            throw new IllegalArgumentException("'" + word + "' is not a single word");
        }
        return tokens.word(0);
    }

    /** The number of {@code word}, given now where it has none yet. Only while the phrases are gathered. */
    int number(String word) {
        return numbers.computeIfAbsent(word, w -> numbers.size());
    }

    int numberOfClass(String name) {
        return classes.get(name);
    }

    Set<String> classNames() {
        return classes.keySet();
    }

    /** The number of a word of a text; {@link #UNKNOWN} where no phrase names it. */
    int find(String word) {
        Integer number = numbers.get(word);
        return number != null ? number : word.length() > LONGEST_STRETCHED ? UNKNOWN : unstretched(word);
    }

    /** Tries the word with each doubled letter said once, one at a time and all together. */
    private int unstretched(String word) {
        StringBuilder all = new StringBuilder(word);
        for (int i = word.length() - 1; i > 0; i--) {
            if (word.charAt(i) == word.charAt(i - 1)) {
                all.deleteCharAt(i);
                Integer one = numbers.get(word.substring(0, i) + word.substring(i + 1));
                if (one != null) {
                    return one;
                }
            }
        }
        return all.length() == word.length() ? UNKNOWN : numbers.getOrDefault(all.toString(), UNKNOWN);
    }

    /** The classes of a word, as bits. */
    long classes(int number, String word) {
        char c = word.charAt(0);
        long digit = c >= '0' && c <= '9' ? 1L : 0L;
        return number == UNKNOWN ? digit : digit | classesOfWord.getOrDefault(number, 0L);
    }
}

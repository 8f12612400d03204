package org.turnstone.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers phrases and makes {@link Phrases} of them. For one thread. */
public final class PhrasesBuilder<T> {
    /** Word classes are kept as bits of one number; the first is {@link Phrases#NUMBER}. */
    private static final int MOST_CLASSES = 64;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final Map<Integer, Long> classesOfWord = new TreeMap<>();
    private final PhraseNode root = new PhraseNode();
    private final List<T> payloads = new ArrayList<>();

    PhrasesBuilder() {
        classes.put(Phrases.NUMBER, 0);
    }

    /**
     * Makes {@code variants} other spellings of {@code word}, wherever it stands in a phrase: {@code alias("you", "u")}.
     *
     * @throws IllegalArgumentException where a spelling is no single word, or another word's already
     */
    public PhrasesBuilder<T> alias(String word, String... variants) {
        for (String variant : variants) {
            String former = aliases.putIfAbsent(one(variant), one(word));
            if (former != null && !former.equals(one(word))) {
                throw new IllegalArgumentException("'" + variant + "' already stands for '" + former + "'");
            }
        }
        return this;
    }

    /**
     * Adds words to the class {@code name}, which phrases name as {@code <name>}.
     *
     * @param words single words, parted by spaces
     * @throws IllegalArgumentException where there are too many classes or something is no single word
     */
    public PhrasesBuilder<T> words(String name, String words) {
        Integer number = classes.computeIfAbsent(name, n -> classes.size());
        if (number >= MOST_CLASSES) {
            throw new IllegalArgumentException("more than " + MOST_CLASSES + " word classes; join some");
        }
        for (String word : words.trim().split("\\s+")) {
            classesOfWord.merge(number(one(word)), 1L << number, (a, b) -> a | b);
        }
        return this;
    }

    /**
     * Adds a phrase.
     *
     * @throws IllegalArgumentException where it cannot be understood, is empty, or could match anything
     */
    public PhrasesBuilder<T> phrase(String phrase, T payload) {
        List<PhraseSyntax.Part> parts = PhraseSyntax.parse(phrase, classes.keySet());
        new PhraseNode.Adding(this::number, classes::get, payloads.size()).to(root, parts);
        payloads.add(payload);
        return this;
    }

    private int number(String word) {
        String plain = aliases.getOrDefault(word, word);
        return numbers.computeIfAbsent(plain, w -> numbers.size());
    }

    private static String one(String word) {
        Tokens tokens = Tokens.of(word);
        if (tokens.size() != 1 || !tokens.isWord(0)) {
            throw new IllegalArgumentException("'" + word + "' is not a single word");
        }
        return tokens.word(0);
    }

    /** The phrases gathered so far. */
    public Phrases<T> build() {
        Map<String, Integer> spelled = new HashMap<>(numbers);
        aliases.forEach((variant, word) -> spelled.put(variant, number(word)));
        long[] bits = new long[numbers.size()];
        classesOfWord.forEach((word, bit) -> bits[word] = bit);
        PhraseTrie trie = new PhraseTrie(root, new Vocabulary(spelled), bits);
        return new Phrases<>(trie, payloads, classes);
    }
}

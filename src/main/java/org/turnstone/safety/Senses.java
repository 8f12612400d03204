package org.turnstone.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnstone.reading.Tokens;

/**
 * What the words of a language stand for, coarsely: "slapped" and "punch" both stand for {@code <hit>}. So that what was
 * learned of one is known of the others. Immutable; may be shared between threads.
 */
final class Senses {
    private static final int SHORTEST_STEMMED = 4;

    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, List<String>> byStem = new HashMap<>();

    Senses(CrisisLexicon lexicon) {
        lexicon.spellings()
                .forEach((word, others) -> others.forEach(other -> spellings.put(plain(other), plain(word))));
        lexicon.senses().forEach((name, words) -> {
            for (String word : words.strip().split("\\s+")) {
                List<String> all = byStem.computeIfAbsent(stem(plain(word)), s -> new ArrayList<>());
                if (!all.contains("<" + name + ">")) {
                    all.add("<" + name + ">");
                }
            }
        });
    }

    /** What a plain word may be known by: its stem first, then its senses. */
    List<String> of(String word) {
        String stem = stem(spellings.getOrDefault(word, word));
        List<String> senses = byStem.getOrDefault(stem, List.of());
        Set<String> all = new LinkedHashSet<>();
        all.add(stem);
        all.addAll(senses);
        return List.copyOf(all);
    }

    private static String plain(String word) {
        Tokens tokens = Tokens.of(word);
        return tokens.size() > 0 && tokens.isWord(0) ? tokens.word(0) : word;
    }

    /** The word without the endings that English verbs and nouns take: hitting, hits and hit are one. */
    static String stem(String word) {
        if (word.length() < SHORTEST_STEMMED) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        String bare = withoutEnding(word);
        int last = bare.length() - 1;
        if (last > 2 && bare.charAt(last) == bare.charAt(last - 1) && "bdgmnprt".indexOf(bare.charAt(last)) >= 0) {
            bare = bare.substring(0, last);
        }
        return bare.length() > 3 && bare.endsWith("e") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static String withoutEnding(String word) {
        int length = word.length();
        if (length > 5 && word.endsWith("ing")) {
            return word.substring(0, length - 3);
        }
        if (length > 5 && word.endsWith("in") || word.endsWith("ed") || isSibilantPlural(word)) {
            return word.substring(0, length - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, length - 1) : word;
    }

    private static boolean isSibilantPlural(String word) {
        return word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes");
    }
}

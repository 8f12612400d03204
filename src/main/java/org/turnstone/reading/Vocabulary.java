package org.turnstone.reading;

import java.util.HashMap;
import java.util.Map;

/** Numbers for words, found from a token's letters without making a string. Immutable; may be shared between threads. */
final class Vocabulary {
    static final int UNKNOWN = -1;

    private final String[] words;
    private final int[] ids;
    private final int mask;

    /** @param numbered each spelling with its word's number; several spellings may share one */
    Vocabulary(Map<String, Integer> numbered) {
        int room = Integer.highestOneBit(Math.max(4, 3 * numbered.size())) * 2;
        this.words = new String[room];
        this.ids = new int[room];
        this.mask = room - 1;
        new HashMap<>(numbered).forEach(this::put);
    }

    private void put(String word, int id) {
        int slot = spread(word.hashCode());
        while (words[slot] != null) {
            slot = (slot + 1) & mask;
        }
        words[slot] = word;
        ids[slot] = id;
    }

    private int spread(int hash) {
        return (hash ^ (hash >>> 15)) * 0x2c1b3c6d >>> 7 & mask;
    }

    /** The number of the word at {@code token}, a stretched word as its plain self; {@link #UNKNOWN} where it has none. */
    int id(Tokens tokens, int token) {
        int id = id(tokens.letters(), tokens.lettersFrom(token), tokens.lettersTo(token));
        String squeezed = id == UNKNOWN ? tokens.squeezed(token) : null;
        return squeezed == null ? id : id(squeezed.toCharArray(), 0, squeezed.length());
    }

    private int id(char[] letters, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + letters[i];
        }
        for (int slot = spread(hash); words[slot] != null; slot = (slot + 1) & mask) {
            if (same(words[slot], letters, from, to)) {
                return ids[slot];
            }
        }
        return UNKNOWN;
    }

    private static boolean same(String word, char[] letters, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}

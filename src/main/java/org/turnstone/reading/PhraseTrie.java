package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A trie over words, with steps for any word, a class of words, and a gap. From each word of a text it follows every
 * way that fits; phrases are short and gaps few, so the work a word is bounded by the phrases, not by the text.
 * Immutable; may be shared between threads.
 */
final class PhraseTrie {
    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final int[] NO_ENDS = {};
    private static final int GAP_WORDS = 3;

    /** Told of each payload that was reached, by number. */
    interface Ends {
        void reached(int payload, int first, int last);
    }

    private final Vocabulary vocabulary;
    private final long[] classesOfWord;
    private final int[][] ends;
    private final int[] any;
    private final int[] gap;
    private final long[] classes;
    /** Children by class: node times 64 plus class. */
    private final LongTable byClass;
    /** Children by word: node times 2^32 plus word. */
    private final LongTable byWord;

    PhraseTrie(PhraseNode root, Vocabulary vocabulary, long[] classesOfWord) {
        Layout layout = new Layout(root);
        this.vocabulary = vocabulary;
        this.classesOfWord = classesOfWord.clone();
        this.any = layout.each(n -> layout.number(n.any));
        this.gap = layout.each(n -> layout.number(n.gap));
        this.ends = layout.nodes.stream().map(PhraseTrie::ends).toArray(int[][]::new);
        this.classes = layout.nodes.stream().mapToLong(layout::classes).toArray();
        this.byWord = new LongTable(layout.byWord);
        this.byClass = new LongTable(layout.byClass);
    }

    private static int[] ends(PhraseNode node) {
        return node.ends.isEmpty()
                ? NO_ENDS
                : node.ends.stream().mapToInt(Integer::intValue).toArray();
    }

    void walk(Tokens tokens, Ends told) {
        new Walk(tokens, told).run();
    }

    long[] classesOf(Tokens tokens) {
        long[] found = new long[tokens.size()];
        for (int i = 0; i < found.length; i++) {
            int word = tokens.isWord(i) ? vocabulary.id(tokens, i) : Vocabulary.UNKNOWN;
            found[i] = word == Vocabulary.UNKNOWN ? 0 : classesOfWord[word];
        }
        return found;
    }

    /** One pass over one text. */
    private final class Walk {
        private static final int MARK = -2;
        private final Tokens tokens;
        private final Ends told;
        private final int[] words;
        private int first;

        Walk(Tokens tokens, Ends told) {
            this.tokens = tokens;
            this.told = told;
            this.words = new int[tokens.size()];
        }

        void run() {
            for (int i = 0; i < words.length; i++) {
                words[i] = tokens.isWord(i) ? vocabulary.id(tokens, i) : MARK;
            }
            for (first = 0; first < words.length; first++) {
                if (words[first] != MARK) {
                    take(ROOT, first);
                }
            }
        }

        /** At {@code node}, having taken everything before {@code at}; {@code last} was the last word taken. */
        private void from(int node, int at, int last) {
            for (int payload : ends[node]) {
                told.reached(payload, first, last);
            }
            int next = at;
            while (next < words.length && words[next] == MARK && !tokens.isBoundary(next)) {
                next++;
            }
            if (next < words.length && words[next] != MARK) {
                take(node, next);
            }
            if (gap[node] != NONE) {
                skip(gap[node], next, 0);
            }
        }

        private void take(int node, int at) {
            int word = words[at];
            if (word >= 0) {
                follow(byWord.get(((long) node << 32) + word), at);
                long fitting = classes[node] & (classesOfWord[word] | number(at));
                for (; fitting != 0; fitting &= fitting - 1) {
                    follow(byClass.get(node * 64L + Long.numberOfTrailingZeros(fitting)), at);
                }
            } else if ((classes[node] & number(at)) != 0) {
                follow(byClass.get(node * 64L), at);
            }
            if (any[node] != NONE) {
                follow(any[node], at);
            }
        }

        private void follow(int child, int at) {
            if (child != NONE) {
                from(child, at + 1, at);
            }
        }

        private void skip(int node, int at, int skipped) {
            int next = at;
            while (next < words.length && words[next] == MARK && !tokens.isBoundary(next)) {
                next++;
            }
            if (next >= words.length || words[next] == MARK) {
                return;
            }
            take(node, next);
            if (skipped < GAP_WORDS) {
                skip(node, next + 1, skipped + 1);
            }
        }

        private long number(int at) {
            char c = tokens.letters()[tokens.lettersFrom(at)];
            return c >= '0' && c <= '9' ? 1L : 0L;
        }
    }

    /** Lays the nodes out in rows of numbers. For one thread, once. */
    private static final class Layout {
        private final Map<PhraseNode, Integer> numbers = new IdentityHashMap<>();
        private final List<PhraseNode> nodes = new ArrayList<>();
        private final Map<Long, Integer> byWord = new HashMap<>();
        private final Map<Long, Integer> byClass = new HashMap<>();

        Layout(PhraseNode root) {
            number(root);
            for (int i = 0; i < nodes.size(); i++) {
                long node = i;
                nodes.get(i).byWord.forEach((word, child) -> byWord.put((node << 32) + word, number(child)));
                nodes.get(i).byClass.forEach((c, child) -> byClass.put(node * 64 + c, number(child)));
                number(nodes.get(i).any);
                number(nodes.get(i).gap);
            }
        }

        int number(@Nullable PhraseNode node) {
            if (node == null) {
                return NONE;
            }
            Integer known = numbers.get(node);
            if (known == null) {
                known = nodes.size();
                numbers.put(node, known);
                nodes.add(node);
            }
            return known;
        }

        int[] each(ToIntFunction<PhraseNode> figure) {
            return nodes.stream().mapToInt(figure).toArray();
        }

        long classes(PhraseNode node) {
            long bits = 0;
            for (int c : node.byClass.keySet()) {
                bits |= 1L << c;
            }
            return bits;
        }
    }

    /** Numbers by number, open addressing. Immutable. */
    private static final class LongTable {
        private final long[] keys;
        private final int[] values;
        private final int mask;

        LongTable(Map<Long, Integer> entries) {
            int room = Integer.highestOneBit(Math.max(4, 2 * entries.size())) * 2;
            keys = new long[room];
            values = new int[room];
            mask = room - 1;
            Arrays.fill(keys, NONE);
            entries.forEach(this::put);
        }

        private void put(long key, int value) {
            int slot = slot(key);
            while (keys[slot] != NONE) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            values[slot] = value;
        }

        private int slot(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 40) & mask;
        }

        int get(long key) {
            for (int slot = slot(key); keys[slot] != NONE; slot = (slot + 1) & mask) {
                if (keys[slot] == key) {
                    return values[slot];
                }
            }
            return NONE;
        }
    }
}

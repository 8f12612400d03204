package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trie over words, with steps for any word, a class of words, and a gap. From each word of a text it follows every
 * way that fits; phrases are short and gaps few, so the work a word is bounded by the phrases, not by the text.
 * Immutable; may be shared between threads.
 */
final class PhraseTrie {
    static final int ROOT = 0;
    private static final int NONE = -1;
    private static final int GAP_WORDS = 3;

    /** Told of each leaf that was reached. */
    interface Leaves {
        void reached(int leaf, int first, int last);
    }

    private final Vocabulary vocabulary;
    private final long[] classesOfWord;
    private final int[] leaf;
    private final int[] any;
    private final int[] gap;
    private final long[] classes;
    /** Children by class: node times 64 plus class. */
    private final LongTable byClass;
    /** Children by word: node times 2^32 plus word. */
    private final LongTable byWord;

    private PhraseTrie(Draft draft, Vocabulary vocabulary, long[] classesOfWord) {
        this.vocabulary = vocabulary;
        this.classesOfWord = classesOfWord.clone();
        this.leaf = ints(draft.leaf);
        this.any = ints(draft.any);
        this.gap = ints(draft.gap);
        this.classes = draft.classes.stream().mapToLong(Long::longValue).toArray();
        this.byWord = new LongTable(draft.byWord);
        this.byClass = new LongTable(draft.byClass);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    void walk(Tokens tokens, Leaves leaves) {
        new Walk(tokens, leaves).run();
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
        private final Leaves leaves;
        private final int[] words;
        private int first;

        Walk(Tokens tokens, Leaves leaves) {
            this.tokens = tokens;
            this.leaves = leaves;
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
            if (leaf[node] != NONE) {
                leaves.reached(leaf[node], first, last);
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

    /** A trie in the making. For one thread. */
    static final class Draft {
        private final List<Integer> leaf = new ArrayList<>();
        private final List<Integer> any = new ArrayList<>();
        private final List<Integer> gap = new ArrayList<>();
        private final List<Long> classes = new ArrayList<>();
        private final Map<Long, Integer> byWord = new HashMap<>();
        private final Map<Long, Integer> byClass = new HashMap<>();

        Draft() {
            node();
        }

        private int node() {
            leaf.add(NONE);
            any.add(NONE);
            gap.add(NONE);
            classes.add(0L);
            return leaf.size() - 1;
        }

        int word(int node, int word) {
            return byWord.computeIfAbsent(((long) node << 32) + word, k -> node());
        }

        int ofClass(int node, int number) {
            classes.set(node, classes.get(node) | 1L << number);
            return byClass.computeIfAbsent(node * 64L + number, k -> node());
        }

        int any(int node) {
            return child(any, node);
        }

        int gap(int node) {
            return child(gap, node);
        }

        private int child(List<Integer> children, int node) {
            if (children.get(node) == NONE) {
                int made = node();
                children.set(node, made);
            }
            return children.get(node);
        }

        /** The leaf at {@code node}: the one it has, or {@code fresh}. */
        int leaf(int node, int fresh) {
            if (leaf.get(node) == NONE) {
                leaf.set(node, fresh);
            }
            return leaf.get(node);
        }

        PhraseTrie build(Vocabulary vocabulary, long[] classesOfWord) {
            return new PhraseTrie(this, vocabulary, classesOfWord);
        }
    }

    /** Numbers by number, open addressing. Immutable. */
    private static final class LongTable {
        private final long[] keys;
        private final int[] values;
        private final int mask;

        LongTable(Map<Long, Integer> entries) {
            int room = Integer.highestOneBit(Math.max(4, 3 * entries.size())) * 2;
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

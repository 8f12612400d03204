package org.turnstone.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnstone.reading.Tokens;

/**
 * All phrases as one nondeterministic automaton over words, run in one pass: equal beginnings are walked once, and
 * choices are followed side by side instead of being spelled out. Where several ways lead to the same place, the
 * shortest is kept, so that the work a word is bounded by the phrases and the time is linear in the text. Immutable;
 * may be shared between threads.
 *
 * @param <T> what a phrase carries
 */
final class CueAutomaton<T> {
    private static final int ROOT = 0;
    private static final int GAP_WORDS = 3;

    /** Told of each place where a phrase stands: its first and last token. */
    interface Sink<T> {
        void found(T payload, int first, int last);
    }

    private final CueWords words;
    /** By place and word. */
    private final CueEdges byWord;
    /** By place and class. */
    private final CueEdges byClass;
    /** The classes that lead on from each place, as bits. */
    private final long[] classes;
    /** By place: where any word leads. */
    private final CueEdges byAny;
    /** By place: where one is at once as well, because parts may be missing. */
    private final CueEdges skips;

    private final Map<Integer, List<T>> payloads;
    /** Where a phrase may begin: the root, and wherever one is without a first part that may be missing. */
    private final int[] roots;

    private CueAutomaton(Builder<T> builder) {
        this.words = builder.words;
        this.byWord = builder.byWord;
        this.byClass = builder.byClass;
        this.classes = Arrays.copyOf(builder.classes, builder.size);
        this.byAny = builder.byAny;
        this.skips = builder.skips;
        this.payloads = Map.copyOf(builder.payloads);
        Set<Integer> all = new LinkedHashSet<>();
        together(ROOT, all);
        this.roots = all.stream().mapToInt(Integer::intValue).toArray();
    }

    private void together(int place, Set<Integer> all) {
        if (all.add(place)) {
            for (int edge = skips.first(place); edge >= 0; edge = skips.next(edge)) {
                together(skips.target(edge), all);
            }
        }
    }

    /** Tells {@code sink} of every phrase in {@code tokens}; the same more than once where it can be read in two ways. */
    void each(Tokens tokens, Sink<? super T> sink) {
        new Walk(tokens, sink).run();
    }

    /** One pass over one text. */
    private final class Walk {
        private final Tokens tokens;
        private final Sink<? super T> sink;
        private CueFront here = new CueFront();
        private CueFront next = new CueFront();

        Walk(Tokens tokens, Sink<? super T> sink) {
            this.tokens = tokens;
            this.sink = sink;
        }

        void run() {
            for (int at = 0; at < tokens.size(); at++) {
                if (tokens.isWord(at)) {
                    step(at);
                } else if (tokens.isBoundary(at)) {
                    here.clear();
                }
            }
        }

        private void step(int at) {
            String word = tokens.word(at);
            int number = words.find(word);
            long kinds = words.classes(number, word);
            for (int place : roots) {
                follow(place, at, at, number, kinds);
            }
            for (int i = 0; i < here.size(); i++) {
                follow(here.place(i), here.first(i), at, number, kinds);
            }
            CueFront past = here;
            here = next;
            next = past;
            next.clear();
        }

        private void follow(int place, int first, int at, int number, long kinds) {
            if (number != CueWords.UNKNOWN) {
                arrive(byWord, key(place, number), first, at);
            }
            for (long fitting = classes[place] & kinds; fitting != 0; fitting &= fitting - 1) {
                arrive(byClass, key(place, Long.numberOfTrailingZeros(fitting)), first, at);
            }
            arrive(byAny, place, first, at);
        }

        private void arrive(CueEdges edges, long key, int first, int at) {
            for (int edge = edges.first(key); edge >= 0; edge = edges.next(edge)) {
                int place = edges.target(edge);
                if (next.add(place, first)) {
                    tell(place, first, at);
                    arrive(skips, place, first, at);
                }
            }
        }

        private void tell(int place, int first, int at) {
            List<T> found = payloads.get(place);
            if (found != null) {
                found.forEach(payload -> sink.found(payload, first, at));
            }
        }
    }

    private static long key(int place, int number) {
        return ((long) place << 32) + number;
    }

    /** An automaton in the making. For one thread. */
    static final class Builder<T> {
        private record Way(int from, CuePattern part) {}

        private final CueWords words;
        private final CueEdges byWord = new CueEdges();
        private final CueEdges byClass = new CueEdges();
        private final CueEdges byAny = new CueEdges();
        private final CueEdges skips = new CueEdges();
        private final Map<Integer, List<T>> payloads = new HashMap<>();
        private final Map<Way, Integer> shared = new HashMap<>();
        private long[] classes = new long[1024];
        /** How many places there are; the first is the root. */
        private int size = 1;

        Builder(CueWords words) {
            this.words = words;
        }

        /** @throws IllegalArgumentException where the phrase cannot be understood */
        void add(String phrase, T payload) {
            int place = ROOT;
            for (CuePattern part : CuePattern.parse(phrase, words.classNames())) {
                place = after(place, part);
            }
            List<T> found = payloads.computeIfAbsent(place, p -> new ArrayList<>());
            if (!found.contains(payload)) {
                found.add(payload);
            }
        }

        CueAutomaton<T> build() {
            return new CueAutomaton<>(this);
        }

        private int after(int from, CuePattern part) {
            Integer known = shared.get(new Way(from, part));
            if (known != null) {
                return known;
            }
            int to = place();
            shared.put(new Way(from, part), to);
            connect(from, part, to);
            return to;
        }

        private void connect(int from, CuePattern part, int to) {
            if (part instanceof CuePattern.Word word) {
                byWord.add(key(from, words.number(word.word())), to);
            } else if (part instanceof CuePattern.Of of) {
                int number = words.numberOfClass(of.name());
                classes[from] |= 1L << number;
                byClass.add(key(from, number), to);
            } else if (part instanceof CuePattern.Any) {
                byAny.add(from, to);
            } else if (part instanceof CuePattern.Gap) {
                gap(from, to);
            } else if (part instanceof CuePattern.Choice choice) {
                choice.rows().forEach(row -> row(from, row, to));
            }
        }

        private void gap(int from, int to) {
            skips.add(from, to);
            int place = from;
            for (int i = 0; i < GAP_WORDS; i++) {
                int skipped = place();
                byAny.add(place, skipped);
                skips.add(skipped, to);
                place = skipped;
            }
        }

        private void row(int from, List<CuePattern> row, int to) {
            if (row.isEmpty()) {
                skips.add(from, to);
                return;
            }
            int place = from;
            for (CuePattern part : row.subList(0, row.size() - 1)) {
                int between = place();
                connect(place, part, between);
                place = between;
            }
            connect(place, row.get(row.size() - 1), to);
        }

        private int place() {
            if (size == classes.length) {
                classes = Arrays.copyOf(classes, 2 * size);
            }
            return size++;
        }
    }
}

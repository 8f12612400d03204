package org.turnstone.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final int[] NOWHERE = {};

    /** Told of each place where a phrase stands: its first and last token. */
    interface Sink<T> {
        void found(T payload, int first, int last);
    }

    private final CueWords words;
    /** By place and word: where that word leads. The key is the place times 2^32 plus the word. */
    private final Map<Long, int[]> byWord;
    /** By place and class, in the same way, and the classes of each place as bits. */
    private final Map<Long, int[]> byClass;

    private final long[] classes;
    private final int[][] byAny;
    /** What one arrives at together with a place, because parts may be missing; the place itself first. */
    private final int[][] together;

    private final List<List<T>> payloads;

    private CueAutomaton(Builder<T> builder) {
        this.words = builder.words;
        this.byWord = frozen(builder.byWord);
        this.byClass = frozen(builder.byClass);
        this.classes = new long[builder.payloads.size()];
        builder.byClass.keySet().forEach(key -> classes[(int) (key >> 32)] |= 1L << (key & 63));
        this.byAny = builder.byAny.stream().map(CueAutomaton::ints).toArray(int[][]::new);
        this.together = new int[builder.payloads.size()][];
        Arrays.setAll(together, builder::together);
        this.payloads = builder.payloads.stream().map(List::copyOf).toList();
    }

    private static Map<Long, int[]> frozen(Map<Long, Set<Integer>> edges) {
        Map<Long, int[]> out = new HashMap<>();
        edges.forEach((key, to) -> out.put(key, ints(to)));
        return out;
    }

    private static int[] ints(Set<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Tells {@code sink} of every phrase in {@code tokens}; the same more than once where it can be read in two ways. */
    void each(Tokens tokens, Sink<? super T> sink) {
        new Walk(tokens, sink).run();
    }

    /** One pass over one text. */
    private final class Walk {
        private final Tokens tokens;
        private final Sink<? super T> sink;
        /** Where we are, each place with the token its way began at; the later the shorter. */
        private Map<Integer, Integer> here = new HashMap<>();

        private Map<Integer, Integer> next = new HashMap<>();

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
            for (int place : together[ROOT]) {
                follow(place, at, at, number, kinds);
            }
            here.forEach((place, first) -> follow(place, first, at, number, kinds));
            Map<Integer, Integer> past = here;
            here = next;
            next = past;
            next.clear();
        }

        private void follow(int place, int first, int at, int number, long kinds) {
            if (number != CueWords.UNKNOWN) {
                arrive(byWord.getOrDefault(key(place, number), NOWHERE), first, at);
            }
            for (long fitting = classes[place] & kinds; fitting != 0; fitting &= fitting - 1) {
                arrive(byClass.getOrDefault(key(place, Long.numberOfTrailingZeros(fitting)), NOWHERE), first, at);
            }
            arrive(byAny[place], first, at);
        }

        private void arrive(int[] places, int first, int at) {
            for (int place : places) {
                for (int reached : together[place]) {
                    Integer before = next.put(reached, first);
                    if (before != null && before > first) {
                        next.put(reached, before);
                    } else if (before == null || before < first) {
                        payloads.get(reached).forEach(payload -> sink.found(payload, first, at));
                    }
                }
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
        private final Map<Long, Set<Integer>> byWord = new HashMap<>();
        private final Map<Long, Set<Integer>> byClass = new TreeMap<>();
        private final List<Set<Integer>> byAny = new ArrayList<>();
        private final List<Set<Integer>> skips = new ArrayList<>();
        private final List<List<T>> payloads = new ArrayList<>();
        private final Map<Way, Integer> shared = new HashMap<>();

        Builder(CueWords words) {
            this.words = words;
            place();
        }

        /** @throws IllegalArgumentException where the phrase cannot be understood */
        void add(String phrase, T payload) {
            int place = ROOT;
            for (CuePattern part : CuePattern.parse(phrase, words.classNames())) {
                place = after(place, part);
            }
            if (!payloads.get(place).contains(payload)) {
                payloads.get(place).add(payload);
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
                edge(byWord, key(from, words.number(word.word())), to);
            } else if (part instanceof CuePattern.Of of) {
                edge(byClass, key(from, words.numberOfClass(of.name())), to);
            } else if (part instanceof CuePattern.Any) {
                byAny.get(from).add(to);
            } else if (part instanceof CuePattern.Gap) {
                gap(from, to);
            } else if (part instanceof CuePattern.Choice choice) {
                choice.rows().forEach(row -> row(from, row, to));
            }
        }

        private void edge(Map<Long, Set<Integer>> edges, long key, int to) {
            edges.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(to);
        }

        private void gap(int from, int to) {
            skips.get(from).add(to);
            int place = from;
            for (int i = 0; i < GAP_WORDS; i++) {
                int skipped = place();
                byAny.get(place).add(skipped);
                skips.get(skipped).add(to);
                place = skipped;
            }
        }

        private void row(int from, List<CuePattern> row, int to) {
            if (row.isEmpty()) {
                skips.get(from).add(to);
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
            byAny.add(new LinkedHashSet<>());
            skips.add(new LinkedHashSet<>());
            payloads.add(new ArrayList<>());
            return payloads.size() - 1;
        }

        private int[] together(int place) {
            Set<Integer> all = new LinkedHashSet<>(Set.of(place));
            List<Integer> open = new ArrayList<>(all);
            while (!open.isEmpty()) {
                for (int skipped : skips.get(open.remove(open.size() - 1))) {
                    if (all.add(skipped)) {
                        open.add(skipped);
                    }
                }
            }
            return ints(all);
        }
    }
}

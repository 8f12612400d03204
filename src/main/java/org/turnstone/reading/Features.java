package org.turnstone.reading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Everything in one message that weights can be learned for: sequences of words, where they stand, what they answer,
 * and what the lexicon noticed. One pass, in time linear in the text; a feature may be told more than once. For one
 * thread.
 */
final class Features {
    private static final int MOST_CLAUSES = 6;
    /** Labels of clauses by whether they ask (1), speak of the other (2) and of the writer (4). */
    private static final String[] ABOUT = {
        "says", "asks", "says you", "asks you", "says me", "asks me", "says you and me", "asks you and me"
    };

    private static final Family[] ANSWERS = {Family.TO_OTHER, Family.TO_COMPLAINT, Family.TO_FEELING, Family.TO_BOTH};
    private static final String[] AFTER = {"other", "complaint", "feeling", "both"};
    private static final String[] LENGTHS = numbered("words 2^", 64);
    private static final String[] CLAUSES = numbered("clauses ", MOST_CLAUSES + 1);

    private static final String[][] FORCES = forces();

    /** Is told of each feature. */
    interface Sink {
        /**
         * A sequence.
         *
         * @param hash its number, see {@link Hashes}
         * @param first its first word or mark among those that are heard; -1 is the start of the message
         * @param last its last; their number is the end of the message
         */
        void sequence(Family family, long hash, int first, int last);

        /** Something that stands at no one place. */
        void label(Family family, String label);

        /** A cue: its rule, its kind and its force are three features. */
        void cue(Reader.Sign sign);
    }

    private final Tokens tokens;
    private final Structure structure;
    private final List<Reader.Sign> signs;
    private final Sink sink;
    private final int[] heard;
    private final long[] words;

    Features(Tokens tokens, Structure structure, List<Reader.Sign> signs, int[] heard, Sink sink) {
        this.tokens = tokens;
        this.structure = structure;
        this.signs = signs;
        this.sink = sink;
        this.heard = heard;
        this.words = words(tokens, heard);
    }

    /** The tokens from {@code first} on that say something: an emoji changes nothing. */
    static int[] heard(Tokens tokens, int first) {
        int[] heard = new int[tokens.size() - first];
        int size = 0;
        for (int i = first; i < tokens.size(); i++) {
            if (tokens.sort(i) != Tokens.Sort.EMOJI) {
                heard[size++] = i;
            }
        }
        return size == heard.length ? heard : Arrays.copyOf(heard, size);
    }

    private static String[][] forces() {
        String[][] forces = new String[Kind.Side.values().length][Force.values().length];
        for (Kind.Side side : Kind.Side.values()) {
            for (Force force : Force.values()) {
                forces[side.ordinal()][force.ordinal()] =
                        (side + " " + force).toLowerCase(Locale.ROOT).replace('_', ' ');
            }
        }
        return forces;
    }

    /** How a cue's force is called as a feature. */
    static String force(Entry.Cue cue) {
        return FORCES[cue.kind().side().ordinal()][cue.force().ordinal()];
    }

    private static String[] numbered(String label, int count) {
        String[] labels = new String[count];
        for (int i = 0; i < count; i++) {
            labels[i] = label + i;
        }
        return labels;
    }

    private static long[] words(Tokens tokens, int[] heard) {
        long[] words = new long[heard.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = Hashes.of(tokens, heard[i]);
        }
        return words;
    }

    /** Tells of the message's own features. */
    void reply() {
        for (int i = -1; i < words.length; i++) {
            from(i);
        }
        sink.sequence(Family.WORDS, Hashes.then(Family.WORDS.seed(), Hashes.END), words.length, words.length);
        clauses();
        for (Reader.Sign sign : signs) {
            sink.cue(sign);
        }
        sink.label(Family.LENGTH, LENGTHS[(int) (2 * StrictMath.log(1.0 + words.length))]);
        answers();
    }

    private long at(int i) {
        return i < 0 ? Hashes.START : i == words.length ? Hashes.END : words[i];
    }

    private void from(int i) {
        long one = Hashes.then(Family.WORDS.seed(), at(i));
        sink.sequence(Family.WORDS, one, i, i);
        if (i + 1 <= words.length) {
            long two = Hashes.then(one, at(i + 1));
            sink.sequence(Family.WORDS, two, i, i + 1);
            if (i + 2 <= words.length) {
                sink.sequence(Family.WORDS, Hashes.then(two, at(i + 2)), i, i + 2);
                sink.sequence(Family.WORDS, Hashes.then(Hashes.then(one, Hashes.ANY), at(i + 2)), i, i + 2);
            }
        }
    }

    /** Tells of each word and each two in a row, from {@code first} up to before {@code end}. */
    private void pairs(Family family, int first, int end) {
        for (int i = first; i < end; i++) {
            long one = Hashes.then(family.seed(), words[i]);
            sink.sequence(family, one, i, i);
            if (i + 1 < end) {
                sink.sequence(family, Hashes.then(one, words[i + 1]), i, i + 1);
            }
        }
    }

    private void clauses() {
        int count = 0;
        int last = 0;
        int lastEnd = 0;
        int end = 0;
        for (int first = 0; first < words.length; first = end) {
            int endToken = structure.clauseEnd(heard[first]);
            end = heardBefore(endToken, first);
            if (structure.hasWords(heard[first], endToken)) {
                if (count == 0) {
                    pairs(Family.OPENING, first, end);
                }
                clause(first, end);
                last = first;
                lastEnd = end;
                count++;
            }
        }
        pairs(Family.CLOSING, last, lastEnd);
        sink.label(Family.LENGTH, CLAUSES[Math.min(count, MOST_CLAUSES)]);
    }

    /** How many of the heard stand before the token. */
    private int heardBefore(int token, int from) {
        int before = from;
        while (before < heard.length && heard[before] < token) {
            before++;
        }
        return before;
    }

    private void clause(int first, int end) {
        boolean asks = tokens.sort(heard[end - 1]) == Tokens.Sort.QUESTION;
        int from = heard[first];
        int to = heard[end - 1] + 1;
        int about = (asks ? 1 : 0) + (any(structure.you(), from, to) ? 2 : 0) + (any(structure.me(), from, to) ? 4 : 0);
        sink.label(Family.ABOUT, ABOUT[about]);
        Family family = asks ? Family.ASKS : Family.SAYS;
        long one = Hashes.then(family.seed(), words[first]);
        sink.sequence(family, one, first, first);
        if (first + 1 < end) {
            sink.sequence(family, Hashes.then(one, words[first + 1]), first, first + 1);
        }
    }

    private static boolean any(BitSet some, int first, int end) {
        int next = some.nextSetBit(first);
        return next >= 0 && next < end;
    }

    private void answers() {
        Structure.Before before = structure.before();
        if (before.known()) {
            int what = (before.ofYou() ? 1 : 0) + (before.ofFeeling() ? 2 : 0);
            sink.label(Family.AFTER, AFTER[what]);
            pairs(ANSWERS[what], 0, words.length);
        }
    }

    /** Tells of the features of the partner's words just before. */
    static void before(Tokens before, int[] heard, Sink sink) {
        long[] words = words(before, heard);
        for (int i = 0; i < words.length; i++) {
            sink.sequence(Family.PARTNER, Hashes.then(Family.PARTNER.seed(), words[i]), i, i);
            if (i > 0) {
                long two = Hashes.then(Hashes.then(Family.PARTNER.seed(), words[i - 1]), words[i]);
                sink.sequence(Family.PARTNER, two, i - 1, i);
            }
        }
    }
}

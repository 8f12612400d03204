package org.turnstone.reading;

/**
 * Numbers for features, so that a message is read without making a string for each of its sequences. The same sequence
 * in a message and in a weights file has the same number. Stateless; may be shared between threads.
 */
final class Hashes {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    /** Marks by their sort, as a weights file writes them. */
    private static final String[] MARKS = {"", ".", "?", "...", ",", "\"", "(emoji)", "(link)", "(code)", "(mention)"};

    private static final String NUMBER = "(number)";
    static final long START = of("(start)");
    static final long END = of("(end)");
    static final long ANY = of("*");
    private static final long[] MARK_HASHES = new long[MARKS.length];

    static {
        for (int i = 0; i < MARKS.length; i++) {
            MARK_HASHES[i] = of(MARKS[i]);
        }
    }

    private static final long NUMBER_HASH = of(NUMBER);

    private Hashes() {}

    /** The number of a word, a mark or a label. */
    static long of(String word) {
        return of(word, 0, word.length());
    }

    private static long of(String text, int from, int to) {
        long hash = BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** The number of the token: its plain word, its mark, or that it is a number. */
    static long of(Tokens tokens, int token) {
        if (!tokens.isWord(token)) {
            return MARK_HASHES[tokens.sort(token).ordinal()];
        }
        String squeezed = tokens.squeezed(token);
        if (squeezed != null) {
            return of(squeezed);
        }
        char[] letters = tokens.letters();
        int from = tokens.lettersFrom(token);
        if (letters[from] >= '0' && letters[from] <= '9') {
            return NUMBER_HASH;
        }
        long hash = BASIS;
        for (int i = from; i < tokens.lettersTo(token); i++) {
            hash = (hash ^ letters[i]) * PRIME;
        }
        return hash;
    }

    /** How a weights file writes the token. */
    static String name(Tokens tokens, int token) {
        if (!tokens.isWord(token)) {
            return MARKS[tokens.sort(token).ordinal()];
        }
        String squeezed = tokens.squeezed(token);
        String word = squeezed == null ? tokens.word(token) : squeezed;
        return squeezed == null && word.charAt(0) >= '0' && word.charAt(0) <= '9' ? NUMBER : word;
    }

    /** {@code hash} with one more word after it. */
    static long then(long hash, long word) {
        long mixed = (hash ^ word) * 0xff51afd7ed558ccdL;
        return mixed ^ mixed >>> 32;
    }

    /** The number of a feature as a weights file writes it, after its family's label. */
    static long of(Family family, String what) {
        if (family.isLabelled()) {
            return then(family.seed(), of(what));
        }
        long hash = family.seed();
        for (int from = 0; from <= what.length(); ) {
            int space = what.indexOf(' ', from);
            int to = space < 0 ? what.length() : space;
            hash = then(hash, of(what, from, to));
            from = to + 1;
        }
        return hash;
    }
}

package org.turnstone.reading;

/**
 * Whether a text is in a language that a lexicon is not for, told by its script and by the commonest little words. When
 * in doubt it is not foreign.
 *
 * @param function the class bit of the lexicon's own little words
 * @param foreign the class bit of other languages' little words that are none of its own
 */
record LanguageTest(long function, long foreign) {
    private static final int ENOUGH = 2;

    /** Takes no language for foreign. */
    static final LanguageTest NONE = new LanguageTest(0, 0);

    static LanguageTest of(Phrases<Entry> phrases) {
        return new LanguageTest(phrases.classBit("function"), phrases.classBit("foreign"));
    }

    /** How many little words are of the lexicon's own language. */
    int own(long[] classes) {
        return having(classes, function);
    }

    /** How many are of others. */
    int others(long[] classes) {
        return having(classes, foreign);
    }

    private static int having(long[] classes, long bit) {
        int having = 0;
        for (long bits : classes) {
            having += (bits & bit) != 0 ? 1 : 0;
        }
        return having;
    }

    boolean isForeign(Tokens tokens, long[] classes) {
        int others = others(classes);
        return others >= ENOUGH && others > own(classes) || isOtherScript(tokens.text());
    }

    /** Whether most letters are not Latin ones. */
    private static boolean isOtherScript(String text) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x250 ? Character.isLetter(c) : isFoldedToLatin(c)) {
                latin++;
            } else if (Character.isLetter(c) && !isFoldedToLatin(c)) {
                other++;
            }
        }
        return other > latin;
    }

    private static boolean isFoldedToLatin(char c) {
        return c >= 0xFF21 && c <= 0xFF5A || c >= 0x1E00 && c <= 0x1EFF || Character.isSurrogate(c);
    }
}

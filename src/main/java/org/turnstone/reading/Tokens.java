package org.turnstone.reading;

import java.util.Arrays;
import java.util.Objects;

/**
 * The words and marks of one text, in order, each with its place in the original. Words are plain: lower case, without
 * accents and apostrophes ({@code don’t} and {@code dont} are one word), without invisible characters, with look-alike
 * letters made Latin and letters said three times or more said twice ({@code sooooo} is {@code soo}, and is found as
 * {@code so} as well). A hyphen parts two words. Made in one pass, in time linear in the text's length, from any string,
 * unpaired surrogates included. Immutable; may be shared between threads.
 */
public final class Tokens {
    /** What a token is. */
    public enum Sort {
        WORD,
        /** Ends a sentence: full stop, exclamation mark, semicolon, line break. */
        STOP,
        /** Ends a question; any run of marks that holds a question mark. */
        QUESTION,
        /** Three dots or more: ends nothing by itself. */
        ELLIPSIS,
        /** Comma, colon, bracket, dash: a breath within a sentence. */
        PAUSE,
        /** A quotation mark, or an apostrophe that stands where one would. */
        QUOTE,
        /** A run of emoji, or an emoticon. */
        EMOJI,
        LINK,
        CODE,
        /** Somebody or something named by a platform's own sign: {@code @sam}, {@code <@123>}. */
        MENTION
    }

    private final String text;
    private final char[] letters;
    private final int size;
    private final Sort[] sorts;
    /** Four numbers a token: start and end in the text, start and end among the letters. */
    private final int[] places;

    private final String[] squeezed;

    Tokens(String text, char[] letters, int size, Sort[] sorts, int[] places, String[] squeezed) {
        this.text = text;
        this.letters = letters;
        this.size = size;
        this.sorts = sorts;
        this.places = places;
        this.squeezed = squeezed;
    }

    /** The tokens of {@code text}. */
    public static Tokens of(String text) {
        return new Tokenizer(Objects.requireNonNull(text)).run();
    }

    /** The text they were made from. */
    public String text() {
        return text;
    }

    /** How many words and marks there are. */
    public int size() {
        return size;
    }

    public Sort sort(int token) {
        return sorts[token];
    }

    public boolean isWord(int token) {
        return sorts[token] == Sort.WORD;
    }

    /** Whether a sentence ends here, so that no phrase reaches across. */
    public boolean isBoundary(int token) {
        return switch (sorts[token]) {
            case STOP, QUESTION, EMOJI, LINK, CODE -> true;
            case WORD, ELLIPSIS, PAUSE, QUOTE, MENTION -> false;
        };
    }

    /** Index of the token's first character in the text (UTF-16 units). */
    public int start(int token) {
        return places[4 * token];
    }

    /** Index after its last. */
    public int end(int token) {
        return places[4 * token + 1];
    }

    /** The plain word; empty for a mark. */
    public String word(int token) {
        int from = places[4 * token + 2];
        return new String(letters, from, places[4 * token + 3] - from);
    }

    /** Whether the token is the plain word {@code word}, stretched or not. */
    public boolean is(int token, String word) {
        int from = places[4 * token + 2];
        return Arrays.equals(letters, from, places[4 * token + 3], word.toCharArray(), 0, word.length())
                || squeezed != null && word.equals(squeezed[token]);
    }

    /** The number of words among the tokens. */
    public int words() {
        int words = 0;
        for (int i = 0; i < size; i++) {
            words += isWord(i) ? 1 : 0;
        }
        return words;
    }

    char[] letters() {
        return letters;
    }

    int lettersFrom(int token) {
        return places[4 * token + 2];
    }

    int lettersTo(int token) {
        return places[4 * token + 3];
    }

    /** The word with each stretched run of letters said once; {@code null} where nothing was stretched. */
    String squeezed(int token) {
        return squeezed == null ? null : squeezed[token];
    }
}

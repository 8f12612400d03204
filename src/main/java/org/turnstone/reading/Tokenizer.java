package org.turnstone.reading;

import java.util.Arrays;

/** Makes {@link Tokens} in one pass. For one thread, once. */
final class Tokenizer {
    /** A platform's own signs ({@code <@123>}) are at most this long. */
    private static final int SIGN_LIMIT = 80;

    private final String text;
    private int at;
    private char[] letters;
    private int lettersEnd;
    private int size;
    private Tokens.Sort[] sorts;
    private int[] places;
    private String[] squeezed;
    private boolean codeMayClose = true;

    Tokenizer(String text) {
        this.text = text;
        this.letters = new char[text.length() + 2];
        int expected = text.length() / 4 + 8;
        this.sorts = new Tokens.Sort[expected];
        this.places = new int[4 * expected];
    }

    Tokens run() {
        while (at < text.length()) {
            next();
        }
        return new Tokens(text, letters, size, sorts, places, squeezed);
    }

    private void next() {
        int c = text.codePointAt(at);
        switch (Letters.sort(c)) {
            case LETTER -> letterOrLink();
            case SPACE, UNSEEN -> at += Character.charCount(c);
            case NEWLINE, STOP, QUESTION, EXCLAMATION -> ending();
            case APOSTROPHE, QUOTE -> mark(Tokens.Sort.QUOTE, at + 1);
            case BACKTICK -> code();
            case PAUSE -> pauseOrEmoticon();
            case HYPHEN -> hyphen();
            case DASH -> mark(Tokens.Sort.PAUSE, at + 1);
            case EMOJI -> emoji();
            case OTHER -> other(c);
        }
    }

    private void mark(Tokens.Sort sort, int end) {
        add(sort, at, end, lettersEnd);
        at = end;
    }

    private void add(Tokens.Sort sort, int start, int end, int lettersFrom) {
        if (size == sorts.length) {
            sorts = Arrays.copyOf(sorts, 2 * size);
            places = Arrays.copyOf(places, 8 * size);
            squeezed = squeezed == null ? null : Arrays.copyOf(squeezed, 2 * size);
        }
        sorts[size] = sort;
        places[4 * size] = start;
        places[4 * size + 1] = end;
        places[4 * size + 2] = lettersFrom;
        places[4 * size + 3] = lettersEnd;
        size++;
    }

    private void letterOrLink() {
        if (isLink()) {
            mark(Tokens.Sort.LINK, endOfSolid(at));
        } else {
            word();
        }
    }

    private boolean isLink() {
        char c = text.charAt(at);
        return (c == 'h' || c == 'H')
                        && (text.regionMatches(true, at, "http://", 0, 7)
                                || text.regionMatches(true, at, "https://", 0, 8))
                || (c == 'w' || c == 'W') && text.regionMatches(true, at, "www.", 0, 4);
    }

    private int endOfSolid(int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void word() {
        int start = at;
        int from = lettersEnd;
        int end = at;
        boolean stretched = false;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            Letters.Sort sort = Letters.sort(c);
            if (sort == Letters.Sort.LETTER) {
                stretched |= take(c, from);
                at += Character.charCount(c);
                end = at;
            } else if (sort == Letters.Sort.UNSEEN || joins(sort, c)) {
                at += Character.charCount(c);
            } else {
                break;
            }
        }
        addWord(start, end, from, stretched);
    }

    private void addWord(int start, int end, int from, boolean stretched) {
        if (lettersEnd == from) {
            return;
        }
        add(Tokens.Sort.WORD, start, end, from);
        if (stretched) {
            squeezed = squeezed == null ? new String[sorts.length] : squeezed;
            squeezed[size - 1] = Stretched.squeeze(text, start, end);
        }
    }

    /** Takes one code point's letters; true where it is one more of a stretched run. */
    private boolean take(int c, int from) {
        if (c < 0x80) {
            return takeLetter((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), from);
        }
        String folded = Letters.fold(c);
        boolean stretched = false;
        for (int i = 0; i < folded.length(); i++) {
            stretched |= takeLetter(folded.charAt(i), from);
        }
        return stretched;
    }

    private boolean takeLetter(char letter, int from) {
        int length = lettersEnd - from;
        if (length >= 2
                && letters[lettersEnd - 1] == letter
                && letters[lettersEnd - 2] == letter
                && (letter < '0' || letter > '9')) {
            return true;
        }
        if (lettersEnd == letters.length) {
            letters = Arrays.copyOf(letters, 2 * lettersEnd);
        }
        letters[lettersEnd++] = letter;
        return false;
    }

    /** An apostrophe between letters, and a point or colon between digits, belong to the word. */
    private boolean joins(Letters.Sort sort, int c) {
        int next = at + 1 < text.length() ? text.codePointAt(at + 1) : ' ';
        if (sort == Letters.Sort.APOSTROPHE || sort == Letters.Sort.BACKTICK) {
            return Character.isLetter(next);
        }
        return (c == '.' || c == ':') && isDigit(next) && at > 0 && isDigit(text.charAt(at - 1));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private void ending() {
        int start = at;
        int dots = 0;
        Tokens.Sort sort = Tokens.Sort.STOP;
        boolean strong = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            Letters.Sort found = Letters.sort(c);
            if (found == Letters.Sort.QUESTION) {
                sort = Tokens.Sort.QUESTION;
            } else if (found == Letters.Sort.STOP) {
                dots += c == 0x2026 ? 3 : 1;
            } else if (found == Letters.Sort.NEWLINE || found == Letters.Sort.EXCLAMATION) {
                strong = true;
            } else if (found != Letters.Sort.SPACE || !endingFollows()) {
                break;
            }
        }
        boolean trailing = sort == Tokens.Sort.STOP && !strong && dots >= 2;
        add(trailing ? Tokens.Sort.ELLIPSIS : sort, start, at, lettersEnd);
    }

    private boolean endingFollows() {
        if (at + 1 >= text.length()) {
            return false;
        }
        Letters.Sort next = Letters.sort(text.charAt(at + 1));
        return next == Letters.Sort.NEWLINE
                || next == Letters.Sort.QUESTION
                || next == Letters.Sort.EXCLAMATION
                || next == Letters.Sort.STOP;
    }

    private void pauseOrEmoticon() {
        int end = Emoticons.end(text, at);
        if (end > at) {
            mark(Tokens.Sort.EMOJI, end);
        } else {
            mark(Tokens.Sort.PAUSE, at + 1);
        }
    }

    /** A hyphen with air around it is a dash; within a word it only parts two words. */
    private void hyphen() {
        boolean airBefore = at == 0 || Character.isWhitespace(text.charAt(at - 1));
        boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '-';
        if (airBefore || doubled) {
            int end = at;
            while (end < text.length() && text.charAt(end) == '-') {
                end++;
            }
            mark(Tokens.Sort.PAUSE, Math.max(end, at + 1));
        } else {
            at++;
        }
    }

    private void emoji() {
        int start = at;
        int end = at;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            Letters.Sort sort = Letters.sort(c);
            if (sort != Letters.Sort.EMOJI && sort != Letters.Sort.UNSEEN && sort != Letters.Sort.SPACE) {
                break;
            }
            at += Character.charCount(c);
            end = sort == Letters.Sort.SPACE ? end : at;
        }
        add(Tokens.Sort.EMOJI, start, end, lettersEnd);
    }

    private void code() {
        int ticks = at;
        while (ticks < text.length() && text.charAt(ticks) == '`') {
            ticks++;
        }
        int close = codeMayClose ? text.indexOf('`', ticks) : -1;
        codeMayClose = close >= 0;
        if (close < 0) {
            mark(Tokens.Sort.QUOTE, ticks);
            return;
        }
        while (close < text.length() && text.charAt(close) == '`') {
            close++;
        }
        mark(Tokens.Sort.CODE, close);
    }

    private void other(int c) {
        if (c == '<' && Emoticons.end(text, at) > at) {
            mark(Tokens.Sort.EMOJI, Emoticons.end(text, at));
        } else if (c == '<' && signEnd() > at) {
            mark(signSort(), signEnd());
        } else if (c == '@' && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1))) {
            mark(Tokens.Sort.MENTION, endOfSolid(at));
        } else if (c == '&') {
            and();
        } else {
            at += Character.charCount(c);
        }
    }

    private void and() {
        int from = lettersEnd;
        for (char letter : new char[] {'a', 'n', 'd'}) {
            takeLetter(letter, from);
        }
        add(Tokens.Sort.WORD, at, at + 1, from);
        at++;
    }

    private Tokens.Sort signSort() {
        char c = text.charAt(at + 1);
        return c == ':' || c == 'a' ? Tokens.Sort.EMOJI : Tokens.Sort.MENTION;
    }

    private int signEnd() {
        if (at + 1 >= text.length() || "@#:at".indexOf(text.charAt(at + 1)) < 0) {
            return at;
        }
        for (int i = at + 1; i < Math.min(text.length(), at + SIGN_LIMIT); i++) {
            if (text.charAt(i) == '>') {
                return i + 1;
            }
            if (Character.isWhitespace(text.charAt(i))) {
                return at;
            }
        }
        return at;
    }
}

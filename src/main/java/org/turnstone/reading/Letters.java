package org.turnstone.reading;

import java.text.Normalizer;

/**
 * What a code point is for reading, and the plain lower-case letters it stands for. Accents, full-width and ornamental
 * letters, and the commonest look-alikes from Cyrillic and Greek come down to plain Latin letters; marks that nobody
 * sees vanish. Stateless; may be shared between threads.
 */
final class Letters {
    /** What a code point does in a text. */
    enum Sort {
        LETTER,
        SPACE,
        NEWLINE,
        APOSTROPHE,
        QUOTE,
        BACKTICK,
        STOP,
        QUESTION,
        EXCLAMATION,
        PAUSE,
        HYPHEN,
        DASH,
        EMOJI,
        /** Zero-width and combining marks, direction marks, variation selectors: as if they were not there. */
        UNSEEN,
        OTHER
    }

    private static final int LATIN_END = 0x250;
    private static final Sort[] SORTS = new Sort[LATIN_END];
    private static final String[] FOLDED = new String[LATIN_END];

    /** Look-alikes, in pairs: the look-alike, then the Latin letter. After Unicode's confusables, the letters only. */
    private static final String LOOK_ALIKES = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwɡgӏlвbмmнhтtкkαaοoνvρpτtιiκkυuχxεeηnωw";

    private static final int LAST_LOOK_ALIKE = 0x530;
    /** Some ligatures stand for whole sentences; this much of them is enough. */
    private static final int MOST_LETTERS = 4;

    static {
        for (int c = 0; c < LATIN_END; c++) {
            SORTS[c] = slowSort(c);
            FOLDED[c] = slowFold(c);
        }
    }

    private Letters() {}

    static Sort sort(int codePoint) {
        return codePoint < LATIN_END ? SORTS[codePoint] : slowSort(codePoint);
    }

    /** The plain letters and digits that {@code codePoint} stands for; empty where it stands for none. */
    static String fold(int codePoint) {
        return codePoint < LATIN_END ? FOLDED[codePoint] : slowFold(codePoint);
    }

    private static Sort slowSort(int c) {
        Sort punctuation = punctuation(c);
        if (punctuation != Sort.OTHER) {
            return punctuation;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> Sort.LETTER;
            case Character.SPACE_SEPARATOR -> Sort.SPACE;
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> Sort.UNSEEN;
            case Character.OTHER_SYMBOL -> Sort.EMOJI;
            default -> isEmojiModifier(c) ? Sort.EMOJI : Sort.OTHER;
        };
    }

    private static Sort punctuation(int c) {
        return switch (c) {
            case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> Sort.NEWLINE;
            case '\t' -> Sort.SPACE;
            case '\'', 0x2019, 0x2018, 0x201A, 0x201B, 0xB4, 0x2BC, 0x2032, 0xFF07 -> Sort.APOSTROPHE;
            case '"', 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2033, 0x300C, 0x300D, 0xFF02 -> Sort.QUOTE;
            case '`' -> Sort.BACKTICK;
            case '.', ';', 0x2026, 0x3002, 0xFF0E, 0x6D4 -> Sort.STOP;
            case '?', 0xFF1F, 0x61F, 0x203D -> Sort.QUESTION;
            case '!', 0xFF01 -> Sort.EXCLAMATION;
            case ',', ':', '(', ')', '[', ']', '{', '}', 0xFF0C, 0x3001, 0x60C -> Sort.PAUSE;
            case '-', 0x2010, 0x2011, '/' -> Sort.HYPHEN;
            case 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> Sort.DASH;
            case 0x34F, 0x3164, 0x115F, 0x1160 -> Sort.UNSEEN;
            default -> Sort.OTHER;
        };
    }

    private static boolean isEmojiModifier(int c) {
        return c >= 0x1F000 && c <= 0x1FAFF;
    }

    private static String slowFold(int c) {
        if (slowSort(c) != Sort.LETTER) {
            return "";
        }
        StringBuilder plain = new StringBuilder(2);
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length() && plain.length() < MOST_LETTERS; ) {
            int part = parts.codePointAt(i);
            i += Character.charCount(part);
            if (Character.isLetterOrDigit(part)) {
                plain.appendCodePoint(likeLatin(Character.toLowerCase(part)));
            }
        }
        return plain.toString();
    }

    private static int likeLatin(int c) {
        if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
            return c;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (c) {
            case 0xF8 -> 'o';
            case 0x142 -> 'l';
            case 0x131 -> 'i';
            default -> lookAlike(c);
        };
    }

    private static int lookAlike(int c) {
        if (c > LAST_LOOK_ALIKE) {
            return c;
        }
        for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
            if (LOOK_ALIKES.charAt(i) == c) {
                return LOOK_ALIKES.charAt(i + 1);
            }
        }
        return c;
    }
}

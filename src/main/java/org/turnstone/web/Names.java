package org.turnstone.web;

import java.text.Normalizer;

/** Makes a name that somebody typed harmless: one line, of a length that fits a phone. Pages show it as text. */
final class Names {
    /** Characters; longer names are cut. */
    static final int LONGEST = 40;

    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private Names() {}

    /** A name, cut to its longest; empty where nothing that can be seen is left of it. */
    static String tidy(String typed) {
        return tidy(typed, LONGEST);
    }

    /** @param longest characters that are left of it */
    static String tidy(String typed, int longest) {
        StringBuilder tidy = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                tidy.append(' ');
            } else if (isSeen(c)) {
                tidy.appendCodePoint(c);
            }
        });
        String name = tidy.toString().strip().replaceAll(" +", " ");
        int[] points = name.codePoints().limit(longest).toArray();
        return new String(points, 0, points.length).strip();
    }

    /** Marks that steer the direction of text would reach beyond the name; joiners hold emoji and some scripts together. */
    private static boolean isSeen(int c) {
        int type = Character.getType(c);
        boolean joiner = c == 0x200D || c == 0x200C;
        return joiner
                || type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.UNASSIGNED
                        && type != Character.PRIVATE_USE;
    }

    /** The name as it stands in a sentence: written from right to left it does not turn the sentence around. */
    static String inSentence(String name) {
        boolean turns = name.codePoints().anyMatch(Names::isRightToLeft);
        return turns ? ISOLATE + name + END_OF_ISOLATE : name;
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}

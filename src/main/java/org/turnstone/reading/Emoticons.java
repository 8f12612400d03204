package org.turnstone.reading;

/** Faces typed with marks: {@code :)}, {@code ;-(}, {@code <3}. Stateless; may be shared between threads. */
final class Emoticons {
    private Emoticons() {}

    /** The index after the emoticon that begins at {@code at}; {@code at} itself where none does. */
    static int end(String text, int at) {
        char eyes = text.charAt(at);
        if (eyes == '<') {
            return at + 1 < text.length() && text.charAt(at + 1) == '3' ? at + 2 : at;
        }
        if (eyes != ':') {
            return at;
        }
        int mouth = at + 1;
        while (mouth < text.length() && mouth < at + 3 && "-'".indexOf(text.charAt(mouth)) >= 0) {
            mouth++;
        }
        boolean face = mouth < text.length() && ")(/DPp|*3oO".indexOf(text.charAt(mouth)) >= 0;
        boolean alone = mouth + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(mouth + 1));
        return face && alone ? mouth + 1 : at;
    }
}

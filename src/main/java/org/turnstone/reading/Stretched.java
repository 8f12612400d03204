package org.turnstone.reading;

/** Undoes stretching: {@code reallyyyy} is {@code really}. Stateless; may be shared between threads. */
final class Stretched {
    private Stretched() {}

    /** The word of {@code text} between {@code start} and {@code end} with each run of three or more letters said once. */
    static String squeeze(String text, int start, int end) {
        StringBuilder plain = new StringBuilder(end - start);
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            plain.append(Letters.fold(c));
            i += Character.charCount(c);
        }
        int kept = 0;
        for (int i = 0; i < plain.length(); ) {
            int run = runFrom(plain, i);
            for (int k = 0; k < (run >= 3 ? 1 : run); k++) {
                plain.setCharAt(kept++, plain.charAt(i));
            }
            i += run;
        }
        plain.setLength(kept);
        return plain.toString();
    }

    private static int runFrom(StringBuilder plain, int from) {
        int to = from + 1;
        while (to < plain.length() && plain.charAt(to) == plain.charAt(from)) {
            to++;
        }
        return to - from;
    }
}

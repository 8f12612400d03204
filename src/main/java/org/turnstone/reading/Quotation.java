package org.turnstone.reading;

import java.util.BitSet;

/**
 * Which tokens somebody else says: between quotation marks, or on a line that begins with {@code >}. A mark that is
 * never closed quotes nothing. Stateless; may be shared between threads.
 */
final class Quotation {
    /** A quotation in single marks is short; beyond this an apostrophe was only an apostrophe. */
    private static final int LONGEST_SINGLE = 30;

    private Quotation() {}

    static BitSet in(Tokens tokens) {
        BitSet quoted = new BitSet(tokens.size());
        int doubleOpen = -1;
        int singleOpen = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.sort(i) != Tokens.Sort.QUOTE) {
                continue;
            }
            if (Letters.sort(tokens.text().charAt(tokens.start(i))) == Letters.Sort.QUOTE) {
                doubleOpen = close(quoted, doubleOpen, i, Integer.MAX_VALUE);
            } else if (closes(tokens, i) && singleOpen >= 0) {
                singleOpen = close(quoted, singleOpen, i, LONGEST_SINGLE);
            } else if (opens(tokens, i)) {
                singleOpen = i;
            }
        }
        quoteLines(tokens, quoted);
        return quoted;
    }

    /** Marks what lies between and answers -1; or, where nothing was open, answers the newly opened. */
    private static int close(BitSet quoted, int open, int at, int longest) {
        if (open < 0) {
            return at;
        }
        if (at - open <= longest) {
            quoted.set(open, at + 1);
        }
        return -1;
    }

    private static boolean opens(Tokens tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.start(i + 1) == tokens.end(i)
                && (i == 0 || tokens.end(i - 1) < tokens.start(i));
    }

    private static boolean closes(Tokens tokens, int i) {
        return i > 0
                && tokens.end(i - 1) == tokens.start(i)
                && (i + 1 == tokens.size() || tokens.start(i + 1) > tokens.end(i) || !tokens.isWord(i + 1));
    }

    private static void quoteLines(Tokens tokens, BitSet quoted) {
        String text = tokens.text();
        int token = 0;
        for (int line = 0; line < text.length(); ) {
            int next = text.indexOf('\n', line);
            int end = next < 0 ? text.length() : next;
            boolean marked = text.startsWith("> ", line) || text.startsWith(">>> ", line);
            while (token < tokens.size() && tokens.start(token) < end) {
                quoted.set(token, quoted.get(token) || marked);
                token++;
            }
            line = end + 1;
        }
    }
}

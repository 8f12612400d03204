package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces that fit into one message each. Stateless; may be shared. */
final class Pages {
    /** A message takes 2,000 characters. */
    static final int LONGEST = 1_900;

    private Pages() {}

    /** At least one piece; cut at a line's end or a space where there is one, and never within a character. */
    static List<String> of(String text) {
        List<String> pages = new ArrayList<>();
        String rest = text;
        while (rest.length() > LONGEST) {
            int end = end(rest);
            pages.add(rest.substring(0, end));
            String quote = rest.substring(0, end).lastIndexOf("\n> ") >= 0 || rest.startsWith("> ") ? "> " : "";
            rest = quote + rest.substring(end).strip();
        }
        pages.add(rest);
        return List.copyOf(pages);
    }

    private static int end(String text) {
        int line = text.lastIndexOf('\n', LONGEST);
        int space = Math.max(line, text.lastIndexOf(' ', LONGEST));
        int end = line > LONGEST / 2 ? line : space > LONGEST / 2 ? space : LONGEST;
        boolean splits = Character.isHighSurrogate(text.charAt(end - 1)) || text.charAt(end - 1) == '\\';
        return splits ? end - 1 : end;
    }
}

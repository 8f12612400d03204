package org.turnstone.prompts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.turnstone.reading.Finding;

/** The words of a message that a private note points at, short enough to quote. Stateless; may be shared. */
public final class Excerpt {
    /** More than this of somebody's own words says no more about them. */
    private static final int LONGEST = 120;

    private static final String GAP = " ... ";

    private Excerpt() {}

    /**
     * The words at {@code findings} in the order in which they stand, on one line, with dots where more than two words lie
     * between them.
     *
     * @param message the very message that was read
     * @return the whole message, shortened, where there are no findings
     */
    public static String of(String message, List<Finding> findings) {
        if (findings.isEmpty()) {
            return shortened(plain(message));
        }
        List<String> parts = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (Finding finding : inOrder(findings)) {
            boolean joined = from >= 0 && (finding.start() <= to || isHardlyMore(message, to, finding.start()));
            if (from >= 0 && !joined) {
                parts.add(plain(message.substring(from, to)));
            }
            from = joined ? from : finding.start();
            to = Math.min(message.length(), joined ? Math.max(to, finding.end()) : finding.end());
        }
        parts.add(plain(message.substring(from, to)));
        return shortened(String.join(GAP, parts));
    }

    private static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end))
                .toList();
    }

    /** Dots in place of one or two words would be harder to read, and might turn the sense: "you never want to talk". */
    private static boolean isHardlyMore(String message, int from, int to) {
        String between = plain(message.substring(from, to));
        return between.indexOf(' ') == between.lastIndexOf(' ');
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    /** Cut at a space where there is one, and never within a character. */
    private static String shortened(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int space = words.lastIndexOf(' ', LONGEST);
        int end = space > LONGEST / 2 ? space : LONGEST;
        end -= Character.isHighSurrogate(words.charAt(end - 1)) ? 1 : 0;
        return words.substring(0, end) + " ...";
    }
}

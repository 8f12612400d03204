package org.turnstone.discord;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes what people wrote harmless where the bot shows it: no markup, no mention, no text that turns what follows it
 * around. What they meant stays readable. Stateless; may be shared.
 */
final class Plain {
    private static final int LONGEST_NAME = 32;
    private static final Pattern MARKUP = Pattern.compile("([\\\\*_~`|<>\\[\\]()#])");
    private static final Pattern LIST = Pattern.compile("^(\\s*)([-+])");
    private static final Pattern NUMBERED = Pattern.compile("^(\\s*\\d+)\\.");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([^\\p{L}\\p{N}\\s])");

    private Plain() {}

    /** A name on one line, without markup. */
    static String name(String name) {
        String line = oneLine(name);
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_NAME, line.codePointCount(0, line.length())));
        String plain = words(line.substring(0, end)).replace("://", ":/\u200b/");
        return plain.isBlank() ? "?" : plain;
    }

    /** Words on one line, for where no markup is understood. */
    static String oneLine(String words) {
        return visible(words).replaceAll("\\s+", " ").strip();
    }

    /** Words on as many lines as they had, without markup. */
    static String words(String words) {
        return visible(words).lines().map(Plain::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        String escaped = MARKUP.matcher(line).replaceAll("\\\\$1");
        String noList = LIST.matcher(escaped).replaceFirst("$1\\\\$2");
        return NUMBERED.matcher(noList).replaceFirst("$1\\\\.").replace("@", "@\u200b");
    }

    /** Words as a quotation, each line marked. */
    static String quoted(String words) {
        return "> " + words(words.strip()).replace("\n", "\n> ");
    }

    /** The words that {@link #quoted} made a quotation of. */
    static String unquoted(String quotation) {
        return quotation
                .lines()
                .map(line -> ESCAPED.matcher(line.replaceFirst("^> ?", "")).replaceAll("$1"))
                .collect(Collectors.joining("\n"))
                .replace("@\u200b", "@");
    }

    /** Whether anything in it can be seen at all. */
    static boolean isVisible(String text) {
        return visible(text)
                .codePoints()
                .anyMatch(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT);
    }

    /** Without control characters and without those that override the direction of text (Unicode's bidi controls). */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().filter(Plain::mayStay).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean mayStay(int c) {
        boolean overrides = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return c == '\n' || !overrides && Character.getType(c) != Character.CONTROL;
    }
}

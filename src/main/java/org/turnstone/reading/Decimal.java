package org.turnstone.reading;

/**
 * Reads the short decimals of a weights file. There are two hundred thousand of them, and a start waits for them, so none of them
 * becomes a string or an object first. Stateless; may be shared between threads.
 */
public final class Decimal {
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7};
    /** So many digits, and a power of ten below them, are exact; their quotient is rounded as Java would round the whole. */
    private static final int EXACT = 7;

    private Decimal() {}

    /**
     * The number written in {@code text} from {@code from} on, {@code to} left out.
     *
     * @throws NumberFormatException where that is no number
     */
    public static double parse(String text, int from, int to) {
        boolean negative = from < to && text.charAt(from) == '-';
        int digits = 0;
        int value = 0;
        int point = -1;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < EXACT) {
                value = value * 10 + c - '0';
                digits++;
            } else if (c == '.' && point < 0) {
                point = digits;
            } else {
                return Double.parseDouble(text.substring(from, to));
            }
        }
        if (digits == 0) {
            throw new NumberFormatException();
        }
        double size = point < 0 ? value : value / POWERS[digits - point];
        return negative ? -size : size;
    }
}

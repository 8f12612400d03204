package org.turnstone.safety;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Figures by the name of a mark, all names in one text and all figures in one array: tens of thousands of small objects would
 * take three times the memory, and a start would wait for them. Threads may share one once it is filled.
 */
final class MarkTable {
    static final int NOT_THERE = -1;

    private final int columns;
    private final StringBuilder names = new StringBuilder();
    private int[] ends = new int[16];
    private double[] figures;
    /** An open table: the number of a name, counted from 1; 0 where the place is free. Half of it is free at the least. */
    private int[] places = new int[32];

    private int size;

    /** @param columns how many figures each mark has */
    MarkTable(int columns) {
        this.columns = columns;
        this.figures = new double[16 * columns];
    }

    static MarkTable of(Map<String, double[]> byMark, int columns) {
        MarkTable table = new MarkTable(columns);
        byMark.forEach((mark, figures) -> table.add(mark, 0, mark.length(), figures));
        return table;
    }

    /**
     * Adds the mark that {@code text} names from {@code from} on, {@code to} left out.
     *
     * @return false where it is there already
     */
    boolean add(CharSequence text, int from, int to, double[] its) {
        if (find(text, from, to) != NOT_THERE) {
            return false;
        }
        if (2 * (size + 1) > places.length) {
            places = new int[2 * places.length];
            for (int i = 0; i < size; i++) {
                place(i);
            }
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            figures = Arrays.copyOf(figures, 2 * size * columns);
        }
        names.append(text, from, to);
        ends[size] = names.length();
        for (int column = 0; column < columns; column++) {
            figures[size * columns + column] = its[column];
        }
        place(size);
        size++;
        return true;
    }

    private void place(int number) {
        int slot = slot(names, begin(number), ends[number]);
        while (places[slot] != 0) {
            slot = (slot + 1) & places.length - 1;
        }
        places[slot] = number + 1;
    }

    private int slot(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return (hash ^ hash >>> 15) * 0x2c1b3c6d >>> 7 & places.length - 1;
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** The mark's number; {@link #NOT_THERE} where nothing is known of it. */
    int find(String mark) {
        return find(mark, 0, mark.length());
    }

    private int find(CharSequence text, int from, int to) {
        for (int slot = slot(text, from, to); places[slot] != 0; slot = (slot + 1) & places.length - 1) {
            if (isNamed(places[slot] - 1, text, from, to)) {
                return places[slot] - 1;
            }
        }
        return NOT_THERE;
    }

    private boolean isNamed(int number, CharSequence text, int from, int to) {
        int begin = begin(number);
        if (ends[number] - begin != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (names.charAt(begin + i - from) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    double figure(int number, int column) {
        return figures[number * columns + column];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Nothing is added any more: what was kept free for that is let go. */
    MarkTable whole() {
        names.trimToSize();
        ends = Arrays.copyOf(ends, size);
        figures = Arrays.copyOf(figures, size * columns);
        return this;
    }

    Map<String, double[]> toMap() {
        Map<String, double[]> all = new HashMap<>();
        for (int i = 0; i < size; i++) {
            all.put(names.substring(begin(i), ends[i]), Arrays.copyOfRange(figures, i * columns, (i + 1) * columns));
        }
        return all;
    }
}

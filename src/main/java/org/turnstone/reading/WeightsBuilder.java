package org.turnstone.reading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of a weights file in arrays as they come. There are tens of thousands, and a start waits for them: an object
 * for each would have to be moved by the collector again and again. For one thread.
 */
final class WeightsBuilder {
    private final Set<Weights.Section> sections = EnumSet.noneOf(Weights.Section.class);
    private final StringBuilder rules = new StringBuilder();
    /** Of each line, which kind counted from 1; 0 where it has none. */
    private byte[] kinds = new byte[8];

    /** An open table: where a key stands, its line's number counted from 1; 0 where the place is free. */
    private long[] keys = new long[8];

    private int[] numbers = new int[8];
    private int[] rulesFrom = new int[8];
    private int[] amountsFrom = new int[8];
    private float[] amounts = new float[16];
    private int size;

    static long key(Weights.Section section, long hash) {
        return hash + section.ordinal();
    }

    static int slot(long key, int mask) {
        return (int) (key >>> 32 ^ key) & mask;
    }

    /**
     * Adds a line.
     *
     * @param rule the rule's id: the feature as the file writes it, or the lexicon's own rule
     * @param kind what its words are a sign of; null where it has no kind
     * @return false where the feature is there already
     */
    boolean add(Weights.Section section, String rule, long hash, float[] figures, @Nullable Kind kind) {
        if (!put(key(section, hash), size + 1)) {
            return false;
        }
        sections.add(section);
        rules.append(rule);
        size++;
        if (size == rulesFrom.length) {
            rulesFrom = Arrays.copyOf(rulesFrom, 2 * size);
            amountsFrom = Arrays.copyOf(amountsFrom, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        kinds[size - 1] = (byte) (kind == null ? 0 : kind.ordinal() + 1);
        int from = amountsFrom[size - 1];
        if (from + figures.length > amounts.length) {
            amounts = Arrays.copyOf(amounts, 2 * amounts.length);
        }
        for (int i = 0; i < figures.length; i++) {
            amounts[from + i] = figures[i];
        }
        amountsFrom[size] = from + figures.length;
        rulesFrom[size] = rules.length();
        return true;
    }

    private boolean put(long key, int number) {
        if (2 * number > keys.length) {
            grow();
        }
        int slot = slot(key, keys.length - 1);
        for (; numbers[slot] != 0; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key) {
                return false;
            }
        }
        keys[slot] = key;
        numbers[slot] = number;
        return true;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                put(oldKeys[i], oldNumbers[i]);
            }
        }
    }

    Set<Weights.Section> sections() {
        return sections;
    }

    long[] keys() {
        return keys;
    }

    int[] numbers() {
        return numbers;
    }

    float[] amounts() {
        return Arrays.copyOf(amounts, amountsFrom[size]);
    }

    int[] amountsFrom() {
        return Arrays.copyOf(amountsFrom, size + 1);
    }

    String rules() {
        return rules.toString();
    }

    int[] rulesFrom() {
        return Arrays.copyOf(rulesFrom, size + 1);
    }

    byte[] kinds() {
        return Arrays.copyOf(kinds, size);
    }
}

package org.turnstone.safety;

import java.util.Arrays;

/**
 * The places that one pass has come to, each with the token at which its way began. Of two ways to the same place the
 * later, shorter one is kept. For one thread.
 */
final class CueFront {
    private int[] places = new int[64];
    private int[] firsts = new int[64];
    private int size;
    /** By hash: index of a place plus 1; 0 is free. */
    private int[] table = new int[256];

    /** Whether the place is new, or was come to by a longer way. */
    boolean add(int place, int first) {
        int slot = slot(place);
        while (table[slot] != 0 && places[table[slot] - 1] != place) {
            slot = slot + 1 & table.length - 1;
        }
        int index = table[slot] - 1;
        if (index < 0) {
            append(slot, place, first);
            return true;
        }
        boolean isShorter = first > firsts[index];
        firsts[index] = Math.max(first, firsts[index]);
        return isShorter;
    }

    private void append(int slot, int place, int first) {
        table[slot] = size + 1;
        places[size] = place;
        firsts[size] = first;
        size++;
        if (size == places.length) {
            grow();
        }
    }

    private void grow() {
        places = Arrays.copyOf(places, 2 * size);
        firsts = Arrays.copyOf(firsts, 2 * size);
        table = new int[8 * size];
        for (int i = 0; i < size; i++) {
            int slot = slot(places[i]);
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = i + 1;
        }
    }

    private int slot(int place) {
        return place * 0x9E3779B9 >>> 16 & table.length - 1;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(table, 0);
            size = 0;
        }
    }

    int size() {
        return size;
    }

    int place(int index) {
        return places[index];
    }

    int first(int index) {
        return firsts[index];
    }
}

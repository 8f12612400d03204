package org.turnstone.safety;

import java.util.Arrays;

/**
 * Where one gets to from a place: any number of places by key, in primitive arrays, because there are very many and they
 * are asked for at every word. Not safe for threads while edges are added; afterwards any number may ask.
 */
final class CueEdges {
    private static final int NONE = -1;

    private long[] keys = new long[1024];
    private int[] targets = new int[1024];
    /** The next edge with the same hash. */
    private int[] after = new int[1024];

    private int[] heads = new int[2048];
    private int size;

    CueEdges() {
        Arrays.fill(heads, NONE);
    }

    /** Adds an edge unless it is there. */
    void add(long key, int target) {
        for (int edge = first(key); edge != NONE; edge = next(edge)) {
            if (targets[edge] == target) {
                return;
            }
        }
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        targets[size] = target;
        link(size++);
    }

    private void link(int edge) {
        int slot = slot(keys[edge]);
        after[edge] = heads[slot];
        heads[slot] = edge;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        targets = Arrays.copyOf(targets, 2 * size);
        after = new int[2 * size];
        heads = new int[4 * size];
        Arrays.fill(heads, NONE);
        for (int edge = 0; edge < size; edge++) {
            link(edge);
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (heads.length - 1);
    }

    /** The first edge of {@code key}, or less than 0. */
    int first(long key) {
        return find(heads[slot(key)], key);
    }

    /** The next edge of the same key, or less than 0. */
    int next(int edge) {
        return find(after[edge], keys[edge]);
    }

    private int find(int from, long key) {
        int edge = from;
        while (edge != NONE && keys[edge] != key) {
            edge = after[edge];
        }
        return edge;
    }

    int target(int edge) {
        return targets[edge];
    }
}

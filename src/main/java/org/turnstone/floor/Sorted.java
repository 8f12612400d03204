package org.turnstone.floor;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Unmodifiable sets and maps in a fixed order, so that the same events make the same effects and the same bytes. */
final class Sorted {
    private Sorted() {}

    static <T extends Comparable<T>> SortedSet<T> set(Collection<T> items) {
        return items.isEmpty() ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }

    static <T extends Comparable<T>> SortedSet<T> plus(Set<T> items, T item) {
        TreeSet<T> all = new TreeSet<>(items);
        all.add(item);
        return Collections.unmodifiableSortedSet(all);
    }

    static <T extends Comparable<T>> SortedSet<T> minus(Set<T> items, T item) {
        TreeSet<T> rest = new TreeSet<>(items);
        rest.remove(item);
        return Collections.unmodifiableSortedSet(rest);
    }

    static <K extends Comparable<K>, V> SortedMap<K, V> map(Map<K, V> entries) {
        return entries.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static <K extends Comparable<K>, V> SortedMap<K, V> plus(Map<K, V> entries, K key, V value) {
        TreeMap<K, V> all = new TreeMap<>(entries);
        all.put(key, value);
        return Collections.unmodifiableSortedMap(all);
    }

    static <K extends Comparable<K>, V> SortedMap<K, V> minus(Map<K, V> entries, K key) {
        TreeMap<K, V> all = new TreeMap<>(entries);
        all.remove(key);
        return Collections.unmodifiableSortedMap(all);
    }
}

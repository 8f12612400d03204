package org.turnstone.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was read or written last, by its stored form. One message reads its room, and the people in it, several times over, and
 * to decode them costs far more than to fetch them. What the database holds decides: a form that differs by one character is
 * decoded anew. Threads may share one.
 *
 * @param <T> what a form says; immutable
 */
final class Recent<T> {
    /** A conversation takes about 8 kB with its form, so 512 of them about 4 MB; a person's manners a tenth of it. */
    private static final int MOST = 512;

    private record Form<T>(String stored, T said) {}

    private final Map<String, Form<T>> forms = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Form<T>> eldest) {
            return size() > MOST;
        }
    };

    /** What {@code stored} says, which stands under {@code key}. */
    T said(String key, String stored, Function<String, T> decode) {
        Form<T> known = get(key);
        if (known != null && known.stored().equals(stored)) {
            return known.said();
        }
        T said = decode.apply(stored);
        put(key, stored, said);
        return said;
    }

    private synchronized Form<T> get(String key) {
        return forms.get(key);
    }

    /** Notes what was stored under {@code key}. */
    synchronized void put(String key, String stored, T said) {
        forms.put(key, new Form<>(stored, said));
    }

    /** Nothing of what stands under {@code key} stays here. */
    synchronized void forget(String key) {
        forms.remove(key);
    }
}

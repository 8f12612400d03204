package org.turnstone.room;

import java.util.LinkedHashMap;
import java.util.Map;
import org.turnstone.floor.Person;

/**
 * What the person who has the floor said last, so that a reply can be read beside it. In memory only, never stored: after a
 * restart a reply is read by itself. Threads may share one.
 */
final class LastWords {
    private static final int ROOMS = 10_000;

    private record Line(Person who, String text) {}

    private final Map<String, Line> last = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Line> eldest) {
            return size() > ROOMS;
        }
    };

    synchronized void said(String room, Person who, String text) {
        last.put(room, new Line(who, text));
    }

    /** What somebody other than {@code reader} said last; empty when unknown. */
    synchronized String before(String room, Person reader) {
        Line line = last.get(room);
        return line == null || line.who().equals(reader) ? "" : line.text();
    }

    synchronized void forget(String room) {
        last.remove(room);
    }
}

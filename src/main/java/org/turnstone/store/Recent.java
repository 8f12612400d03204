package org.turnstone.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.turnstone.floor.Conversation;

/**
 * The conversations that were read or written last, by their stored form. One message reads its room several times over, and
 * to decode a conversation costs far more than to fetch it. What the database holds decides: a form that differs by one
 * character is decoded anew. Threads may share one.
 */
final class Recent {
    /** A form and its conversation take about 8 kB, so all of them about 4 MB. */
    private static final int MOST = 512;

    private record Form(String json, Conversation conversation) {}

    private final Map<String, Form> forms = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Form> eldest) {
            return size() > MOST;
        }
    };

    /** What {@code json}, stored for {@code room}, says. */
    Conversation conversation(String room, String json) {
        Form known = get(room);
        if (known != null && known.json().equals(json)) {
            return known.conversation();
        }
        Conversation decoded = FloorJson.conversation(json);
        put(room, json, decoded);
        return decoded;
    }

    private synchronized Form get(String room) {
        return forms.get(room);
    }

    /** Notes what {@code room} was stored as. */
    synchronized void put(String room, String json, Conversation conversation) {
        forms.put(room, new Form(json, conversation));
    }
}

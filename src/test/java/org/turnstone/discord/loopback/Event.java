package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something the gateway tells.
 *
 * @param type as the wire names it, {@code MESSAGE_CREATE}
 * @param data as an app with every intent gets it
 * @param guildId 0 outside guilds
 * @param intents any of these bits brings it; 0 for an event that always comes
 * @param content whether its words need the Message Content intent
 */
record Event(String type, ObjectNode data, long guildId, long intents, Content content) {
    /** Whether the app may read the words without the intent. */
    enum Content {
        FREE,
        NEEDS_INTENT
    }

    private static final int GUILD_SHIFT = 22;

    static Event always(String type, ObjectNode data, long guildId) {
        return new Event(type, data, guildId, 0, Content.FREE);
    }

    static Event guild(String type, ObjectNode data, long guildId, long intents) {
        return new Event(type, data, guildId, intents, Content.FREE);
    }

    /** Source: Gateway, "Sharding Formula"; direct messages go to the first shard. */
    boolean isFor(int shard, int shards) {
        return (guildId >> GUILD_SHIFT) % shards == shard;
    }

    boolean isWanted(long granted) {
        return intents == 0 || (intents & granted) != 0;
    }

    /** What an app with {@code granted} intents gets. Source: Gateway, "Message Content Intent". */
    ObjectNode payload(long granted) {
        ObjectNode copy = data.deepCopy();
        if (content == Content.NEEDS_INTENT && (granted & Intents.MESSAGE_CONTENT) == 0) {
            hideWords(copy);
        }
        return copy;
    }

    /** The same with people's accounts where none can be read. */
    Event damaged() {
        ObjectNode damaged = data.deepCopy();
        for (String account : List.of("author", "member", "user")) {
            if (damaged.has(account)) {
                damaged.put(account, "damaged");
            }
        }
        return new Event(type, damaged, guildId, intents, content);
    }

    static void hideWords(ObjectNode message) {
        message.put("content", "");
        for (String field : List.of("embeds", "attachments", "components")) {
            message.set(field, Json.array());
        }
        message.remove("poll");
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An account.
 *
 * @param username the unique name, lower case
 * @param displayName what others read
 */
record User(long id, String username, String displayName, Kind kind) {
    enum Kind {
        PERSON,
        BOT
    }

    boolean isBot() {
        return kind == Kind.BOT;
    }

    /** Source: User, "User Object". */
    ObjectNode json() {
        return Json.object()
                .put("id", Long.toString(id))
                .put("username", username)
                .put("discriminator", "0")
                .put("global_name", displayName)
                .putNull("avatar")
                .put("bot", isBot())
                .put("public_flags", 0);
    }
}

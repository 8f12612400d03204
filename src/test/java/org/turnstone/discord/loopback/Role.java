package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A guild's role. Source: Permissions, "Role Object".
 *
 * @param permissions bits of {@link Permission}
 * @param mention whether anybody may mention it
 */
public record Role(long id, String name, int position, long permissions, Mention mention) {
    /** Who may ping the role's members. */
    public enum Mention {
        ANYBODY,
        PRIVILEGED
    }

    Role with(long newPermissions) {
        return new Role(id, name, position, newPermissions, mention);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("name", name)
                .put("color", 0)
                .put("hoist", false)
                .put("position", position)
                .put("permissions", Long.toString(permissions))
                .put("managed", false)
                .put("mentionable", mention == Mention.ANYBODY)
                .put("flags", 0);
        json.set(
                "colors",
                Json.object().put("primary_color", 0).putNull("secondary_color").putNull("tertiary_color"));
        return json;
    }
}

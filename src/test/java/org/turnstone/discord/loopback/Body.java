package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message says: everything an edit can change.
 *
 * @param flags the wire's message flags
 */
record Body(String content, ArrayNode embeds, ArrayNode components, ArrayNode attachments, int flags) {
    static final int SUPPRESS_EMBEDS = 1 << 2;
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    static final int VOICE = 1 << 13;
    static final int COMPONENTS_V2 = 1 << 15;
    private static final int TEXT_DISPLAY = 10;

    static Body text(String content) {
        return new Body(content, Json.array(), Json.array(), Json.array(), 0);
    }

    static Body loading(int flags) {
        return new Body("", Json.array(), Json.array(), Json.array(), flags | LOADING);
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    Body with(int newFlags) {
        return new Body(content, embeds, components, attachments, newFlags);
    }

    /** Whether there is nothing to show. Source: Message, "Create Message", note on required fields. */
    boolean isEmpty() {
        return content.isBlank() && embeds.isEmpty() && components.isEmpty() && attachments.isEmpty();
    }

    /** Everything readable in it, line by line. */
    String readable() {
        List<String> lines = new ArrayList<>();
        if (!content.isEmpty()) {
            lines.add(content);
        }
        for (JsonNode embed : embeds) {
            for (String field : List.of("title", "description")) {
                Json.text(embed, field).ifPresent(lines::add);
            }
            for (JsonNode field : embed.path("fields")) {
                lines.add(
                        field.path("name").asText() + ": " + field.path("value").asText());
            }
        }
        displays(components, lines);
        return String.join("\n", lines);
    }

    private static void displays(Iterable<JsonNode> components, List<String> lines) {
        for (JsonNode component : components) {
            if (component.path("type").asInt() == TEXT_DISPLAY) {
                lines.add(component.path("content").asText());
            }
            displays(component.path("components"), lines);
        }
    }
}

package org.turnstone.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Slack export: a list of messages with {@code user} (and perhaps {@code user_profile}), {@code text}, {@code ts}. */
final class SlackExport {
    private SlackExport() {}

    static Export read(String file, JsonNode list) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            message(i, list.get(i)).ifPresent(messages::add);
        }
        return Export.of(file, messages);
    }

    /** What people said; joins, topics and bots are passed over. */
    private static Optional<Message> message(int index, JsonNode node) {
        String text = unescaped(node.path("text").asText(""));
        boolean said = node.path("type").asText("message").equals("message")
                && !node.has("bot_id")
                && (!node.has("subtype") || node.path("subtype").asText().equals("thread_broadcast"));
        String name = name(node);
        if (!said || name.isBlank() || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Message(index, name, text, at(node.path("ts").asText("")), Optional.empty()));
    }

    private static String name(JsonNode node) {
        JsonNode profile = node.path("user_profile");
        for (String field : List.of("display_name", "real_name", "first_name", "name")) {
            String name = profile.path(field).asText("");
            if (!name.isBlank()) {
                return name;
            }
        }
        return node.path("user").asText("");
    }

    /** Slack escapes these three, and nothing else. */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Seconds since 1970 with a fraction, as text. */
    private static Optional<Instant> at(String ts) {
        try {
            return Optional.of(
                    Instant.ofEpochMilli(new BigDecimal(ts).movePointRight(3).longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

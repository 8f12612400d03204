package org.turnstone.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads DiscordChatExporter's JSON: {@code messages} with {@code author}, {@code content} and {@code timestamp}. */
final class DiscordExport {
    private DiscordExport() {}

    static Export read(String file, JsonNode whole) {
        JsonNode list = whole.path("messages");
        if (!list.isArray()) {
            throw new ExportProblem(file + ": \"messages\" should be a list. Export the channel again as JSON.");
        }
        List<Message> messages = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            message(i, list.get(i), names).ifPresent(messages::add);
        }
        return Export.of(file, messages);
    }

    /** What people said; joins, pins and bots are passed over. */
    private static Optional<Message> message(int index, JsonNode node, Map<String, String> names) {
        JsonNode author = node.path("author");
        String name = name(author, names);
        String text = node.path("content").asText("");
        String type = node.path("type").asText("Default");
        boolean said = type.equals("Default") || type.equals("Reply");
        if (!said || author.path("isBot").asBoolean(false) || name.isBlank() || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                index, name, text, Export.instant(node.path("timestamp").asText("")), Optional.empty()));
    }

    /** A nickname where there is one. Two who share it stay two, and somebody who changes it stays one. */
    private static String name(JsonNode author, Map<String, String> names) {
        String account = author.path("name").asText("");
        String called = first(author.path("nickname").asText(""), account);
        String id = first(author.path("id").asText(""), called);
        String unique = names.containsValue(called) ? called + " (" + first(account, id) + ")" : called;
        return names.computeIfAbsent(id, i -> unique);
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }
}

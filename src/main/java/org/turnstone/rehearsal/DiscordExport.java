package org.turnstone.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
        for (int i = 0; i < list.size(); i++) {
            message(i, list.get(i)).ifPresent(messages::add);
        }
        return Export.of(file, messages);
    }

    /** What people said; joins, pins and bots are passed over. */
    private static Optional<Message> message(int index, JsonNode node) {
        JsonNode author = node.path("author");
        String name =
                first(author.path("nickname").asText(""), author.path("name").asText(""));
        String text = node.path("content").asText("");
        String type = node.path("type").asText("Default");
        boolean said = type.equals("Default") || type.equals("Reply");
        if (!said || author.path("isBot").asBoolean(false) || name.isBlank() || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                index, name, text, Export.instant(node.path("timestamp").asText("")), Optional.empty()));
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }
}

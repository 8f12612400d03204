package org.turnstone.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads JSON Lines: {@code {"from","text","at"?,"as"?}}, one message a line. */
final class JsonLines {
    private JsonLines() {}

    static Export read(String file, String content) {
        List<Message> messages = new ArrayList<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                messages.add(message(file + ":" + number, messages.size(), line));
            }
        }
        return Export.of(file, messages);
    }

    private static Message message(String where, int index, String line) {
        JsonNode node = Export.parse(line)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new ExportProblem(where + " is not one JSON object. Was the line cut off?"));
        return new Message(
                index,
                text(where, node, "from"),
                text(where, node, "text"),
                at(where, node.path("at")),
                as(where, node.path("as")));
    }

    private static String text(String where, JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new ExportProblem(where + ": \"" + field + "\" should be there, as text.");
        }
        return value.asText();
    }

    private static Optional<Instant> at(String where, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Export.instant(value.asText())
                .orElseThrow(
                        () -> new ExportProblem(where + ": \"at\" should be a time such as 2026-03-01T20:15:00Z.")));
    }

    private static Optional<Message.As> as(String where, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Message.As.valueOf(value.asText().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ExportProblem(where + ": \"as\" should be speaker, listener or out_of_turn.");
        }
    }
}

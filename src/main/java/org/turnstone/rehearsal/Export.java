package org.turnstone.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An exported chat: who wrote in it, and what. Its form is told by its content, never by a file's name.
 *
 * @param people everyone who wrote, in the order of their first message
 */
public record Export(List<String> people, List<Message> messages) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Export {
        people = List.copyOf(people);
        messages = List.copyOf(messages);
    }

    /** @param file only for what is said of mistakes */
    static Export of(String file, List<Message> messages) {
        if (messages.isEmpty()) {
            throw new ExportProblem(file + " holds no messages that can be replayed.");
        }
        return new Export(messages.stream().map(Message::from).distinct().toList(), messages);
    }

    /**
     * Reads an export.
     *
     * @throws ExportProblem where it is broken or of no known form
     */
    public static Export read(String file, String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new ExportProblem(file + " is empty.");
        }
        if (start.startsWith("[")) {
            return SlackExport.read(file, whole(file, text));
        }
        return start.startsWith("{") ? objects(file, text) : PlainExport.read(file, text);
    }

    /** One object is a Discord export, unless it is the first line of several. */
    private static Export objects(String file, String text) {
        String firstLine = text.stripLeading().lines().findFirst().orElse("");
        Optional<JsonNode> first = parse(firstLine);
        boolean lines = first.filter(node -> node.has("from")).isPresent();
        return lines ? JsonLines.read(file, text) : whatObject(file, whole(file, text));
    }

    private static Export whatObject(String file, JsonNode whole) {
        if (whole.has("messages")) {
            return DiscordExport.read(file, whole);
        }
        throw new ExportProblem(file
                + " is JSON, but of no form known here: a DiscordChatExporter file has \"messages\", JSON Lines have"
                + " \"from\" and \"text\", a Slack export is a list.");
    }

    private static JsonNode whole(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ExportProblem(
                    file + where(e) + " is not JSON from here on. Was the file cut off? Export it again.");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    }

    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** An instant as exports write it; empty where there is none or it is none. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package org.turnstone.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A replayed chat on paper: as a conversation for people, or as JSON Lines for programs.
 *
 * @param json writes the objects
 */
public record Pages(ObjectMapper json) {
    private static final String INDENT = "    ";

    /** One object for each thing that the bot did, in order. */
    public Stream<String> json(Replayed replayed) {
        return replayed.moments().stream()
                .flatMap(moment -> moment.seen().stream())
                .map(this::object);
    }

    private String object(Seen seen) {
        ObjectNode object = json.createObjectNode();
        object.put("after", seen.after())
                .put("effect", seen.effect())
                .put("to", seen.to().orElse("room"));
        add(object.putArray("kinds"), seen.kinds());
        add(object.putArray("words"), seen.words());
        object.put("text", seen.text()).put("shown", seen.shown());
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object of strings can always be written", e);
        }
    }

    private static void add(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    /** The conversation, with the bot's lines under the message that led to them. */
    public Stream<String> text(Replayed replayed) {
        return replayed.moments().stream().flatMap(moment -> lines(moment).stream());
    }

    private static List<String> lines(Replayed.Moment moment) {
        List<String> lines = new ArrayList<>(
                said(moment.message().from() + ": ", moment.message().text(), ""));
        for (Seen seen : moment.seen()) {
            if (seen.shown()) {
                lines.addAll(said(seen.to().isEmpty() ? "bot: " : "bot, to you only: ", seen.text(), INDENT));
            }
        }
        lines.add("");
        return lines;
    }

    private static List<String> said(String who, String text, String indent) {
        List<String> lines = new ArrayList<>();
        String start = indent + who;
        for (String line : text.split("\\R")) {
            lines.add(start + line);
            start = indent + "  ";
        }
        return lines;
    }
}

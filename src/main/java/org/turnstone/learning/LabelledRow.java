package org.turnstone.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;

/**
 * One message with the label that somebody who reads by the guide beside the rows gave it.
 *
 * @param place file and line, for messages
 * @param id empty where the row has none
 * @param author the persona whose voice it is; empty where unknown
 * @param kinds names of kinds, as in {@link org.turnstone.reading.Kind#label()}
 * @param spans the words that carry the label
 */
public record LabelledRow(
        String place,
        String id,
        String author,
        Utterance utterance,
        Label label,
        List<String> kinds,
        List<String> spans) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the guide distinguishes. */
    public enum Label {
        DEFEND,
        MIXED,
        LEAN_IN,
        NEUTRAL,
        START_UP_HARSH,
        START_UP_SOFT;

        /** Whether such a message should be flagged. */
        public boolean flags() {
            return this == DEFEND || this == MIXED || this == START_UP_HARSH;
        }

        private boolean isSpeakers() {
            return this == START_UP_HARSH || this == START_UP_SOFT;
        }

        static Optional<Label> of(String name) {
            return Arrays.stream(values()).filter(l -> l.label().equals(name)).findFirst();
        }

        /** The label's name in rows: {@code lean_in}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LabelledRow {
        kinds = List.copyOf(kinds);
        spans = List.copyOf(spans);
    }

    public Role role() {
        return utterance.role();
    }

    /** The id without the x or y that tells the halves of a minimal pair apart; empty where it is no half. */
    Optional<String> pair() {
        return id.length() > 1 && (id.endsWith("x") || id.endsWith("y"))
                ? Optional.of(id.substring(0, id.length() - 1))
                : Optional.empty();
    }

    /**
     * Reads one line: an object with {@code reply} and {@code label}, perhaps {@code partner}, {@code role} (listener,
     * where it says nothing else), {@code id}, {@code author}, {@code kinds}, {@code spans}; other fields are ignored.
     *
     * @throws IllegalArgumentException with the place, what is wrong and what to do, and without the line's text
     */
    static LabelledRow parse(String place, String json) {
        JsonNode row = object(place, json);
        if (!row.path("reply").isTextual()) {
            throw new IllegalArgumentException(place + ": has no \"reply\"; give the message that is judged, as text");
        }
        Label label = Label.of(row.path("label").asText())
                .orElseThrow(() -> new IllegalArgumentException(place
                        + ": \"label\" must be defend, mixed, lean_in or neutral, or for a speaker start_up_harsh,"
                        + " start_up_soft or neutral"));
        Utterance utterance = new Utterance(row.path("reply").asText(), role(place, row, label), text(row, "partner"));
        return new LabelledRow(
                place,
                text(row, "id"),
                text(row, "author"),
                utterance,
                label,
                texts(row, "kinds"),
                texts(row, "spans"));
    }

    private static JsonNode object(String place, String json) {
        try {
            JsonNode row = JSON.readTree(json);
            if (row != null && row.isObject()) {
                return row;
            }
        } catch (JsonProcessingException e) {
            // Told below: the parser's own message may hold the line's words.
        }
        throw new IllegalArgumentException(place + ": is not one JSON object on one line");
    }

    private static Role role(String place, JsonNode row, Label label) {
        return switch (text(row, "role").toLowerCase(Locale.ROOT)) {
            case "speaker" -> Role.SPEAKER;
            case "listener" -> Role.LISTENER;
            case "" -> label.isSpeakers() ? Role.SPEAKER : Role.LISTENER;
            default -> throw new IllegalArgumentException(place + ": \"role\" must be listener or speaker");
        };
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    private static List<String> texts(JsonNode row, String field) {
        List<String> texts = new ArrayList<>();
        row.path(field).forEach(value -> texts.add(value.asText()));
        return texts;
    }
}

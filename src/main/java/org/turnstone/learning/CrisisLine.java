package org.turnstone.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.turnstone.safety.Concern;

/**
 * One labelled line for the crisis reading.
 *
 * @param author whose voice it is; empty where nobody is named
 * @param concern what it speaks of; empty where nothing should be noticed
 */
public record CrisisLine(String author, String text, Optional<Concern> concern) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "none";

    /**
     * Reads an object with {@code text} and {@code label}, which is a concern's name in lower case, or {@code none}.
     *
     * @param place said in errors
     * @throws IllegalArgumentException with the place, what is wrong and what to do, and without the line's text
     */
    public static CrisisLine parse(String place, String json) {
        try {
            JsonNode line = JSON.readTree(json);
            String label = line.path("label").asText();
            if (!line.path("text").isTextual() || !isLabel(label)) {
                throw new IllegalArgumentException(
                        place + ": needs a text, and as its label self_harm, partner_violence, threat or none");
            }
            return new CrisisLine(
                    line.path("author").asText(""),
                    line.path("text").asText(),
                    label.equals(NONE)
                            ? Optional.empty()
                            : Optional.of(Concern.valueOf(label.toUpperCase(Locale.ROOT))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(place + ": is not one JSON object on one line");
        }
    }

    private static boolean isLabel(String label) {
        return label.equals(NONE)
                || Arrays.stream(Concern.values())
                        .anyMatch(c -> c.name().toLowerCase(Locale.ROOT).equals(label));
    }
}

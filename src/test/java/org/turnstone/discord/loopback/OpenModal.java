package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A modal as it stands open before a person. Threads may share it. */
public final class OpenModal {
    /**
     * One field.
     *
     * @param type the wire's component type
     * @param values what may be chosen; none for text
     */
    public record Field(String customId, String label, int type, List<Control.Option> values) {
        boolean isCalled(String name) {
            return name.equals(customId) || name.equals(label);
        }
    }

    private final Interaction opener;
    private final JsonNode json;

    OpenModal(Interaction opener, JsonNode json) {
        this.opener = opener;
        this.json = json;
    }

    public String customId() {
        return json.path("custom_id").asText();
    }

    public String title() {
        return json.path("title").asText();
    }

    /** The fields in order, text in between left out. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (JsonNode top : json.path("components")) {
            if (top.path("type").asInt() == 18) {
                fields.add(field(top.path("label").asText(), top.path("component")));
            } else if (top.path("type").asInt() == 1) {
                JsonNode input = top.path("components").path(0);
                fields.add(field(input.path("label").asText(), input));
            }
        }
        return fields;
    }

    Interaction opener() {
        return opener;
    }

    JsonNode json() {
        return json;
    }

    private static Field field(String label, JsonNode component) {
        List<Control.Option> values = new ArrayList<>();
        for (JsonNode o : component.path("options")) {
            values.add(new Control.Option(
                    o.path("label").asText(),
                    o.path("value").asText(),
                    o.path("description").asText("")));
        }
        return new Field(
                component.path("custom_id").asText(),
                label,
                component.path("type").asInt(),
                List.copyOf(values));
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A modal filled in: the client's own checks, then the wire's {@code data}. Source: Components Reference, the
 * "Interaction Response Structure" of each component.
 *
 * <p>Threads may share it: it has no state.
 */
final class ModalForm {
    private ModalForm() {}

    static ObjectNode data(OpenModal modal, Map<String, ?> values) {
        for (String name : values.keySet()) {
            if (modal.fields().stream().noneMatch(f -> f.isCalled(name))) {
                throw new CannotDo("the modal has no field '" + name + "', only " + modal.fields());
            }
        }
        ArrayNode components = Json.array();
        int id = 1;
        for (JsonNode top : modal.json().path("components")) {
            ObjectNode part =
                    Json.object().put("type", top.path("type").asInt()).put("id", id++);
            if (top.path("type").asInt() == 18) {
                String label = top.path("label").asText();
                part.set(
                        "component", field(top.path("component"), label, values).put("id", id++));
            } else if (top.path("type").asInt() == 1) {
                JsonNode input = top.path("components").path(0);
                String label = input.path("label").asText();
                part.withArrayProperty("components")
                        .add(field(input, label, values).put("id", id++));
            }
            components.add(part);
        }
        ObjectNode data = Json.object().put("custom_id", modal.customId());
        data.set("components", components);
        return data;
    }

    private static ObjectNode field(JsonNode field, String label, Map<String, ?> values) {
        String customId = field.path("custom_id").asText();
        Optional<Object> given = Optional.ofNullable(values.get(customId)).map(Object.class::cast);
        Optional<Object> value = given.or(() -> Optional.ofNullable(values.get(label)));
        ObjectNode json = Json.object().put("type", field.path("type").asInt()).put("custom_id", customId);
        switch (field.path("type").asInt()) {
            case 4 ->
                text(
                        json,
                        field,
                        value.map(Object::toString).orElse(field.path("value").asText("")));
            case 21 -> radio(json, field, value);
            case 23 ->
                json.put(
                        "value",
                        value.map(Boolean.TRUE::equals)
                                .orElse(field.path("default").asBoolean()));
            default -> several(json, field, value);
        }
        return json;
    }

    private static void text(ObjectNode json, JsonNode field, String text) {
        int min = field.path("min_length").asInt(0);
        int max = field.path("max_length").asInt(4000);
        if (text.isEmpty() && field.path("required").asBoolean(true)) {
            throw new CannotDo("'" + field.path("custom_id").asText() + "' must be filled in");
        }
        if (!text.isEmpty() && (Json.length(text) < min || Json.length(text) > max)) {
            throw new CannotDo(
                    "'" + field.path("custom_id").asText() + "' takes " + min + " to " + max + " characters");
        }
        json.put("value", text);
    }

    private static void radio(ObjectNode json, JsonNode field, Optional<Object> value) {
        if (value.isPresent()) {
            json.put("value", chosen(field, value.get().toString()));
        } else if (field.path("required").asBoolean(true)) {
            throw new CannotDo("'" + field.path("custom_id").asText() + "' needs a choice");
        } else {
            json.putNull("value");
        }
    }

    private static void several(ObjectNode json, JsonNode field, Optional<Object> value) {
        ArrayNode values = json.withArrayProperty("values");
        Object all = value.orElse(List.of());
        for (Object one : all instanceof List<?> list ? list : List.of(all)) {
            values.add(one instanceof Person person ? Long.toString(person.id()) : chosen(field, one.toString()));
        }
        int least = field.path("required").asBoolean(true)
                ? field.path("min_values").asInt(1)
                : 0;
        int choices = field.path("options").size();
        int most = field.path("max_values").asInt(field.path("type").asInt() == 22 ? choices : 1);
        if (values.size() < least || values.size() > most) {
            throw new CannotDo(
                    "'" + field.path("custom_id").asText() + "' takes " + least + " to " + most + " choices");
        }
    }

    private static String chosen(JsonNode field, String choice) {
        for (JsonNode option : field.path("options")) {
            if (option.path("label").asText().equals(choice)
                    || option.path("value").asText().equals(choice)) {
                return option.path("value").asText();
            }
        }
        throw new CannotDo("'" + field.path("custom_id").asText() + "' has no choice '" + choice + "'");
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What a modal must be. Sources: Receiving and Responding, "Modal" (title, custom id, 1 to 5 components); Components
 * Reference, "Label", "Text Input", "Radio Group", "Checkbox Group", "Checkbox".
 *
 * <p>Not for several threads: one for one request.
 */
final class ModalRules {
    private static final int TEXT = 4000;
    private static final Set<Integer> IN_LABEL = Set.of(3, 4, 5, 6, 7, 8, 19, 21, 22, 23);

    private final FormErrors errors = new FormErrors();
    private final Set<String> customIds = new HashSet<>();

    private ModalRules() {}

    static void check(JsonNode modal) {
        ModalRules rules = new ModalRules();
        rules.modal(modal);
        rules.errors.check();
    }

    private void modal(JsonNode modal) {
        errors.between("data.custom_id", modal.path("custom_id").asText(""), 1, 100);
        errors.between("data.title", modal.path("title").asText(""), 1, 45);
        JsonNode components = modal.path("components");
        errors.size("data.components", components.size(), 1, 5);
        int at = 0;
        for (JsonNode component : components) {
            top("data.components." + at++, component);
        }
    }

    private void top(String path, JsonNode json) {
        switch (json.path("type").asInt(0)) {
            case 1 -> oldRow(path, json);
            case 10 -> errors.between(path + ".content", json.path("content").asText(""), 1, TEXT);
            case 18 -> label(path, json);
            default -> unknown(path, "1, 10, 18");
        }
    }

    /** The deprecated form: a row with one text input, whose label stands in the input. */
    private void oldRow(String path, JsonNode json) {
        errors.size(path + ".components", json.path("components").size(), 1, 1);
        JsonNode input = json.path("components").path(0);
        if (input.path("type").asInt() != 4) {
            unknown(path + ".components.0", "4");
            return;
        }
        errors.between(path + ".components.0.label", input.path("label").asText(""), 1, 45);
        field(path + ".components.0", input);
    }

    private void label(String path, JsonNode json) {
        errors.between(path + ".label", json.path("label").asText(""), 1, 45);
        errors.atMost(path + ".description", json.path("description").asText(""), 100);
        JsonNode field = json.path("component");
        if (!field.isObject()) {
            errors.required(path + ".component");
        } else if (IN_LABEL.contains(field.path("type").asInt(0))) {
            field(path + ".component", field);
        } else {
            unknown(path + ".component", IN_LABEL.stream().sorted().toList().toString());
        }
    }

    private void field(String path, JsonNode json) {
        String customId = json.path("custom_id").asText("");
        errors.between(path + ".custom_id", customId, 1, 100);
        if (!customIds.add(customId)) {
            errors.add(
                    path + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
        if (json.path("disabled").asBoolean()) {
            errors.add(path + ".disabled", "COMPONENT_DISABLED_IN_MODAL", "Modals cannot have disabled components");
        }
        if (json.path("required").asBoolean(true)
                && json.has("min_values")
                && json.get("min_values").asInt() < 1) {
            errors.range(path + ".min_values", json.get("min_values").asInt(), 1, 25);
        }
        kind(path, json);
    }

    private void kind(String path, JsonNode json) {
        switch (json.path("type").asInt()) {
            case 3, 5, 6, 7, 8 -> select(path, json);
            case 4 -> input(path, json);
            case 21 -> choices(path, json, 2);
            case 22 -> {
                choices(path, json, 1);
                errors.range(path + ".max_values", json.path("max_values").asInt(1), 1, 10);
            }
            default -> {}
        }
    }

    private void select(String path, JsonNode json) {
        SelectRules.check(path, json, errors);
    }

    private void input(String path, JsonNode json) {
        errors.range(path + ".style", json.path("style").asInt(0), 1, 2);
        int min = json.path("min_length").asInt(0);
        int max = json.path("max_length").asInt(TEXT);
        errors.range(path + ".min_length", min, 0, TEXT);
        errors.range(path + ".max_length", max, 1, TEXT);
        if (min > max) {
            errors.add(path + ".min_length", "TEXT_INPUT_MIN_OVER_MAX", "min_length must not exceed max_length");
        }
        errors.atMost(path + ".value", json.path("value").asText(""), max);
        errors.atMost(path + ".placeholder", json.path("placeholder").asText(""), 100);
    }

    private void choices(String path, JsonNode json, int atLeast) {
        errors.size(path + ".options", json.path("options").size(), atLeast, 10);
        SelectRules.optionTexts(path + ".options", json.path("options"), errors);
    }

    private void unknown(String path, String allowed) {
        errors.add(path + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (" + allowed + ").");
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What a menu must be, in a message or a modal. Source: Components Reference, "String Select" and "User Select".
 *
 * <p>Threads may share it: it has no state.
 */
final class SelectRules {
    private static final int STRING_SELECT = 3;
    private static final int OPTIONS = 25;

    private SelectRules() {}

    static void check(String path, JsonNode json, FormErrors errors) {
        errors.atMost(path + ".placeholder", json.path("placeholder").asText(""), 150);
        int min = json.path("min_values").asInt(1);
        int max = json.path("max_values").asInt(1);
        errors.range(path + ".min_values", min, 0, OPTIONS);
        errors.range(path + ".max_values", max, 1, OPTIONS);
        if (min > max) {
            errors.add(path + ".min_values", "SELECT_MIN_OVER_MAX", "min_values must not exceed max_values");
        }
        if (json.path("type").asInt() == STRING_SELECT) {
            options(path + ".options", json.path("options"), max, errors);
        }
    }

    private static void options(String path, JsonNode options, int max, FormErrors errors) {
        errors.size(path, options.size(), 1, OPTIONS);
        int preset = optionTexts(path, options, errors);
        if (preset > max) {
            errors.add(path, "SELECT_TOO_MANY_DEFAULTS", "More options are preselected than may be chosen");
        }
    }

    /** Checks each option's texts, and that values differ; returns how many are preselected. */
    static int optionTexts(String path, JsonNode options, FormErrors errors) {
        Set<String> values = new HashSet<>();
        int preset = 0;
        int at = 0;
        for (JsonNode option : options) {
            String here = path + "." + at++;
            errors.between(here + ".label", option.path("label").asText(""), 1, 100);
            errors.between(here + ".value", option.path("value").asText(""), 1, 100);
            errors.atMost(here + ".description", option.path("description").asText(""), 100);
            if (!values.add(option.path("value").asText())) {
                errors.add(
                        here + ".value",
                        "COMPONENT_SELECT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
            }
            preset += option.path("default").asBoolean() ? 1 : 0;
        }
        return preset;
    }
}

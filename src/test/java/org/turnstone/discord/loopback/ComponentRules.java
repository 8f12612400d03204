package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a message's components must be. Source: Components Reference: "Anatomy of a Component" (ids, custom ids), "Action
 * Row", "Button", "String Select", "Section", "Text Display", "Container", and "Legacy Message Component Behavior".
 *
 * <p>Not for several threads: one for one request.
 */
final class ComponentRules {
    private static final int ROWS = 5;
    private static final int COMPONENTS = 40;
    private static final int TEXT = 4000;
    private static final Set<Integer> LEGACY_TOP = Set.of(1);
    private static final Set<Integer> TOP = Set.of(1, 9, 10, 12, 13, 14, 17);
    private static final Set<Integer> IN_CONTAINER = Set.of(1, 9, 10, 12, 13, 14);
    private static final Set<Integer> IN_ROW = Set.of(2, 3, 5, 6, 7, 8);
    private static final Set<Integer> ACCESSORY = Set.of(2, 11);

    private final FormErrors errors;
    private final Set<String> customIds = new HashSet<>();
    private final Set<Integer> ids = new HashSet<>();
    private int count;
    private int text;

    private ComponentRules(FormErrors errors) {
        this.errors = errors;
    }

    /** The components as the platform keeps them: checked, and each with an id. */
    static ArrayNode message(JsonNode components, int flags, FormErrors errors) {
        if (components.isMissingNode() || components.isNull()) {
            return Json.array();
        }
        ComponentRules rules = new ComponentRules(errors);
        if ((flags & Body.COMPONENTS_V2) == 0) {
            errors.size("components", components.size(), 0, ROWS);
            rules.each("components", components, LEGACY_TOP);
        } else {
            rules.each("components", components, TOP);
            rules.totals();
        }
        ArrayNode kept = components.deepCopy();
        rules.number(kept);
        return kept;
    }

    private void totals() {
        if (count > COMPONENTS) {
            errors.add(
                    "components",
                    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                    "The total number of components cannot exceed " + COMPONENTS);
        }
        if (text > TEXT) {
            errors.add(
                    "components",
                    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                    "The total displayable text size cannot exceed " + TEXT);
        }
    }

    private void each(String path, JsonNode components, Set<Integer> allowed) {
        int at = 0;
        for (JsonNode component : components) {
            one(path + "." + at++, component, allowed);
        }
    }

    private void one(String path, JsonNode json, Set<Integer> allowed) {
        count++;
        int type = json.path("type").asInt(0);
        if (!allowed.contains(type)) {
            errors.add(
                    path + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of " + sorted(allowed));
            return;
        }
        id(path, json);
        switch (type) {
            case 1 -> row(path, json);
            case 2 -> button(path, json);
            case 3, 5, 6, 7, 8 -> select(path, json);
            case 9 -> section(path, json);
            case 10 -> display(path, json);
            case 11 -> media(path, json.path("media"));
            case 12 -> gallery(path, json);
            case 13 -> media(path, json.path("file"));
            case 17 -> container(path, json);
            default -> errors.range(path + ".spacing", json.path("spacing").asInt(1), 1, 2);
        }
    }

    private void row(String path, JsonNode json) {
        JsonNode children = json.path("components");
        errors.size(path + ".components", children.size(), 1, 5);
        boolean menu = false;
        for (JsonNode child : children) {
            menu |= child.path("type").asInt() != 2;
        }
        if (menu && children.size() > 1) {
            errors.add(
                    path + ".components",
                    "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                    "A row holds one select menu and nothing else");
        }
        each(path + ".components", children, IN_ROW);
    }

    private void button(String path, JsonNode json) {
        int style = json.path("style").asInt(0);
        errors.range(path + ".style", style, 1, 6);
        errors.atMost(path + ".label", json.path("label").asText(""), 80);
        boolean link = style == 5;
        if (link && !Json.has(json, "url")) {
            errors.required(path + ".url");
        }
        if (link && json.has("custom_id") || !link && json.has("url")) {
            errors.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL", "A custom id and url cannot both be specified");
        }
        errors.atMost(path + ".url", json.path("url").asText(""), 512);
        if (!Json.has(json, "label") && !Json.has(json, "emoji") && style != 6) {
            errors.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI", "A label or emoji is required");
        }
        if (!link && style != 6) {
            customId(path, json);
        }
    }

    private void select(String path, JsonNode json) {
        customId(path, json);
        SelectRules.check(path, json, errors);
    }

    private void section(String path, JsonNode json) {
        errors.size(path + ".components", json.path("components").size(), 1, 3);
        each(path + ".components", json.path("components"), Set.of(10));
        if (json.path("accessory").isObject()) {
            one(path + ".accessory", json.get("accessory"), ACCESSORY);
        } else {
            errors.required(path + ".accessory");
        }
    }

    private void display(String path, JsonNode json) {
        String content = json.path("content").asText("");
        text += Json.length(content);
        errors.between(path + ".content", content, 1, TEXT);
    }

    private void gallery(String path, JsonNode json) {
        errors.size(path + ".items", json.path("items").size(), 1, 10);
        int at = 0;
        for (JsonNode item : json.path("items")) {
            media(path + ".items." + at++, item.path("media"));
        }
    }

    private void media(String path, JsonNode media) {
        if (!Json.has(media, "url")) {
            errors.required(path + ".media.url");
        }
    }

    private void container(String path, JsonNode json) {
        if (json.path("components").isEmpty()) {
            errors.required(path + ".components");
        }
        each(path + ".components", json.path("components"), IN_CONTAINER);
    }

    private void customId(String path, JsonNode json) {
        String at = path + ".custom_id";
        if (!Json.has(json, "custom_id")) {
            errors.required(at);
            return;
        }
        String value = json.get("custom_id").asText();
        errors.between(at, value, 1, 100);
        if (!customIds.add(value)) {
            errors.add(at, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    private void id(String path, JsonNode json) {
        int id = json.path("id").asInt(0);
        if (id != 0 && !ids.add(id)) {
            errors.add(path + ".id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        }
    }

    /** Gives an id to each component that has none, in order, and leaves alone those that have one. */
    private void number(JsonNode components) {
        for (JsonNode component : components) {
            if (component instanceof ObjectNode object) {
                if (object.path("id").asInt(0) == 0) {
                    object.put("id", free());
                }
                proxy(object.path("media"));
                proxy(object.path("file"));
                object.path("items").forEach(item -> proxy(item.path("media")));
                number(object.path("components"));
                number(Json.arrayOf(object.has("accessory") ? List.of(object.get("accessory")) : List.of()));
            }
        }
    }

    private static void proxy(JsonNode media) {
        if (media instanceof ObjectNode object) {
            object.put("proxy_url", object.path("url").asText());
        }
    }

    private int free() {
        int id = 1;
        while (!ids.add(id)) {
            id++;
        }
        return id;
    }

    private static List<Integer> sorted(Set<Integer> types) {
        return types.stream().sorted().toList();
    }
}

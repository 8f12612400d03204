package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A button or menu of a message, as a person sees it.
 *
 * @param type the wire's component type: 2 a button, 3 and 5 to 8 a menu
 * @param customId empty for a link
 * @param label of a button; a menu's placeholder
 * @param options a text menu's options
 */
public record Control(int type, String customId, String label, State state, List<Option> options) {
    /** Whether it can be used. */
    public enum State {
        ENABLED,
        DISABLED
    }

    /** One line of a menu. */
    public record Option(String label, String value, String description) {}

    private static final int BUTTON = 2;

    public boolean isButton() {
        return type == BUTTON;
    }

    /** Whether {@code name} is its custom id or what is written on it. */
    boolean isCalled(String name) {
        return name.equals(customId) || name.equals(label);
    }

    /** All controls within {@code components}, in reading order. */
    static List<Control> in(Iterable<JsonNode> components) {
        List<Control> controls = new ArrayList<>();
        for (JsonNode component : components) {
            int type = component.path("type").asInt();
            if (type == BUTTON || type == 3 || type >= 5 && type <= 8) {
                controls.add(of(type, component));
            }
            controls.addAll(in(component.path("components")));
            if (component.has("accessory")) {
                controls.addAll(in(List.of(component.get("accessory"))));
            }
        }
        return controls;
    }

    private static Control of(int type, JsonNode json) {
        List<Option> options = new ArrayList<>();
        for (JsonNode o : json.path("options")) {
            options.add(new Option(
                    o.path("label").asText(),
                    o.path("value").asText(),
                    o.path("description").asText("")));
        }
        String label = type == BUTTON
                ? json.path("label").asText("")
                : json.path("placeholder").asText("");
        State state = json.path("disabled").asBoolean() ? State.DISABLED : State.ENABLED;
        return new Control(type, json.path("custom_id").asText(""), label, state, List.copyOf(options));
    }
}

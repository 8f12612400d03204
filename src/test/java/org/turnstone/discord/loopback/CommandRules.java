package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a registered command must be. Source: Application Commands, "Application Command Structure", "Application Command
 * Option Structure", "Registering a Command" (how many of each sort) and "Localization"; Reference, "Locales".
 *
 * <p>Not for several threads: one for one request.
 */
final class CommandRules {
    private static final Pattern NAME = Pattern.compile("^[-_'\u02bc\\p{L}\\p{N}]{1,32}$");
    private static final int CHAT_INPUT = 1;
    private static final Map<Integer, Integer> MOST = Map.of(CHAT_INPUT, 100, 2, 15, 3, 15);
    private static final Set<Integer> GROUPS = Set.of(1, 2);
    private static final Set<String> LOCALES = Set.of(
            ("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th"
                            + " zh-CN ja zh-TW ko")
                    .split(" "));

    private final FormErrors errors = new FormErrors();

    private CommandRules() {}

    static void check(JsonNode command) {
        CommandRules rules = new CommandRules();
        rules.command("", command);
        rules.errors.check();
    }

    static void checkAll(JsonNode commands) {
        CommandRules rules = new CommandRules();
        Map<Integer, Integer> counts = new HashMap<>();
        Set<String> names = new HashSet<>();
        int at = 0;
        for (JsonNode command : commands) {
            String path = at++ + ".";
            int type = command.path("type").asInt(CHAT_INPUT);
            counts.merge(type, 1, Integer::sum);
            if (!names.add(type + command.path("name").asText())) {
                rules.errors.add(
                        path + "name",
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique");
            }
            rules.command(path, command);
        }
        counts.forEach((type, count) -> rules.most(type, count));
        rules.errors.check();
    }

    private void most(int type, int count) {
        int most = MOST.getOrDefault(type, 0);
        if (count > most) {
            errors.add("type", "APPLICATION_COMMANDS_TOO_MANY", "At most " + most + " commands of type " + type);
        }
    }

    private void command(String path, JsonNode json) {
        int type = json.path("type").asInt(CHAT_INPUT);
        errors.range(path + "type", type, 1, 4);
        if (type == CHAT_INPUT) {
            names(path, json);
            options(path + "options", json.path("options"));
            if (size(json) > 8000) {
                errors.add(path + "name", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
            }
        } else {
            errors.between(path + "name", json.path("name").asText(""), 1, 32);
            if (!json.path("description").asText("").isEmpty()) {
                errors.add(path + "description", "APPLICATION_COMMAND_DESCRIPTION", "Must be empty");
            }
        }
    }

    private void names(String path, JsonNode json) {
        name(path + "name", json.path("name").asText(""));
        errors.between(path + "description", json.path("description").asText(""), 1, 100);
        localized(path + "name_localizations", json.path("name_localizations"), 32);
        localized(path + "description_localizations", json.path("description_localizations"), 100);
    }

    private void name(String path, String name) {
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
            errors.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private void localized(String path, JsonNode texts, int max) {
        for (Map.Entry<String, JsonNode> text : texts.properties()) {
            String at = path + "." + text.getKey();
            if (!LOCALES.contains(text.getKey())) {
                errors.choices(at, String.join(", ", LOCALES));
            }
            errors.between(at, text.getValue().asText(""), 1, max);
        }
    }

    private void options(String path, JsonNode options) {
        if (options.size() > 25) {
            errors.size(path, options.size(), 0, 25);
        }
        Set<String> names = new HashSet<>();
        boolean optional = false;
        int at = 0;
        for (JsonNode option : options) {
            String here = path + "." + at++;
            option(here, option);
            if (!names.add(option.path("name").asText())) {
                errors.add(here + ".name", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Names must be unique");
            }
            boolean required = option.path("required").asBoolean();
            if (required && optional) {
                errors.add(
                        here,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional |= !required;
        }
    }

    private void option(String path, JsonNode option) {
        names(path + ".", option);
        int type = option.path("type").asInt(0);
        errors.range(path + ".type", type, 1, 11);
        if (GROUPS.contains(type)) {
            options(path + ".options", option.path("options"));
        }
        int choices = option.path("choices").size();
        if (choices > 25) {
            errors.size(path + ".choices", choices, 0, 25);
        }
        if (option.path("max_length").asInt(1) > 6000) {
            errors.range(path + ".max_length", option.path("max_length").asInt(), 1, 6000);
        }
    }

    /** Name, description and values of the command and everything in it, in characters. */
    private static int size(JsonNode json) {
        int size = json.path("name").asText("").length()
                + json.path("description").asText("").length()
                + json.path("value").asText("").length();
        for (String children : new String[] {"options", "choices"}) {
            for (JsonNode child : json.path(children)) {
                size += size(child);
            }
        }
        return size;
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody's use of a registered command, as their client puts it together. Sources: Application Commands, "Interaction
 * Contexts", "Installation Context", "Default Member Permissions"; Receiving and Responding, "Application Command Data
 * Structure" and "Authorizing Integration Owners Object".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class CommandCall {
    private static final int CHAT_INPUT = 1;
    private static final int ON_MESSAGE = 3;
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;

    private final Platform platform;
    private final User user;
    private final Channel channel;

    CommandCall(Platform platform, User user, Channel channel) {
        this.platform = platform;
        this.user = user;
        this.channel = channel;
    }

    Interaction.Origin slash(String typed, Map<String, ?> values) {
        if (!platform.access.sends(user, channel)) {
            throw new CannotDo(user.displayName() + " has no line to type a command into, in " + channel.name());
        }
        List<String> path =
                new ArrayList<>(Arrays.asList(typed.replaceFirst("^/", "").split(" ")));
        ObjectNode command = find(path.remove(0), CHAT_INPUT);
        ObjectNode data = data(command);
        List<Person> people = new ArrayList<>();
        data.set("options", options(command, path, values, people));
        if (!people.isEmpty()) {
            data.set("resolved", Choices.resolved(platform, channel, people));
        }
        return origin(command, data);
    }

    Interaction.Origin onMessage(String name, Message target) {
        ObjectNode command = find(name, ON_MESSAGE);
        ObjectNode data = data(command).put("target_id", Long.toString(target.id()));
        data.withObjectProperty("resolved")
                .withObjectProperty("messages")
                .set(Long.toString(target.id()), target.json());
        return origin(command, data);
    }

    private Interaction.Origin origin(ObjectNode command, ObjectNode data) {
        return new Interaction.Origin(
                Interaction.Kind.COMMAND, user, channel, data, owners(command), Optional.empty(), Optional.empty());
    }

    private static ObjectNode data(ObjectNode command) {
        ObjectNode data = Json.object();
        for (String field : List.of("id", "name", "type", "guild_id")) {
            if (command.has(field)) {
                data.set(field, command.get(field));
            }
        }
        return data;
    }

    private ObjectNode find(String name, int type) {
        Stream<ObjectNode> ofGuild =
                channel.guild().stream().flatMap(g -> platform.app.commands(Optional.of(g)).values().stream());
        Stream<ObjectNode> all = Stream.concat(platform.app.commands(Optional.empty()).values().stream(), ofGuild);
        ObjectNode command = all.filter(c -> c.path("type").asInt() == type
                        && c.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotDo("the app has no command '" + name + "' of type " + type));
        mayUse(command);
        return command;
    }

    private void mayUse(ObjectNode command) {
        String name = command.path("name").asText();
        if (!platform.access.views(user, channel)
                || !platform.access.can(user, channel, Permission.USE_APPLICATION_COMMANDS)) {
            throw new CannotDo(user.displayName() + " may not use commands in " + channel.name());
        }
        int context = Interaction.context(platform, channel);
        if (Json.has(command, "contexts")
                && Json.items(command, "contexts").stream().noneMatch(c -> c.asInt() == context)) {
            throw new CannotDo("'" + name + "' is not offered in context " + context);
        }
        JsonNode needed = command.path("default_member_permissions");
        if (channel.guild().isPresent() && !needed.isNull()) {
            long held = platform.access.permissions(user, channel);
            boolean onlyAdministrators = needed.asLong() == 0 && held != Permission.ALL;
            if (onlyAdministrators || (held & needed.asLong()) != needed.asLong()) {
                throw new CannotDo("'" + name + "' is not offered to " + user.displayName());
            }
        }
    }

    /** For whom the app is there: the guild, or the person who installed it, or both. */
    private ObjectNode owners(ObjectNode command) {
        List<Integer> types = Json.items(command, "integration_types").stream()
                .map(JsonNode::asInt)
                .toList();
        ObjectNode owners = Json.object();
        boolean inGuild = channel.guild().filter(Guild::hasBot).isPresent();
        if (types.contains(0) && inGuild) {
            owners.put("0", Long.toString(channel.guild().orElseThrow().id()));
        }
        if (types.contains(0) && Interaction.context(platform, channel) == 1) {
            owners.put("0", "0");
        }
        if (types.contains(1) && platform.app.isInstalledBy(user)) {
            owners.put("1", Long.toString(user.id()));
        }
        if (owners.isEmpty()) {
            throw new CannotDo("the app is installed neither here nor by " + user.displayName());
        }
        return owners;
    }

    private ArrayNode options(JsonNode definition, List<String> path, Map<String, ?> values, List<Person> people) {
        ArrayNode options = Json.array();
        if (!path.isEmpty()) {
            String name = path.remove(0);
            JsonNode child = Json.items(definition, "options").stream()
                    .filter(o -> o.path("type").asInt() <= GROUP
                            && o.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CannotDo("no subcommand '" + name + "'"));
            ObjectNode option = Json.object()
                    .put("name", name)
                    .put("type", child.path("type").asInt());
            option.set("options", options(child, path, values, people));
            return options.add(option);
        }
        values.keySet().forEach(name -> known(definition, name));
        for (JsonNode option : Json.items(definition, "options")) {
            if (option.path("type").asInt() == SUBCOMMAND || option.path("type").asInt() == GROUP) {
                throw new CannotDo("'" + definition.path("name").asText() + "' needs a subcommand");
            }
            value(option, values).ifPresent(v -> options.add(given(option, v, people)));
        }
        return options;
    }

    private static void known(JsonNode definition, String name) {
        if (Json.items(definition, "options").stream()
                .noneMatch(o -> o.path("name").asText().equals(name))) {
            throw new CannotDo("no option '" + name + "'");
        }
    }

    private static Optional<Object> value(JsonNode option, Map<String, ?> values) {
        String name = option.path("name").asText();
        Optional<Object> value = Optional.ofNullable(values.get(name));
        if (value.isEmpty() && option.path("required").asBoolean()) {
            throw new CannotDo("option '" + name + "' is required");
        }
        return value;
    }

    private static ObjectNode given(JsonNode option, Object value, List<Person> people) {
        ObjectNode json = Json.object()
                .put("name", option.path("name").asText())
                .put("type", option.path("type").asInt());
        if (value instanceof Person person) {
            people.add(person);
            return json.put("value", Long.toString(person.id()));
        }
        if (value instanceof Boolean yes) {
            return json.put("value", yes);
        }
        if (value instanceof Number number) {
            return json.put("value", number.longValue());
        }
        return json.put("value", text(option, value.toString()));
    }

    private static String text(JsonNode option, String text) {
        int length = Json.length(text);
        if (length < option.path("min_length").asInt(0)
                || length > option.path("max_length").asInt(6000)) {
            throw new CannotDo("option '" + option.path("name").asText() + "' is too short or too long");
        }
        List<Control.Option> choices = new ArrayList<>();
        for (JsonNode c : option.path("choices")) {
            choices.add(
                    new Control.Option(c.path("name").asText(), c.path("value").asText(), ""));
        }
        return choices.isEmpty() ? text : Choices.value(choices, text);
    }
}

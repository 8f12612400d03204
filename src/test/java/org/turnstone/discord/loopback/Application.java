package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bot's application as its owner set it up: its account and token, the privileged intents that are switched on, who
 * installed it for themselves, and the commands it registered. The public methods are the test's hands and take the
 * platform's lock themselves; the rest is guarded by the platform's {@link Monitor}.
 *
 * <p>Threads may share it.
 */
public final class Application {
    /** A privileged intent, as a switch of the developer portal. Source: Gateway, "Privileged Intents". */
    public enum Privilege {
        GUILD_MEMBERS,
        GUILD_PRESENCES,
        MESSAGE_CONTENT
    }

    private final Platform platform;
    private final long id;
    private final User bot;
    private final Set<Privilege> privileges = EnumSet.of(Privilege.MESSAGE_CONTENT);
    private final Set<Long> installers = new LinkedHashSet<>();
    private final Map<Long, ObjectNode> global = new LinkedHashMap<>();
    private final Map<Long, Map<Long, ObjectNode>> guildCommands = new HashMap<>();
    private String token = "test";

    Application(Platform platform) {
        this.platform = platform;
        this.id = platform.id();
        this.bot = platform.world.addUser("Turnstone", User.Kind.BOT);
    }

    public long id() {
        return id;
    }

    /** The id of the bot's account: another number than the application's. */
    public long botId() {
        return bot.id();
    }

    /** What the bot must log in with. */
    public String token() {
        return platform.lock.in(() -> token);
    }

    /** Makes a new token: the old one is refused everywhere, open connections are closed with 4004. */
    public String resetToken() {
        String fresh = resetTokenQuietly();
        platform.gateway.closeAll(4004, "Authentication failed.");
        return fresh;
    }

    /** The same, but open connections stay open for now: only requests are refused. */
    public String resetTokenQuietly() {
        return platform.lock.in(() -> {
            token = "test-" + platform.id();
            return token;
        });
    }

    /** Switches exactly these privileged intents on. */
    public void privileged(Privilege... on) {
        platform.lock.run(() -> {
            privileges.clear();
            privileges.addAll(Set.of(on));
        });
    }

    /** {@code person} adds the app to their own account. Source: Application, "Installation Context". */
    public void installedBy(Person person) {
        platform.lock.run(() -> installers.add(person.id()));
    }

    /** {@code person} takes the app off their account. */
    public void removedBy(Person person) {
        platform.lock.run(() -> installers.remove(person.id()));
    }

    /** The names of the registered global commands. */
    public Set<String> commandNames() {
        return platform.lock.in(() -> {
            Set<String> names = new LinkedHashSet<>();
            global.values().forEach(c -> names.add(c.path("name").asText()));
            return names;
        });
    }

    User bot() {
        return bot;
    }

    boolean accepts(String given) {
        return token.equals(given);
    }

    boolean has(Privilege privilege) {
        return privileges.contains(privilege);
    }

    boolean isInstalledBy(User user) {
        return installers.contains(user.id());
    }

    Map<Long, ObjectNode> commands(Optional<Guild> guild) {
        return guild.map(g -> guildCommands.computeIfAbsent(g.id(), x -> new LinkedHashMap<>()))
                .orElse(global);
    }

    /** Replaces all commands of one scope; a command of the same name and type keeps its id. */
    ArrayNode overwriteCommands(Optional<Guild> guild, Iterable<ObjectNode> definitions) {
        Map<Long, ObjectNode> commands = commands(guild);
        Map<String, Long> ids = new HashMap<>();
        commands.values().forEach(c -> ids.put(key(c), c.path("id").asLong()));
        commands.clear();
        definitions.forEach(d -> putCommand(guild, ids.getOrDefault(key(d), platform.id()), d));
        return Json.arrayOf(commands.values());
    }

    ObjectNode putCommand(Optional<Guild> guild, long commandId, ObjectNode definition) {
        ObjectNode command = Json.object();
        command.put("id", Long.toString(commandId)).put("application_id", Long.toString(id));
        command.put("version", Long.toString(platform.id())).put("type", 1).putNull("default_member_permissions");
        command.put("nsfw", false);
        guild.ifPresent(g -> command.put("guild_id", Long.toString(g.id())));
        command.setAll(definition);
        if (!Json.has(command, "integration_types")) {
            command.withArrayProperty("integration_types").add(0);
        }
        commands(guild).put(commandId, command);
        return command;
    }

    /** Source: Application, "Application Object"; the flags say which privileged intents an unverified app may use. */
    ObjectNode json() {
        long flags = (has(Privilege.GUILD_PRESENCES) ? 1 << 13 : 0)
                | (has(Privilege.GUILD_MEMBERS) ? 1 << 15 : 0)
                | (has(Privilege.MESSAGE_CONTENT) ? 1 << 19 : 0);
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("name", bot.displayName())
                .putNull("icon")
                .put("description", "")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "00")
                .putNull("team")
                .put("flags", flags);
        json.set("owner", new User(1, "maker", "Maker", User.Kind.PERSON).json());
        json.set("bot", bot.json());
        return json;
    }

    private static String key(ObjectNode command) {
        return command.path("type").asInt(1) + " " + command.path("name").asText();
    }
}

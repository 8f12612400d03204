package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a message notifies: those whom its words mention, as far as {@code allowed_mentions} and the author's permissions
 * let them. Source: Message, "Allowed Mentions Object".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class MentionRules {
    /** What is parsed when nothing is said, in an ordinary message. */
    static final Set<String> ORDINARY = Set.of("users", "roles", "everyone");

    /** What is parsed when nothing is said, in the answer to an interaction. */
    static final Set<String> ANSWER = Set.of("users");

    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");

    private final Platform platform;
    private final Channel channel;
    private final User author;

    MentionRules(Platform platform, Channel channel, User author) {
        this.platform = platform;
        this.channel = channel;
        this.author = author;
    }

    /** For a request of the bot. */
    Mentions of(Body body, JsonNode allowed, Set<String> otherwise, Optional<Message> answered) {
        check(allowed);
        Set<String> parse = allowed.isObject() ? parsed(allowed) : otherwise;
        Set<Long> users = named(body, USER, parse.contains("users"), listed(allowed, "users"));
        if (allowed.path("replied_user").asBoolean(!allowed.isObject())) {
            answered.ifPresent(m -> users.add(m.author().id()));
        }
        users.removeIf(u -> platform.world.user(u).isEmpty());
        Set<Long> roles = named(body, ROLE, parse.contains("roles"), listed(allowed, "roles"));
        roles.removeIf(r -> !mayMention(r));
        boolean everyone =
                parse.contains("everyone") && EVERYONE.matcher(body.readable()).find() && mayMentionAll();
        return new Mentions(users, roles, everyone ? Mentions.Everyone.NOTIFIED : Mentions.Everyone.LEFT_ALONE);
    }

    private static void check(JsonNode allowed) {
        FormErrors errors = new FormErrors();
        for (String kind : List.of("users", "roles")) {
            if (parsed(allowed).contains(kind) && !Json.items(allowed, kind).isEmpty()) {
                errors.add(
                        "allowed_mentions",
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
            }
            if (Json.items(allowed, kind).size() > 100) {
                errors.size(
                        "allowed_mentions." + kind, Json.items(allowed, kind).size(), 0, 100);
            }
        }
        for (String kind : parsed(allowed)) {
            if (!ORDINARY.contains(kind)) {
                errors.choices("allowed_mentions.parse", "users, roles, everyone");
            }
        }
        errors.check();
    }

    private static Set<String> parsed(JsonNode allowed) {
        Set<String> kinds = new HashSet<>();
        Json.items(allowed, "parse").forEach(k -> kinds.add(k.asText()));
        return kinds;
    }

    private static Set<Long> listed(JsonNode allowed, String kind) {
        Set<Long> ids = new HashSet<>();
        Json.items(allowed, kind).forEach(n -> ids.add(n.asLong()));
        return ids;
    }

    private static Set<Long> named(Body body, Pattern pattern, boolean all, Set<Long> listed) {
        Set<Long> ids = new TreeSet<>();
        Matcher matcher = pattern.matcher(body.readable());
        while (matcher.find()) {
            long id = Json.id(matcher.group(1)).orElse(0);
            if (all || listed.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private boolean mayMention(long roleId) {
        return channel.guild()
                .flatMap(g -> g.role(roleId))
                .filter(r -> r.mention() == Role.Mention.ANYBODY || mayMentionAll())
                .isPresent();
    }

    private boolean mayMentionAll() {
        return platform.access.can(author, channel, Permission.MENTION_EVERYONE);
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Routes about accounts, guilds and their members. Sources: User, "Create DM"; Guild, "Get Guild", "Get Guild Member",
 * "List Guild Members" (which needs the members switch).
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class GuildRoutes {
    private final Platform platform;

    GuildRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Router router) {
        router.add("GET users/{}", call -> Reply.ok(user(call.id(0)).json()))
                .add("POST users/@me/channels", this::openDirect)
                .add("GET guilds/{}", call -> Reply.ok(json(guild(call))))
                .add(
                        "GET guilds/{}/channels",
                        call -> Reply.ok(Json.arrayOf(guild(call).channels().stream()
                                .map(Channel::json)
                                .toList())))
                .add(
                        "GET guilds/{}/roles",
                        call -> Reply.ok(Json.arrayOf(
                                guild(call).roles().stream().map(Role::json).toList())))
                .add("GET guilds/{}/members", this::members)
                .add("GET guilds/{}/members/{}", this::member)
                .add("GET guilds/{}/threads/active", this::activeThreads);
    }

    private Guild guild(Call call) {
        return platform.world.guild(call.id(0)).filter(Guild::hasBot).orElseThrow(Refusal::unknownGuild);
    }

    private User user(long id) {
        return platform.world.user(id).orElseThrow(Refusal::unknownUser);
    }

    /** Opening always works; whether the person takes messages shows when one is sent. */
    private Reply openDirect(Call call) {
        User recipient = user(Json.id(call.body(), "recipient_id").orElse(0));
        if (recipient.isBot()) {
            throw Refusal.cannotSendToUser();
        }
        return Reply.ok(platform.world
                .direct(java.util.List.of(platform.app.bot(), recipient))
                .json());
    }

    private static ObjectNode json(Guild guild) {
        ObjectNode json = guild.partial()
                .put("name", guild.name())
                .put("owner_id", Long.toString(guild.owner().id()))
                .put("preferred_locale", "en-US");
        json.set("roles", Json.arrayOf(guild.roles().stream().map(Role::json).toList()));
        return json;
    }

    private Reply members(Call call) {
        Guild guild = guild(call);
        if (!platform.app.has(Application.Privilege.GUILD_MEMBERS)) {
            throw Refusal.missingAccess();
        }
        return Reply.ok(Json.arrayOf(guild.members().stream().map(Member::json).toList()));
    }

    private Reply member(Call call) {
        User user = user(call.id(1));
        return Reply.ok(guild(call)
                .member(user.id())
                .orElseThrow(Refusal::unknownMember)
                .json());
    }

    private Reply activeThreads(Call call) {
        ObjectNode json = Json.object();
        json.set(
                "threads",
                Json.arrayOf(guild(call).activeThreads(platform.app.bot()).stream()
                        .map(Channel::json)
                        .toList()));
        json.withArrayProperty("members");
        return Reply.ok(json);
    }
}

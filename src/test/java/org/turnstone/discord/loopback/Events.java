package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Turns what happens into gateway events, with what the app may see of it. Source: Gateway Events, "Receive Events".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class Events {
    private final Platform platform;

    Events(Platform platform) {
        this.platform = platform;
    }

    /** Source: Gateway Events, "Ready". */
    ObjectNode ready(Session session) {
        ObjectNode ready = Json.object()
                .put("v", 10)
                .put("session_id", session.id())
                .put("session_type", "normal")
                .put("resume_gateway_url", platform.gateway.url() + "/resume");
        ready.set("user", platform.app.bot().json().put("verified", true).put("mfa_enabled", true));
        ready.set("private_channels", Json.array());
        ready.withArrayProperty("shard").add(session.shard()).add(session.shards());
        ready.set(
                "application",
                Json.object()
                        .put("id", Long.toString(platform.app.id()))
                        .put("flags", platform.app.json().path("flags").asInt()));
        ready.withArrayProperty("guilds");
        for (Guild guild : platform.world.guilds()) {
            if (guild.hasBot() && guildCreate(guild).isFor(session.shard(), session.shards())) {
                ready.withArrayProperty("guilds")
                        .add(Json.object().put("id", Long.toString(guild.id())).put("unavailable", true));
            }
        }
        return ready;
    }

    /** Source: Gateway Events, "Guild Create"; without the presences intent only the bot is among the members. */
    Event guildCreate(Guild guild) {
        User bot = platform.app.bot();
        ObjectNode json = Json.object()
                .put("id", Long.toString(guild.id()))
                .put("name", guild.name())
                .put("owner_id", Long.toString(guild.owner().id()))
                .put("preferred_locale", "en-US")
                .put("member_count", guild.members().size())
                .put("large", false)
                .put("afk_timeout", 300)
                .put("verification_level", 0)
                .put("nsfw_level", 0)
                .put("joined_at", Snowflakes.time(guild.id()).toString())
                .put("unavailable", false);
        List.of(
                        "features",
                        "emojis",
                        "stickers",
                        "voice_states",
                        "guild_scheduled_events",
                        "stage_instances",
                        "soundboard_sounds",
                        "presences")
                .forEach(json::withArrayProperty);
        json.set("roles", Json.arrayOf(guild.roles().stream().map(Role::json).toList()));
        json.set(
                "channels",
                Json.arrayOf(guild.channels().stream().map(Channel::json).toList()));
        json.set(
                "threads",
                Json.arrayOf(
                        guild.activeThreads(bot).stream().map(this::threadJson).toList()));
        json.withArrayProperty("members");
        guild.member(bot.id()).ifPresent(m -> json.withArrayProperty("members").add(m.json()));
        return Event.guild("GUILD_CREATE", json, guild.id(), Intents.GUILDS);
    }

    void guildAvailable(Guild guild) {
        platform.gateway.dispatch(guildCreate(guild));
    }

    void guildGone(Guild guild) {
        ObjectNode json = Json.object().put("id", Long.toString(guild.id()));
        platform.gateway.dispatch(Event.guild("GUILD_DELETE", json, guild.id(), Intents.GUILDS));
    }

    void channelCreated(Channel channel) {
        channelEvent("CHANNEL_CREATE", channel);
    }

    void channelUpdated(Channel channel) {
        channelEvent("CHANNEL_UPDATE", channel);
    }

    void channelDeleted(Channel channel) {
        channelEvent(channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", channel);
    }

    void threadCreated(Channel thread) {
        if (platform.access.views(platform.app.bot(), thread)) {
            send(
                    "THREAD_CREATE",
                    threadJson(thread).put("newly_created", true),
                    thread.guild().orElseThrow());
        }
    }

    void threadUpdated(Channel thread) {
        if (platform.access.views(platform.app.bot(), thread)) {
            send("THREAD_UPDATE", threadJson(thread), thread.guild().orElseThrow());
        }
    }

    void memberAdded(Guild guild, Member member) {
        ObjectNode json = member.json().put("guild_id", Long.toString(guild.id()));
        memberEvent("GUILD_MEMBER_ADD", json, guild);
    }

    void memberRemoved(Guild guild, User user) {
        ObjectNode json = Json.object().put("guild_id", Long.toString(guild.id()));
        json.set("user", user.json());
        memberEvent("GUILD_MEMBER_REMOVE", json, guild);
    }

    /** The app's own membership is told without the members intent. Source: Gateway, "Caveats". */
    void memberUpdated(Guild guild, Member member) {
        ObjectNode json = member.json().put("guild_id", Long.toString(guild.id()));
        if (member.user().equals(platform.app.bot())) {
            send("GUILD_MEMBER_UPDATE", json, guild);
        } else {
            memberEvent("GUILD_MEMBER_UPDATE", json, guild);
        }
    }

    void roleChanged(Guild guild, Role role, String type) {
        ObjectNode json = Json.object().put("guild_id", Long.toString(guild.id()));
        json.set("role", role.json());
        send(type, json, guild);
    }

    void messageCreated(Message message) {
        messageEvent("MESSAGE_CREATE", message, message.jsonWithNonce());
    }

    void messageUpdated(Message message) {
        messageEvent("MESSAGE_UPDATE", message, message.json());
    }

    void messageDeleted(Message message) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(message.id()))
                .put("channel_id", Long.toString(message.channel().id()));
        messageEvent("MESSAGE_DELETE", message, json);
    }

    private void messageEvent(String type, Message message, ObjectNode json) {
        Channel channel = message.channel();
        if (message.isEphemeral() || !platform.access.views(platform.app.bot(), channel)) {
            return;
        }
        long guildId = channel.guild().map(Guild::id).orElse(0L);
        channel.guild().ifPresent(g -> {
            json.put("guild_id", Long.toString(guildId));
            g.member(message.author().id()).ifPresent(m -> json.set("member", m.partial()));
        });
        long intents = channel.guild().isPresent() ? Intents.GUILD_MESSAGES : Intents.DIRECT_MESSAGES;
        platform.gateway.dispatch(new Event(type, json, guildId, intents, content(type, message)));
    }

    /** Source: Gateway, "Message Content Intent": the app's own, direct ones, and those that mention the app. */
    private Event.Content content(String type, Message message) {
        long bot = platform.app.bot().id();
        boolean free = type.equals("MESSAGE_DELETE")
                || message.author().id() == bot
                || message.channel().guild().isEmpty()
                || message.mentions().users().contains(bot);
        return free ? Event.Content.FREE : Event.Content.NEEDS_INTENT;
    }

    private void channelEvent(String type, Channel channel) {
        channel.guild()
                .filter(Guild::hasBot)
                .ifPresent(g -> send(type, channel.isThread() ? threadJson(channel) : channel.json(), g));
    }

    private void memberEvent(String type, ObjectNode json, Guild guild) {
        if (guild.hasBot()) {
            platform.gateway.dispatch(Event.guild(type, json, guild.id(), Intents.GUILD_MEMBERS));
        }
    }

    private void send(String type, ObjectNode json, Guild guild) {
        if (guild.hasBot()) {
            platform.gateway.dispatch(Event.guild(type, json, guild.id(), Intents.GUILDS));
        }
    }

    private ObjectNode threadJson(Channel thread) {
        ObjectNode json = thread.json();
        long bot = platform.app.bot().id();
        if (thread.threadMembers().contains(bot)) {
            json.set(
                    "member",
                    Json.object()
                            .put("id", Long.toString(thread.id()))
                            .put("user_id", Long.toString(bot))
                            .put("join_timestamp", Snowflakes.time(thread.id()).toString())
                            .put("flags", 0));
        }
        return json;
    }
}

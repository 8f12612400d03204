package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Routes about a channel and its permission overwrites. Source: Channel, "Get Channel", "Modify Channel", "Edit Channel
 * Permissions" (only bits that the bot holds there), "Delete Channel Permission", "Trigger Typing Indicator".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class ChannelRoutes {
    private static final Set<Integer> TARGETS = Set.of(0, 1);

    private final Platform platform;
    private final Channels channels;

    ChannelRoutes(Platform platform) {
        this.platform = platform;
        this.channels = new Channels(platform);
    }

    void addTo(Router router) {
        router.add(
                        "GET channels/{}",
                        call -> Reply.ok(channels.visible(call.id(0)).json()))
                .add("PATCH channels/{}", this::modify)
                .add("PUT channels/{}/permissions/{}", this::putOverwrite)
                .add("DELETE channels/{}/permissions/{}", this::deleteOverwrite)
                .add("POST channels/{}/typing", this::type);
    }

    private Reply modify(Call call) {
        Channel channel = channels.visible(call.id(0));
        channels.guild(channel);
        if (channel.isThread()) {
            return ThreadRoutes.modify(platform, channels, channel, call.body());
        }
        channels.need(channel, Permission.MANAGE_CHANNELS);
        Json.text(call.body(), "name").ifPresent(channel::rename);
        platform.events.channelUpdated(channel);
        return Reply.ok(channel.json());
    }

    private Reply putOverwrite(Call call) {
        Channel channel = overwritable(call.id(0));
        Overwrite overwrite = read(call, channels.guild(channel));
        channel.set(mayOnlyWhatItHolds(channel, overwrite));
        platform.events.channelUpdated(channel);
        return Reply.nothing();
    }

    private Reply deleteOverwrite(Call call) {
        Channel channel = overwritable(call.id(0));
        if (!channel.removeOverwrite(call.id(1))) {
            throw Refusal.unknownOverwrite();
        }
        platform.events.channelUpdated(channel);
        return Reply.nothing();
    }

    private Channel overwritable(long id) {
        Channel channel = channels.visible(id);
        channels.guild(channel);
        if (channel.isThread()) {
            throw Refusal.channelType();
        }
        channels.need(channel, Permission.MANAGE_ROLES);
        return channel;
    }

    private static Overwrite read(Call call, Guild guild) {
        JsonNode json = call.body();
        FormErrors errors = new FormErrors();
        int type = json.path("type").asInt(-1);
        if (!TARGETS.contains(type)) {
            errors.choices("type", "0, 1");
        }
        errors.check();
        Overwrite.Target target = Overwrite.Target.values()[type];
        if (target == Overwrite.Target.ROLE && guild.role(call.id(1)).isEmpty()) {
            throw Refusal.of(404, 10011, "Unknown Role");
        }
        return new Overwrite(
                call.id(1),
                target,
                json.path("allow").asLong(0),
                json.path("deny").asLong(0));
    }

    private Overwrite mayOnlyWhatItHolds(Channel channel, Overwrite wanted) {
        Overwrite old = channel.overwrite(wanted.id()).orElse(new Overwrite(wanted.id(), wanted.target(), 0, 0));
        long changed = old.allow() ^ wanted.allow() | old.deny() ^ wanted.deny();
        long held = platform.access.permissions(platform.app.bot(), channel);
        if ((changed & ~held) != 0) {
            throw Refusal.missingPermissions();
        }
        return wanted;
    }

    private Reply type(Call call) {
        Channel channel = channels.visible(call.id(0));
        channels.need(channel, Access.sending(channel));
        return Reply.nothing();
    }
}

package org.turnstone.discord.loopback;

/**
 * Finds channels for the bot and refuses those it may not have. Sources: Permissions; Opcodes and Status Codes (10003,
 * 50001, 50013).
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class Channels {
    private final Platform platform;

    Channels(Platform platform) {
        this.platform = platform;
    }

    /** A channel that the bot can see. */
    Channel visible(long id) {
        Channel channel = platform.world.channel(id).orElseThrow(Refusal::unknownChannel);
        if (!platform.access.views(platform.app.bot(), channel)) {
            throw Refusal.missingAccess();
        }
        return channel;
    }

    /** A channel that the bot can see and where it holds {@code permission}. */
    Channel with(long id, Permission permission) {
        Channel channel = visible(id);
        need(channel, permission);
        return channel;
    }

    void need(Channel channel, Permission permission) {
        if (!platform.access.can(platform.app.bot(), channel, permission)) {
            throw Refusal.missingPermissions();
        }
    }

    Guild guild(Channel channel) {
        return channel.guild().orElseThrow(Refusal::dmAction);
    }

    Message message(Channel channel, long id) {
        return channel.message(id).filter(m -> !m.isEphemeral()).orElseThrow(Refusal::unknownMessage);
    }
}

package org.turnstone.discord.loopback;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what where: the guild's roles, then the channel's overwrites, with the owner and administrators above both.
 * Source: Permissions, "Permission Overwrites", "Implicit Permissions" and "Inherited Permissions (Threads)".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class Access {
    private static final long TIMED_OUT = Permission.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);
    private static final long DIRECT = Permission.of(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.READ_MESSAGE_HISTORY,
            Permission.ATTACH_FILES,
            Permission.EMBED_LINKS,
            Permission.MENTION_EVERYONE,
            Permission.USE_APPLICATION_COMMANDS);
    private static final long NEEDS_SENDING =
            Permission.of(Permission.MENTION_EVERYONE, Permission.ATTACH_FILES, Permission.EMBED_LINKS);

    private final Platform platform;

    Access(Platform platform) {
        this.platform = platform;
    }

    /** What {@code user} may in the whole guild, before any channel's overwrites; nothing for a stranger. */
    long base(User user, Guild guild) {
        Optional<Member> member = guild.member(user.id());
        if (member.isEmpty()) {
            return 0;
        }
        if (guild.owner().id() == user.id()) {
            return Permission.ALL;
        }
        long set = guild.everyone().permissions();
        for (long role : member.get().roles()) {
            set |= guild.role(role).map(Role::permissions).orElse(0L);
        }
        return Permission.ADMINISTRATOR.in(set) ? Permission.ALL : set;
    }

    /** What {@code user} may in {@code channel}. */
    long permissions(User user, Channel channel) {
        if (channel.guild().isEmpty()) {
            return channel.recipients().contains(user) ? DIRECT : 0;
        }
        Guild guild = channel.guild().get();
        long base = base(user, guild);
        if (base == Permission.ALL || base == 0) {
            return base;
        }
        Member member = guild.member(user.id()).orElseThrow();
        long set = overwritten(base, member, guild, channel.parent().orElse(channel));
        if (member.isTimedOut(platform.now())) {
            set &= TIMED_OUT;
        }
        return implicit(set, channel);
    }

    boolean can(User user, Channel channel, Permission permission) {
        return permission.in(permissions(user, channel));
    }

    /** Whether {@code user} can open the channel; a private thread only for its members and who manages threads. */
    boolean views(User user, Channel channel) {
        long set = permissions(user, channel);
        if (!Permission.VIEW_CHANNEL.in(set)) {
            return false;
        }
        return channel.kind() != Channel.Kind.PRIVATE_THREAD
                || channel.threadMembers().contains(user.id())
                || Permission.MANAGE_THREADS.in(set);
    }

    /** Whether {@code user} may write there: in a thread another permission decides than in its channel. */
    boolean sends(User user, Channel channel) {
        return views(user, channel) && can(user, channel, sending(channel));
    }

    /** The people, without bots, who can open the channel now. */
    Set<Long> viewers(Channel channel) {
        Set<Long> viewers = new TreeSet<>();
        for (Person person : platform.world.people()) {
            if (views(person.user(), channel)) {
                viewers.add(person.id());
            }
        }
        return viewers;
    }

    static Permission sending(Channel channel) {
        return channel.isThread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES;
    }

    private static long overwritten(long base, Member member, Guild guild, Channel channel) {
        long set = apply(base, channel.overwrite(guild.id()));
        long allow = 0;
        long deny = 0;
        for (long role : member.roles()) {
            Optional<Overwrite> overwrite = channel.overwrite(role);
            allow |= overwrite.map(Overwrite::allow).orElse(0L);
            deny |= overwrite.map(Overwrite::deny).orElse(0L);
        }
        set = set & ~deny | allow;
        return apply(set, channel.overwrite(member.user().id()));
    }

    private static long apply(long set, Optional<Overwrite> overwrite) {
        return overwrite.map(o -> set & ~o.deny() | o.allow()).orElse(set);
    }

    private static long implicit(long set, Channel channel) {
        if (!Permission.VIEW_CHANNEL.in(set)) {
            return 0;
        }
        return sending(channel).in(set) ? set : set & ~NEEDS_SENDING;
    }
}

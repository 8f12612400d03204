package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A server of the platform, with its owner, roles and members. The public methods are the test's hands and take the
 * platform's lock themselves; the rest is guarded by the platform's {@link Monitor}.
 *
 * <p>Threads may share it.
 */
public final class Guild {
    private final Platform platform;
    private final long id;
    private final String name;
    private final User owner;
    private final Map<Long, Role> roles = new LinkedHashMap<>();
    private final Map<Long, Member> members = new LinkedHashMap<>();

    Guild(Platform platform, long id, String name, Person owner) {
        this.platform = platform;
        this.id = id;
        this.name = name;
        this.owner = owner.user();
        roles.put(id, new Role(id, "@everyone", 0, Permission.everyone(), Role.Mention.PRIVILEGED));
        members.put(this.owner.id(), new Member(this.owner, platform.now()));
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** A new text channel that everyone may use. */
    public Channel textChannel(String channelName) {
        return platform.lock.in(() -> {
            Channel channel = platform.world.addChannel(Channel.text(platform, this, channelName));
            platform.events.channelCreated(channel);
            return channel;
        });
    }

    /** A new text channel that only {@code people} and the bot may see. */
    public Channel privateChannel(String channelName, Person... people) {
        return platform.lock.in(() -> {
            Channel channel = Channel.text(platform, this, channelName);
            channel.set(new Overwrite(id, Overwrite.Target.ROLE, 0, Permission.VIEW_CHANNEL.bit()));
            allowToView(channel, platform.app.bot());
            for (Person person : people) {
                allowToView(channel, person.user());
            }
            platform.world.addChannel(channel);
            platform.events.channelCreated(channel);
            return channel;
        });
    }

    /** A thread that {@code people}, and whoever manages threads, can see; the bot is in it. */
    public Channel privateThread(Channel parent, String threadName, Person... people) {
        return platform.lock.in(() -> {
            Channel thread = privateThreadAlone(parent, threadName, people);
            thread.threadMembers().add(platform.app.bot().id());
            platform.events.threadCreated(thread);
            return thread;
        });
    }

    /** The same, and nobody has brought the bot in. */
    public Channel privateThreadAlone(Channel parent, String threadName, Person... people) {
        return platform.lock.in(() -> {
            Channel thread =
                    Channel.thread(platform, Channel.Kind.PRIVATE_THREAD, parent, threadName, people[0].user());
            for (Person person : people) {
                thread.threadMembers().add(person.id());
            }
            platform.world.addChannel(thread);
            return thread;
        });
    }

    /** Nobody has written in {@code thread} for days: it is put away. */
    public void archive(Channel thread) {
        platform.lock.run(() -> {
            thread.thread(new Channel.ThreadState(
                    thread.thread().autoArchiveMinutes(), Set.of(Channel.ThreadState.Mark.ARCHIVED)));
            platform.events.threadUpdated(thread);
        });
    }

    /** {@code people} join. */
    public Guild join(Person... people) {
        platform.lock.run(() -> {
            for (Person person : people) {
                Member member = new Member(person.user(), platform.now());
                members.put(person.id(), member);
                platform.events.memberAdded(this, member);
            }
        });
        return this;
    }

    /** {@code person} leaves, or is made to. */
    public void leave(Person person) {
        platform.lock.run(() -> {
            members.remove(person.id());
            platform.events.memberRemoved(this, person.user());
        });
    }

    /** A new role with {@code permissions}. */
    public Role role(String roleName, Permission... permissions) {
        return platform.lock.in(() -> {
            Role role = new Role(
                    platform.id(), roleName, roles.size(), Permission.of(permissions), Role.Mention.PRIVILEGED);
            roles.put(role.id(), role);
            platform.events.roleChanged(this, role, "GUILD_ROLE_CREATE");
            return role;
        });
    }

    /** {@code person} gets {@code role}. */
    public Guild give(Person person, Role role) {
        platform.lock.run(() -> {
            Member member = members.get(person.id());
            member.roles().add(role.id());
            platform.events.memberUpdated(this, member);
        });
        return this;
    }

    /** Sets what everyone may in the whole guild. */
    public Guild everyoneMay(long permissions) {
        platform.lock.run(() -> {
            Role role = everyone().with(permissions);
            roles.put(id, role);
            platform.events.roleChanged(this, role, "GUILD_ROLE_UPDATE");
        });
        return this;
    }

    /** Keeps {@code person} from writing for {@code time}. Source: Guild, "Modify Guild Member". */
    public void timeOut(Person person, Duration time) {
        platform.lock.run(() -> {
            Member member = members.get(person.id());
            member.timeout(Optional.of(platform.now().plus(time)));
            platform.events.memberUpdated(this, member);
        });
    }

    /** The bot is invited, with a role of its own that holds {@code permissions}. */
    public Guild inviteBot(Permission... permissions) {
        platform.lock.run(() -> {
            User bot = platform.app.bot();
            Role role = new Role(
                    platform.id(),
                    bot.displayName(),
                    roles.size(),
                    Permission.of(permissions),
                    Role.Mention.PRIVILEGED);
            roles.put(role.id(), role);
            Member member = new Member(bot, platform.now());
            member.roles().add(role.id());
            members.put(bot.id(), member);
            platform.events.guildAvailable(this);
        });
        return this;
    }

    /** The bot is thrown out. */
    public void kickBot() {
        platform.lock.run(() -> {
            members.remove(platform.app.bot().id());
            platform.events.guildGone(this);
        });
    }

    /** Sets what the bot's own role holds. */
    public void botMay(Permission... permissions) {
        platform.lock.run(() -> {
            Member bot = members.get(platform.app.bot().id());
            Role role = roles.get(bot.roles().iterator().next()).with(Permission.of(permissions));
            roles.put(role.id(), role);
            platform.events.roleChanged(this, role, "GUILD_ROLE_UPDATE");
        });
    }

    User owner() {
        return owner;
    }

    Role everyone() {
        return roles.get(id);
    }

    Optional<Role> role(long roleId) {
        return Optional.ofNullable(roles.get(roleId));
    }

    Collection<Role> roles() {
        return roles.values();
    }

    Optional<Member> member(long userId) {
        return Optional.ofNullable(members.get(userId));
    }

    Collection<Member> members() {
        return members.values();
    }

    boolean hasBot() {
        return members.containsKey(platform.app.bot().id());
    }

    /** The text channels. */
    List<Channel> channels() {
        return platform.world.channels().stream()
                .filter(c -> !c.isThread() && c.guild().filter(this::equals).isPresent())
                .toList();
    }

    /** The threads that {@code user} can see and that are not archived. */
    List<Channel> activeThreads(User user) {
        return platform.world.channels().stream()
                .filter(c -> c.isThread() && c.guild().filter(this::equals).isPresent())
                .filter(c -> !c.thread().is(Channel.ThreadState.Mark.ARCHIVED) && platform.access.views(user, c))
                .toList();
    }

    /** What an interaction says of the guild. */
    ObjectNode partial() {
        ObjectNode json = Json.object().put("id", Long.toString(id)).put("locale", "en-US");
        json.withArrayProperty("features");
        return json;
    }

    private static void allowToView(Channel channel, User user) {
        channel.set(new Overwrite(user.id(), Overwrite.Target.MEMBER, Permission.VIEW_CHANNEL.bit(), 0));
    }
}

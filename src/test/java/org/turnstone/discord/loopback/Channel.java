package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A place where messages stand: a guild's text channel, a thread, or a direct channel. The public methods are the test's
 * hands and take the platform's lock themselves; the rest is guarded by the platform's {@link Monitor}.
 *
 * <p>Threads may share it.
 */
public final class Channel {
    /** What sort of place; the number is the wire's. Source: Channel, "Channel Types". */
    public enum Kind {
        TEXT(0),
        DM(1),
        GROUP_DM(3),
        PUBLIC_THREAD(11),
        PRIVATE_THREAD(12);

        private final int wire;

        Kind(int wire) {
            this.wire = wire;
        }

        int wire() {
            return wire;
        }
    }

    private final Platform platform;
    private final long id;
    private final Kind kind;
    private final Optional<Guild> guild;
    private final Optional<Channel> parent;
    private final List<User> recipients;
    private final User starter;
    private final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
    private final Set<Long> threadMembers = new LinkedHashSet<>();
    private final NavigableMap<Long, Message> messages = new TreeMap<>();
    private String name;
    private ThreadState thread = ThreadState.open();

    /** How a thread stands. */
    record ThreadState(int autoArchiveMinutes, Set<Mark> marks) {
        enum Mark {
            ARCHIVED,
            LOCKED
        }

        static ThreadState open() {
            return new ThreadState(1440, Set.of());
        }

        boolean is(Mark mark) {
            return marks.contains(mark);
        }
    }

    private Channel(
            Platform platform,
            Kind kind,
            String name,
            Optional<Guild> guild,
            Optional<Channel> parent,
            List<User> who) {
        this.platform = platform;
        this.id = platform.id();
        this.kind = kind;
        this.name = name;
        this.guild = guild;
        this.parent = parent;
        this.recipients = List.copyOf(who);
        this.starter = who.isEmpty() ? platform.app.bot() : who.get(0);
    }

    static Channel text(Platform platform, Guild guild, String name) {
        return new Channel(platform, Kind.TEXT, name, Optional.of(guild), Optional.empty(), List.of());
    }

    static Channel thread(Platform platform, Kind kind, Channel parent, String name, User starter) {
        Channel thread = new Channel(platform, kind, name, parent.guild, Optional.of(parent), List.of(starter));
        thread.threadMembers.add(starter.id());
        return thread;
    }

    static Channel direct(Platform platform, List<User> recipients) {
        Kind kind = recipients.size() > 2 ? Kind.GROUP_DM : Kind.DM;
        return new Channel(platform, kind, "", Optional.empty(), Optional.empty(), recipients);
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** How one writes the channel in a message. */
    public String mention() {
        return "<#" + id + ">";
    }

    /** The overwrites as they stand, in the order in which they were made. */
    public List<Overwrite> overwrites() {
        return platform.lock.in(() -> List.copyOf(overwrites.values()));
    }

    /** Sets what the channel allows and denies {@code person}, as an administrator would by hand. */
    public Channel overwrite(Person person, long allow, long deny) {
        return put(new Overwrite(person.id(), Overwrite.Target.MEMBER, allow, deny));
    }

    /** Sets what the channel allows and denies {@code role}, as an administrator would by hand. */
    public Channel overwrite(Role role, long allow, long deny) {
        return put(new Overwrite(role.id(), Overwrite.Target.ROLE, allow, deny));
    }

    /** Sets what the channel allows and denies the bot alone. */
    public Channel overwriteBot(long allow, long deny) {
        return put(new Overwrite(platform.app.bot().id(), Overwrite.Target.MEMBER, allow, deny));
    }

    /** Takes away what the channel said of {@code person}. */
    public void clearOverwrite(Person person) {
        platform.lock.run(() -> {
            overwrites.remove(person.id());
            platform.events.channelUpdated(this);
        });
    }

    /** An administrator deletes the channel. */
    public void delete() {
        platform.lock.run(() -> {
            platform.world.removeChannel(this);
            platform.events.channelDeleted(this);
        });
    }

    /** Every message that was ever in the channel, deleted ones and those only one person saw included, oldest first. */
    public List<Post> everything() {
        return platform.lock.in(
                () -> messages.values().stream().map(Message::post).toList());
    }

    private Channel put(Overwrite overwrite) {
        platform.lock.run(() -> {
            set(overwrite);
            platform.events.channelUpdated(this);
        });
        return this;
    }

    Optional<Guild> guild() {
        return guild;
    }

    Optional<Channel> parent() {
        return parent;
    }

    List<User> recipients() {
        return kind == Kind.DM || kind == Kind.GROUP_DM ? recipients : List.of();
    }

    boolean isThread() {
        return parent.isPresent();
    }

    User starter() {
        return starter;
    }

    Set<Long> threadMembers() {
        return threadMembers;
    }

    ThreadState thread() {
        return thread;
    }

    void thread(ThreadState state) {
        thread = state;
    }

    void rename(String newName) {
        name = newName;
    }

    Optional<Overwrite> overwrite(long target) {
        return Optional.ofNullable(overwrites.get(target));
    }

    void set(Overwrite overwrite) {
        overwrites.put(overwrite.id(), overwrite);
    }

    boolean removeOverwrite(long target) {
        return overwrites.remove(target) != null;
    }

    void add(Message message) {
        messages.put(message.id(), message);
    }

    /** A message that still stands, ephemeral ones included. */
    Optional<Message> message(long messageId) {
        return Optional.ofNullable(messages.get(messageId)).filter(Message::stands);
    }

    /** All messages, oldest first, deleted and ephemeral ones included. */
    Collection<Message> messages() {
        return messages.values();
    }

    /** What anybody with access finds in the channel, oldest first. */
    List<Message> history() {
        return new ArrayList<>(messages.values().stream()
                .filter(m -> m.stands() && !m.isEphemeral())
                .toList());
    }

    /** Source: Channel, "Channel Object". */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("type", kind.wire())
                .put("flags", 0);
        messages.descendingMap().values().stream()
                .filter(m -> m.stands() && !m.isEphemeral())
                .findFirst()
                .ifPresentOrElse(
                        m -> json.put("last_message_id", Long.toString(m.id())), () -> json.putNull("last_message_id"));
        guild.ifPresent(g -> json.put("guild_id", Long.toString(g.id())).put("name", name));
        if (isThread()) {
            threadJson(json);
        } else if (guild.isPresent()) {
            guildJson(json);
        } else {
            directJson(json);
        }
        return json;
    }

    private void guildJson(ObjectNode json) {
        json.putNull("parent_id").putNull("topic");
        json.put("position", 0).put("nsfw", false).put("rate_limit_per_user", 0);
        json.set(
                "permission_overwrites",
                Json.arrayOf(overwrites.values().stream().map(Overwrite::json).toList()));
    }

    private void threadJson(ObjectNode json) {
        json.put("parent_id", Long.toString(parent.orElseThrow().id())).put("owner_id", Long.toString(starter.id()));
        json.put("member_count", threadMembers.size())
                .put("message_count", history().size());
        json.put("total_message_count", messages.size()).put("rate_limit_per_user", 0);
        Instant made = Snowflakes.time(id);
        json.set(
                "thread_metadata",
                Json.object()
                        .put("archived", thread.is(ThreadState.Mark.ARCHIVED))
                        .put("locked", thread.is(ThreadState.Mark.LOCKED))
                        .put("auto_archive_duration", thread.autoArchiveMinutes())
                        .put("archive_timestamp", made.toString())
                        .put("create_timestamp", made.toString())
                        .put("invitable", false));
    }

    private void directJson(ObjectNode json) {
        long bot = platform.app.bot().id();
        json.set(
                "recipients",
                Json.arrayOf(recipients.stream()
                        .filter(u -> u.id() != bot)
                        .map(User::json)
                        .toList()));
        if (kind == Kind.GROUP_DM) {
            json.put("owner_id", Long.toString(starter.id())).put("name", name).putNull("icon");
        }
    }
}

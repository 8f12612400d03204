package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Routes about threads. Source: Channel, "Start Thread without Message", "Add Thread Member", "Remove Thread Member",
 * "Modify Channel"; Threads, "Permissions".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class ThreadRoutes {
    private static final Set<Integer> ARCHIVE_AFTER = Set.of(60, 1440, 4320, 10080);
    private static final int PRIVATE = 12;

    private final Platform platform;
    private final Channels channels;

    ThreadRoutes(Platform platform) {
        this.platform = platform;
        this.channels = new Channels(platform);
    }

    void addTo(Router router) {
        router.add("POST channels/{}/threads", this::start)
                .add("PUT channels/{}/thread-members/@me", call -> Reply.nothing())
                .add("GET channels/{}/thread-members/{}", this::member)
                .add("PUT channels/{}/thread-members/{}", this::addMember)
                .add("DELETE channels/{}/thread-members/{}", this::removeMember);
    }

    private Reply start(Call call) {
        Channel parent = channels.visible(call.id(0));
        channels.guild(parent);
        if (parent.isThread()) {
            throw Refusal.channelType();
        }
        JsonNode json = call.body();
        FormErrors errors = new FormErrors();
        errors.between("name", json.path("name").asText(""), 1, 100);
        if (!ARCHIVE_AFTER.contains(json.path("auto_archive_duration").asInt(1440))) {
            errors.choices("auto_archive_duration", "60, 1440, 4320, 10080");
        }
        errors.check();
        boolean isPrivate = json.path("type").asInt(PRIVATE) == PRIVATE;
        channels.need(parent, isPrivate ? Permission.CREATE_PRIVATE_THREADS : Permission.CREATE_PUBLIC_THREADS);
        return Reply.created(open(parent, json, isPrivate ? Channel.Kind.PRIVATE_THREAD : Channel.Kind.PUBLIC_THREAD)
                .json());
    }

    private Channel open(Channel parent, JsonNode json, Channel.Kind kind) {
        User bot = platform.app.bot();
        Channel thread =
                Channel.thread(platform, kind, parent, json.path("name").asText(), bot);
        platform.world.addChannel(thread);
        platform.events.threadCreated(thread);
        if (kind == Channel.Kind.PUBLIC_THREAD) {
            Message.Draft draft =
                    new Message.Draft(parent, bot, Message.Kind.THREAD_CREATED, "", Optional.empty(), Optional.empty());
            platform.posting.post(draft, Body.text(thread.name()), Mentions.none());
        }
        return thread;
    }

    /** Source: Channel, "Get Thread Member"; with_member brings the member of the guild along. */
    private Reply member(Call call) {
        Channel thread = thread(call);
        long user = call.id(1);
        if (!thread.threadMembers().contains(user)) {
            throw Refusal.unknownMember();
        }
        ObjectNode json = Json.object()
                .put("id", Long.toString(thread.id()))
                .put("user_id", Long.toString(user))
                .put("join_timestamp", platform.now().toString())
                .put("flags", 0);
        if (call.parameter("with_member").filter("true"::equals).isPresent()) {
            thread.guild().flatMap(g -> g.member(user)).ifPresent(m -> json.set("member", m.json()));
        }
        return Reply.ok(json);
    }

    private Reply addMember(Call call) {
        Channel thread = thread(call);
        channels.need(thread, Permission.SEND_MESSAGES_IN_THREADS);
        User user = platform.world.user(call.id(1)).orElseThrow(Refusal::unknownUser);
        if (!platform.access.views(user, thread.parent().orElseThrow())) {
            throw Refusal.missingAccess();
        }
        if (thread.threadMembers().add(user.id())) {
            announce(thread, user);
        }
        return Reply.nothing();
    }

    private void announce(Channel thread, User user) {
        Message.Draft draft = new Message.Draft(
                thread, platform.app.bot(), Message.Kind.RECIPIENT_ADD, "", Optional.empty(), Optional.empty());
        Mentions mentions = new Mentions(Set.of(user.id()), Set.of(), Mentions.Everyone.LEFT_ALONE);
        platform.posting.post(draft, Body.text(""), mentions);
    }

    private Reply removeMember(Call call) {
        Channel thread = thread(call);
        boolean self = call.ids().get(1).equals("@me");
        long user = self ? platform.app.bot().id() : call.id(1);
        if (!self && !thread.starter().equals(platform.app.bot())) {
            channels.need(thread, Permission.MANAGE_THREADS);
        }
        if (!thread.threadMembers().remove(user)) {
            throw Refusal.unknownMember();
        }
        return Reply.nothing();
    }

    private Channel thread(Call call) {
        Channel thread = channels.visible(call.id(0));
        if (!thread.isThread()) {
            throw Refusal.channelType();
        }
        return thread;
    }

    /**
     * Name, archived and locked; locking needs MANAGE_THREADS, the rest that or having started the thread. Whoever may write in
     * one that is not locked may open it again. Source: Channel, "Modify Channel", "Thread".
     */
    static Reply modify(Platform platform, Channels channels, Channel thread, JsonNode json) {
        boolean own = thread.starter().equals(platform.app.bot());
        boolean opensAgain = json.size() == 1
                && json.has("archived")
                && !json.path("archived").asBoolean();
        if (opensAgain && !thread.thread().is(Channel.ThreadState.Mark.LOCKED)) {
            channels.need(thread, Permission.SEND_MESSAGES_IN_THREADS);
        } else if (!own || json.has("locked")) {
            channels.need(thread, Permission.MANAGE_THREADS);
        }
        Json.text(json, "name").ifPresent(thread::rename);
        Set<Channel.ThreadState.Mark> marks = EnumSet.noneOf(Channel.ThreadState.Mark.class);
        mark(json, "archived", thread, Channel.ThreadState.Mark.ARCHIVED, marks);
        mark(json, "locked", thread, Channel.ThreadState.Mark.LOCKED, marks);
        thread.thread(new Channel.ThreadState(thread.thread().autoArchiveMinutes(), marks));
        platform.events.threadUpdated(thread);
        return Reply.ok(thread.json());
    }

    private static void mark(
            JsonNode json,
            String field,
            Channel thread,
            Channel.ThreadState.Mark mark,
            Set<Channel.ThreadState.Mark> marks) {
        if (json.path(field).asBoolean(thread.thread().is(mark))) {
            marks.add(mark);
        }
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Routes about messages. Source: Message, "Get Channel Messages", "Get Channel Message", "Create Message", "Edit
 * Message", "Delete Message", "Bulk Delete Messages".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class MessageRoutes {
    private final Platform platform;
    private final Channels channels;

    MessageRoutes(Platform platform) {
        this.platform = platform;
        this.channels = new Channels(platform);
    }

    void addTo(Router router) {
        router.add("POST channels/{}/messages", this::create)
                .add("GET channels/{}/messages", this::history)
                .add("GET channels/{}/messages/{}", this::get)
                .add("PATCH channels/{}/messages/{}", this::edit)
                .add("DELETE channels/{}/messages/{}", this::delete)
                .add("POST channels/{}/messages/bulk-delete", this::bulkDelete);
    }

    private Reply create(Call call) {
        Channel channel = channels.visible(call.id(0));
        mayWrite(channel);
        if (!call.files().isEmpty()) {
            channels.need(channel, Permission.ATTACH_FILES);
        }
        JsonNode json = call.body();
        Optional<Message> answered = answered(channel, json);
        Body body = MessageRules.create(json, call.files(), MessageRules.ORDINARY);
        Mentions mentions = new MentionRules(platform, channel, platform.app.bot())
                .of(body, json.path("allowed_mentions"), MentionRules.ORDINARY, answered);
        String nonce = Json.text(json, "nonce").orElse("");
        if (json.path("enforce_nonce").asBoolean() && !nonce.isEmpty()) {
            Optional<Message> same = platform.posting.sameNonce(platform.app.bot(), nonce);
            if (same.isPresent()) {
                return Reply.ok(same.get().jsonWithNonce());
            }
        }
        Message.Draft draft = Message.Draft.plain(channel, platform.app.bot(), nonce);
        return Reply.ok(platform.posting
                .post(answered.map(draft::answering).orElse(draft), body, mentions)
                .jsonWithNonce());
    }

    private void mayWrite(Channel channel) {
        if (channel.guild().isEmpty()) {
            channel.recipients().stream()
                    .flatMap(u -> platform.world.person(u.id()).stream())
                    .forEach(Person::mustTakeDirectMessages);
            return;
        }
        channels.need(channel, Access.sending(channel));
        if (channel.isThread() && channel.thread().is(Channel.ThreadState.Mark.LOCKED)) {
            if (!platform.access.can(platform.app.bot(), channel, Permission.MANAGE_THREADS)) {
                throw Refusal.threadLocked();
            }
        }
    }

    /** The message that a reply answers; it must exist and the history must be readable. */
    private Optional<Message> answered(Channel channel, JsonNode json) {
        OptionalLong id = Json.id(json.path("message_reference"), "message_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!platform.access.can(platform.app.bot(), channel, Permission.READ_MESSAGE_HISTORY)) {
            throw Refusal.replyWithoutHistory();
        }
        Optional<Message> message = channel.message(id.getAsLong()).filter(m -> !m.isEphemeral());
        boolean mustExist =
                json.path("message_reference").path("fail_if_not_exists").asBoolean(true);
        if (message.isEmpty() && mustExist) {
            FormErrors errors = new FormErrors();
            errors.add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            errors.check();
        }
        return message;
    }

    private Reply get(Call call) {
        Channel channel = channels.visible(call.id(0));
        if (!platform.access.can(platform.app.bot(), channel, Permission.READ_MESSAGE_HISTORY)) {
            throw Refusal.missingAccess();
        }
        return Reply.ok(readable(channels.message(channel, call.id(1))));
    }

    /** Newest first; nothing at all without the permission to read the history. */
    private Reply history(Call call) {
        Channel channel = channels.visible(call.id(0));
        int limit = call.parameter("limit").map(Integer::valueOf).orElse(50);
        FormErrors errors = new FormErrors();
        errors.range("limit", limit, 1, 100);
        errors.check();
        List<ObjectNode> found = new ArrayList<>();
        if (platform.access.can(platform.app.bot(), channel, Permission.READ_MESSAGE_HISTORY)) {
            select(channel.history(), call, limit).forEach(m -> found.add(readable(m)));
        }
        return Reply.ok(Json.arrayOf(found));
    }

    private static List<Message> select(List<Message> history, Call call, int limit) {
        Optional<Long> after = id(call, "after");
        Optional<Long> around = id(call, "around");
        if (after.isPresent()) {
            List<Message> later = part(history, m -> m.id() > after.get());
            return newestFirst(later.subList(0, Math.min(limit, later.size())));
        }
        if (around.isPresent()) {
            List<Message> older = last(part(history, m -> m.id() <= around.get()), limit - limit / 2);
            List<Message> later = part(history, m -> m.id() > around.get());
            List<Message> both = new ArrayList<>(older);
            both.addAll(later.subList(0, Math.min(limit / 2, later.size())));
            return newestFirst(both);
        }
        long before = id(call, "before").orElse(Long.MAX_VALUE);
        return newestFirst(last(part(history, m -> m.id() < before), limit));
    }

    private static Optional<Long> id(Call call, String name) {
        return call.parameter(name).map(text -> Json.id(text).orElse(0));
    }

    private static List<Message> part(List<Message> all, Predicate<Message> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static List<Message> last(List<Message> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private static List<Message> newestFirst(List<Message> oldestFirst) {
        List<Message> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    /**
     * A message as the app may read it by REST, which goes by the switch in the portal and not by the intents of the
     * gateway. Source: Gateway, "HTTP Restrictions".
     */
    private ObjectNode readable(Message message) {
        ObjectNode json = message.json();
        long bot = platform.app.bot().id();
        boolean free = platform.app.has(Application.Privilege.MESSAGE_CONTENT)
                || message.author().id() == bot
                || message.channel().guild().isEmpty()
                || message.mentions().users().contains(bot);
        if (!free) {
            Event.hideWords(json);
        }
        return json;
    }

    private Reply edit(Call call) {
        Channel channel = channels.visible(call.id(0));
        Message message = channels.message(channel, call.id(1));
        if (!message.author().equals(platform.app.bot())) {
            throw Refusal.notTheAuthor();
        }
        Body body = MessageRules.edit(call.body(), call.files(), message.body());
        Mentions mentions = new MentionRules(platform, channel, platform.app.bot())
                .of(body, call.body().path("allowed_mentions"), MentionRules.ORDINARY, Optional.empty());
        platform.posting.change(message, body, mentions);
        return Reply.ok(message.json());
    }

    private Reply delete(Call call) {
        Channel channel = channels.visible(call.id(0));
        Message message = channels.message(channel, call.id(1));
        if (!message.author().equals(platform.app.bot())) {
            channels.guild(channel);
            channels.need(channel, Permission.MANAGE_MESSAGES);
        }
        platform.posting.delete(message);
        return Reply.nothing();
    }

    private Reply bulkDelete(Call call) {
        Channel channel = channels.visible(call.id(0));
        channels.guild(channel);
        channels.need(channel, Permission.MANAGE_MESSAGES);
        List<JsonNode> ids = Json.items(call.body(), "messages");
        FormErrors errors = new FormErrors();
        errors.size("messages", ids.size(), 2, 100);
        errors.check();
        ids.forEach(n -> channel.message(n.asLong()).ifPresent(platform.posting::delete));
        return Reply.nothing();
    }
}

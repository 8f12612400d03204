package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A message with all it has been. Guarded by the platform's {@link Monitor}. */
final class Message {
    /** What sort of message; the number is the wire's. Source: Message, "Message Types". */
    enum Kind {
        DEFAULT(0),
        RECIPIENT_ADD(1),
        THREAD_CREATED(18),
        REPLY(19),
        COMMAND(20),
        CONTEXT_COMMAND(23);

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
    private final Channel channel;
    private final User author;
    private final Kind kind;
    private final String nonce;
    private final Optional<Message> answers;
    private final Optional<Interaction> source;
    private final List<String> versions = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private final Set<Long> audience = new HashSet<>();
    private Body body;
    private Mentions mentions;
    private Optional<Instant> edited = Optional.empty();
    private boolean deleted;
    private Optional<Post> snapshot = Optional.empty();

    Message(Platform platform, Draft draft, Body body, Mentions mentions) {
        this.platform = platform;
        this.id = platform.id();
        this.channel = draft.channel();
        this.author = draft.author();
        this.kind = draft.kind();
        this.nonce = draft.nonce();
        this.answers = draft.answers();
        this.source = draft.source();
        this.body = body;
        this.mentions = mentions;
        remember();
    }

    /** All of a message that stays as it is. */
    record Draft(
            Channel channel,
            User author,
            Kind kind,
            String nonce,
            Optional<Message> answers,
            Optional<Interaction> source) {
        static Draft plain(Channel channel, User author, String nonce) {
            return new Draft(channel, author, Kind.DEFAULT, nonce, Optional.empty(), Optional.empty());
        }

        Draft answering(Message message) {
            return new Draft(channel, author, Kind.REPLY, nonce, Optional.of(message), source);
        }
    }

    long id() {
        return id;
    }

    Channel channel() {
        return channel;
    }

    User author() {
        return author;
    }

    String nonce() {
        return nonce;
    }

    Body body() {
        return body;
    }

    Mentions mentions() {
        return mentions;
    }

    Optional<Interaction> source() {
        return source;
    }

    boolean stands() {
        return !deleted;
    }

    boolean isEphemeral() {
        return body.is(Body.EPHEMERAL);
    }

    boolean isLoading() {
        return body.is(Body.LOADING);
    }

    /** A new text; a deferred answer's first one is no edit in people's eyes. */
    void change(Body newBody, Mentions newMentions) {
        boolean first = isLoading();
        body = newBody;
        mentions = newMentions;
        if (!first) {
            edited = Optional.of(platform.now());
        }
        remember();
    }

    void delete() {
        deleted = true;
        snapshot = Optional.empty();
        platform.lock.touch(channel);
    }

    /** Whether {@code person} can see it now, or could when one of its versions came. */
    boolean wasSeenBy(User person) {
        return audience.contains(person.id()) || isFor(person) && platform.access.views(person, channel);
    }

    /** Whether it is meant for {@code person}: everybody, unless it is ephemeral. */
    boolean isFor(User person) {
        return !isEphemeral() || source.filter(s -> s.user().equals(person)).isPresent();
    }

    /** As it stands now; made once after each change, because waiting tests look often. */
    Post post() {
        if (snapshot.isEmpty()) {
            snapshot = Optional.of(makePost());
        }
        return snapshot.get();
    }

    private Post makePost() {
        Post.State state = deleted ? Post.State.DELETED : isLoading() ? Post.State.LOADING : Post.State.STANDS;
        return new Post(
                id,
                channel,
                author.displayName(),
                body.readable(),
                Control.in(body.components()),
                isEphemeral() ? Post.Reach.ONE_PERSON : Post.Reach.CHANNEL,
                state,
                List.copyOf(versions),
                List.copyOf(times),
                new TreeSet<>(mentions.users()),
                source.map(s -> s.user().displayName()).orElse(""));
    }

    private void remember() {
        snapshot = Optional.empty();
        platform.lock.touch(channel);
        if (isLoading()) {
            return;
        }
        versions.add(body.readable());
        times.add(platform.now());
        if (isEphemeral()) {
            source.ifPresent(s -> audience.add(s.user().id()));
        } else {
            audience.addAll(platform.access.viewers(channel));
        }
    }

    /** As REST gives it; the nonce is only in the answer to its own request and in the event. */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("channel_id", Long.toString(channel.id()))
                .put("type", kind.wire())
                .put("content", body.content())
                .put("timestamp", Snowflakes.time(id).toString())
                .put("tts", false)
                .put("pinned", false)
                .put("flags", body.flags())
                .put("mention_everyone", mentions.everyone() == Mentions.Everyone.NOTIFIED);
        edited.ifPresentOrElse(
                at -> json.put("edited_timestamp", at.toString()), () -> json.putNull("edited_timestamp"));
        json.set("author", author.json());
        json.set("embeds", body.embeds());
        json.set("components", body.components());
        json.set("attachments", body.attachments());
        json.set("mentions", Json.arrayOf(mentioned()));
        json.withArrayProperty("mention_roles");
        mentions.roles().forEach(r -> json.withArrayProperty("mention_roles").add(Long.toString(r)));
        answers.ifPresent(other -> reference(json, other));
        source.ifPresent(s -> origin(json, s));
        return json;
    }

    ObjectNode jsonWithNonce() {
        ObjectNode json = json();
        if (!nonce.isEmpty()) {
            json.put("nonce", nonce);
        }
        return json;
    }

    private List<ObjectNode> mentioned() {
        return mentions.users().stream()
                .flatMap(u -> platform.world.user(u).stream())
                .map(User::json)
                .toList();
    }

    private static void reference(ObjectNode json, Message other) {
        ObjectNode reference = Json.object()
                .put("type", 0)
                .put("message_id", Long.toString(other.id))
                .put("channel_id", Long.toString(other.channel.id()));
        other.channel.guild().ifPresent(g -> reference.put("guild_id", Long.toString(g.id())));
        json.set("message_reference", reference);
        if (other.stands()) {
            ObjectNode copy = other.json();
            copy.remove("referenced_message");
            json.set("referenced_message", copy);
        } else {
            json.putNull("referenced_message");
        }
    }

    private void origin(ObjectNode json, Interaction interaction) {
        String app = Long.toString(platform.app.id());
        json.put("webhook_id", app).put("application_id", app);
        json.set("interaction_metadata", interaction.metadata());
    }
}

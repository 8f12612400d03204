package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command, press, choice or submitted modal on its way to the bot, and what came back. The public methods are the
 * test's eyes and take the platform's lock themselves; the rest is guarded by the platform's {@link Monitor}.
 *
 * <p>Threads may share it.
 */
public final class Interaction {
    /** What sort; the number is the wire's. Source: Receiving and Responding, "Interaction Type". */
    public enum Kind {
        COMMAND(2),
        COMPONENT(3),
        MODAL(5);

        private final int wire;

        Kind(int wire) {
            this.wire = wire;
        }

        int wire() {
            return wire;
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Platform platform;
    private final long id;
    private final String token;
    private final Kind kind;
    private final User user;
    private final Channel channel;
    private final ObjectNode data;
    private final ObjectNode owners;
    private final Optional<Message> on;
    private final Optional<Interaction> opener;
    private final Instant at;
    private final long startedNanos = System.nanoTime();
    private final List<Message> followups = new ArrayList<>();
    private int answered;
    private Optional<Message> original = Optional.empty();
    private JsonNode modal = MissingNode.getInstance();

    /**
     * All of an interaction that stays as it is.
     *
     * @param data the wire's {@code data}
     * @param owners the wire's {@code authorizing_integration_owners}
     * @param on the message whose button or menu was used, also for a modal that such a press opened
     * @param opener for a modal, what opened it
     */
    record Origin(
            Kind kind,
            User user,
            Channel channel,
            ObjectNode data,
            ObjectNode owners,
            Optional<Message> on,
            Optional<Interaction> opener) {}

    Interaction(Platform platform, Origin origin) {
        this.platform = platform;
        this.id = platform.id();
        this.token = "aW50ZXJhY3Rpb246" + Long.toString(id, 36) + "-" + Long.toString(platform.id(), 36);
        this.kind = origin.kind();
        this.user = origin.user();
        this.channel = origin.channel();
        this.data = origin.data();
        this.owners = origin.owners();
        this.on = origin.on();
        this.opener = origin.opener();
        this.at = platform.now();
    }

    public long id() {
        return id;
    }

    /** What the bot answers with; a test that speaks raw HTTP needs it. */
    public String token() {
        return token;
    }

    public Kind kind() {
        return kind;
    }

    /** Waits for the first answer; fails if there is none, as the client's "This interaction failed". */
    public Interaction awaitAnswer() {
        platform.lock
                .await(PATIENCE, channel, () -> isSettled() ? Optional.of(true) : Optional.empty())
                .orElseThrow(() -> new AssertionError("no answer within " + PATIENCE + " to " + this));
        if (!isAnswered()) {
            throw new AssertionError("this interaction failed: no answer within 3 s to " + this);
        }
        return this;
    }

    /** Waits for the first answer and, if it was deferred, for its words. */
    public Post awaitPost() {
        awaitAnswer();
        return platform.lock
                .await(
                        PATIENCE,
                        channel,
                        () -> original.filter(m -> !m.isLoading()).map(Message::post))
                .orElseThrow(() -> new AssertionError("no words within " + PATIENCE + " to " + this));
    }

    /** Waits for the modal that this opens. */
    public OpenModal awaitModal() {
        awaitAnswer();
        return platform.lock.in(() -> {
            if (modal.isMissingNode()) {
                throw new AssertionError("answered with callback " + answered + ", not with a modal: " + this);
            }
            return new OpenModal(this, modal);
        });
    }

    public boolean isAnswered() {
        return platform.lock.in(() -> answered != 0);
    }

    /** Whether the client has told the person that it failed. */
    public boolean hasFailed() {
        return platform.lock.in(() -> answered == 0 && isLate());
    }

    /** The callback's type on the wire, 0 while there is none. */
    public int answerType() {
        return platform.lock.in(() -> answered);
    }

    /** The message that answers it: a new one, or the one the button was on if that was changed. */
    public Optional<Post> post() {
        return platform.lock.in(() -> original.map(Message::post));
    }

    public List<Post> followups() {
        return platform.lock.in(() -> followups.stream().map(Message::post).toList());
    }

    @Override
    public String toString() {
        return user.displayName() + "'s " + kind + " " + data;
    }

    User user() {
        return user;
    }

    Channel channel() {
        return channel;
    }

    Optional<Message> on() {
        return on;
    }

    Optional<Interaction> opener() {
        return opener;
    }

    Optional<Message> original() {
        return original;
    }

    /** Whether a message's context-menu command was used. */
    boolean isOnMessage() {
        return data.path("type").asInt() == 3 && kind == Kind.COMMAND;
    }

    List<Message> followupMessages() {
        return followups;
    }

    ObjectNode owners() {
        return owners;
    }

    /** How long it took so far, in real time. */
    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    boolean isLate() {
        return at.plus(Limits.FIRST_ANSWER).isBefore(platform.now());
    }

    boolean isExpired() {
        return at.plus(Limits.TOKEN).isBefore(platform.now());
    }

    boolean isDeferred() {
        return answered == 5 && original.filter(Message::isLoading).isPresent();
    }

    void answer(int type, Optional<Message> message, JsonNode openedModal) {
        answered = type;
        original = message;
        modal = openedModal;
        platform.lock.touch(channel);
    }

    private boolean isSettled() {
        return answered != 0 || isLate();
    }

    /** What INTERACTION_CREATE tells. Source: Receiving and Responding, "Interaction Structure". */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("application_id", Long.toString(platform.app.id()))
                .put("type", kind.wire())
                .put("token", token)
                .put("version", 1)
                .put("channel_id", Long.toString(channel.id()))
                .put(
                        "locale",
                        platform.world.person(user.id()).map(Person::locale).orElse("en-US"))
                .put("attachment_size_limit", 10_485_760)
                .put("app_permissions", Long.toString(platform.access.permissions(platform.app.bot(), channel)));
        json.set("data", data);
        json.withArrayProperty("entitlements");
        json.set("authorizing_integration_owners", owners);
        json.put("context", context(platform, channel));
        String permissions = Long.toString(platform.access.permissions(user, channel));
        json.set("channel", channelJson().put("permissions", permissions));
        who(json, permissions);
        on.ifPresent(m -> json.set("message", m.json()));
        return json;
    }

    private void who(ObjectNode json, String permissions) {
        Optional<Guild> guild = channel.guild();
        if (guild.isEmpty()) {
            json.set("user", user.json());
            return;
        }
        json.put("guild_id", Long.toString(guild.get().id())).put("guild_locale", "en-US");
        json.set("guild", guild.get().partial());
        ObjectNode member = guild.get().member(user.id()).orElseThrow().json();
        json.set("member", member.put("permissions", permissions));
    }

    /** In a direct channel the recipients are those whom the person sees there: everyone but themselves. */
    private ObjectNode channelJson() {
        ObjectNode json = channel.json();
        if (channel.guild().isEmpty()) {
            json.set(
                    "recipients",
                    Json.arrayOf(channel.recipients().stream()
                            .filter(u -> !u.equals(user))
                            .map(User::json)
                            .toList()));
        }
        return json;
    }

    /** What a message tells of what it answers. Source: Message, "Message Interaction Metadata Object". */
    ObjectNode metadata() {
        ObjectNode json = Json.object().put("id", Long.toString(id)).put("type", kind.wire());
        json.set("user", user.json());
        json.set("authorizing_integration_owners", owners);
        if (kind == Kind.COMPONENT) {
            on.ifPresent(m -> json.put("interacted_message_id", Long.toString(m.id())));
        }
        opener.ifPresent(o -> json.set("triggering_interaction_metadata", o.metadata()));
        return json;
    }

    /** 0 a guild, 1 the bot's direct channel, 2 another one. Source: "Interaction Context Types". */
    static int context(Platform platform, Channel channel) {
        if (channel.guild().isPresent()) {
            return 0;
        }
        return channel.recipients().contains(platform.app.bot()) ? 1 : 2;
    }
}

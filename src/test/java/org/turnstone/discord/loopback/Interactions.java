package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All interactions, and the rules of answering one: once, within 3 s, with a callback that fits what was done; then, for
 * 15 min, by its token. Source: Receiving and Responding, "Interaction Response Object", "Interaction Callback" and
 * "Followup Messages".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class Interactions {
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int MODAL = 9;
    private static final int USER_INSTALL_FOLLOWUPS = 5;

    private final Platform platform;
    private final Map<String, Interaction> byToken = new HashMap<>();

    Interactions(Platform platform) {
        this.platform = platform;
    }

    /** Sends an interaction to the bot: always, whatever its intents. */
    Interaction begin(Interaction.Origin origin) {
        Interaction interaction = new Interaction(platform, origin);
        byToken.put(interaction.token(), interaction);
        long guildId = interaction.channel().guild().map(Guild::id).orElse(0L);
        platform.gateway.dispatch(Event.always("INTERACTION_CREATE", interaction.json(), guildId));
        return interaction;
    }

    /** The first answer. */
    Interaction answer(long id, String token, Call call) {
        Interaction interaction = Optional.ofNullable(byToken.get(token))
                .filter(i -> i.id() == id && !i.isExpired())
                .orElseThrow(Refusal::unknownInteraction);
        if (interaction.isAnswered()) {
            throw Refusal.alreadyAcknowledged();
        }
        if (interaction.isLate()) {
            throw Refusal.unknownInteraction();
        }
        int type = call.body().path("type").asInt(0);
        checkType(interaction, type);
        take(interaction, type, call.body().path("data"), call);
        platform.wire.answer(new WireLog.Answer(
                id, interaction.user().displayName(), type, interaction.waited(), reach(interaction)));
        return interaction;
    }

    /** The interaction of a live token that was answered. */
    Interaction answered(long application, String token) {
        Interaction interaction = Optional.ofNullable(byToken.get(token))
                .filter(i -> application == platform.app.id())
                .orElseThrow(Refusal::unknownWebhook);
        if (!interaction.isAnswered()) {
            throw Refusal.unknownWebhook();
        }
        if (interaction.isExpired()) {
            throw Refusal.invalidWebhookToken();
        }
        return interaction;
    }

    /** A further message; right after a deferral it is the deferred answer itself. */
    Message followup(Interaction interaction, Call call) {
        if (interaction.isDeferred()) {
            return edit(interaction, interaction.original().orElseThrow(), call);
        }
        boolean userInstallOnly = !interaction.owners().has("0");
        if (userInstallOnly && interaction.followupMessages().size() >= USER_INSTALL_FOLLOWUPS) {
            throw Refusal.tooManyFollowups();
        }
        Body body = MessageRules.create(call.body(), call.files(), MessageRules.ANSWER);
        Message message = post(interaction, body, call.body(), interaction.original());
        interaction.followupMessages().add(message);
        return message;
    }

    Message edit(Interaction interaction, Message message, Call call) {
        Body body = MessageRules.edit(call.body(), call.files(), message.body());
        platform.posting.change(message, body, mentions(interaction, body, call.body()));
        return message;
    }

    /** The original answer or one of the further ones. */
    Message message(Interaction interaction, String which) {
        if (which.equals("@original")) {
            return interaction.original().filter(Message::stands).orElseThrow(Refusal::unknownMessage);
        }
        long id = Json.id(which).orElse(0);
        return interaction.followupMessages().stream()
                .filter(m -> m.id() == id && m.stands())
                .findFirst()
                .or(() -> interaction.original().filter(m -> m.id() == id && m.stands()))
                .orElseThrow(Refusal::unknownMessage);
    }

    private static void checkType(Interaction interaction, int type) {
        boolean fromMessage = interaction.on().isPresent();
        Set<Integer> fits = switch (interaction.kind()) {
            case COMMAND -> Set.of(MESSAGE, DEFERRED_MESSAGE, MODAL);
            case COMPONENT -> Set.of(MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL);
            case MODAL ->
                fromMessage
                        ? Set.of(MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE)
                        : Set.of(MESSAGE, DEFERRED_MESSAGE);
        };
        FormErrors errors = new FormErrors();
        if (!fits.contains(type)) {
            errors.choices("type", fits.stream().sorted().toList().toString());
        }
        errors.check();
    }

    private void take(Interaction interaction, int type, JsonNode data, Call call) {
        switch (type) {
            case MESSAGE -> {
                Body body = MessageRules.create(data, call.files(), MessageRules.ANSWER);
                answerWith(interaction, type, post(interaction, body, data, interaction.on()));
            }
            case DEFERRED_MESSAGE -> {
                Body body = Body.loading(deferredFlags(data));
                answerWith(interaction, type, post(interaction, body, data, interaction.on()));
            }
            case DEFERRED_UPDATE -> interaction.answer(type, interaction.on(), MissingNode.getInstance());
            case UPDATE -> {
                Message message = interaction.on().filter(Message::stands).orElseThrow(Refusal::unknownMessage);
                Body body = MessageRules.edit(data, call.files(), message.body());
                platform.posting.change(message, body, mentions(interaction, body, data));
                answerWith(interaction, type, message);
            }
            default -> {
                ModalRules.check(data);
                interaction.answer(type, Optional.empty(), data.deepCopy());
            }
        }
    }

    private static void answerWith(Interaction interaction, int type, Message message) {
        interaction.answer(type, Optional.of(message), MissingNode.getInstance());
    }

    /** Of a deferral only EPHEMERAL may be set. Source: "Interaction Callback Data Structure", note on flags. */
    private static int deferredFlags(JsonNode data) {
        int flags = data.path("flags").asInt(0);
        FormErrors errors = new FormErrors();
        if ((flags & ~Body.EPHEMERAL) != 0) {
            errors.add("data.flags", "FLAG_VALUE_INVALID", "Only EPHEMERAL may be set when deferring");
        }
        errors.check();
        return flags;
    }

    private Message post(Interaction interaction, Body body, JsonNode data, Optional<Message> answers) {
        Message.Kind kind = answers.isPresent() ? Message.Kind.REPLY : commandKind(interaction);
        Message.Draft draft = new Message.Draft(
                interaction.channel(), platform.app.bot(), kind, "", answers, Optional.of(interaction));
        return platform.posting.post(draft, body, mentions(interaction, body, data));
    }

    private Mentions mentions(Interaction interaction, Body body, JsonNode data) {
        return new MentionRules(platform, interaction.channel(), platform.app.bot())
                .of(body, data.path("allowed_mentions"), MentionRules.ANSWER, Optional.empty());
    }

    private static Message.Kind commandKind(Interaction interaction) {
        return interaction.isOnMessage() ? Message.Kind.CONTEXT_COMMAND : Message.Kind.COMMAND;
    }

    private static Post.Reach reach(Interaction interaction) {
        boolean open = interaction
                .original()
                .filter(m -> interaction.answerType() != DEFERRED_UPDATE && !m.isEphemeral())
                .isPresent();
        return open ? Post.Reach.CHANNEL : Post.Reach.ONE_PERSON;
    }

    /** Source: Receiving and Responding, "Interaction Callback Response Object". */
    static ObjectNode callback(Interaction interaction) {
        ObjectNode about = Json.object()
                .put("id", Long.toString(interaction.id()))
                .put("type", interaction.kind().wire());
        ObjectNode resource = Json.object().put("type", interaction.answerType());
        interaction.original().ifPresent(m -> {
            about.put("response_message_id", Long.toString(m.id()));
            about.put("response_message_loading", m.isLoading());
            about.put("response_message_ephemeral", m.isEphemeral());
            if (interaction.answerType() != DEFERRED_UPDATE) {
                resource.set("message", m.json());
            }
        });
        ObjectNode json = Json.object();
        json.set("interaction", about);
        json.set("resource", resource);
        return json;
    }
}

package org.turnstone.discord.loopback;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts messages into channels, changes and deletes them, and tells everybody concerned. Guarded by the platform's
 * {@link Monitor}.
 */
final class Posting {
    private final Platform platform;
    private final Map<String, Message> byNonce = new HashMap<>();

    Posting(Platform platform) {
        this.platform = platform;
    }

    Message post(Message.Draft draft, Body body, Mentions mentions) {
        Message message = new Message(platform, draft, body, mentions);
        draft.channel().add(message);
        if (!draft.nonce().isEmpty()) {
            byNonce.put(draft.author().id() + " " + draft.nonce(), message);
        }
        platform.events.messageCreated(message);
        notify(message);
        return message;
    }

    /** An edit notifies nobody, unless it fills in a deferred answer: that is the first time its words are seen. */
    void change(Message message, Body body, Mentions mentions) {
        boolean first = message.isLoading();
        message.change(body, mentions);
        platform.events.messageUpdated(message);
        if (first) {
            notify(message);
        }
    }

    void delete(Message message) {
        message.delete();
        platform.events.messageDeleted(message);
    }

    /**
     * The message that the same author sent with the same nonce in the past few minutes. Source: Message, "Create
     * Message", {@code enforce_nonce}.
     */
    Optional<Message> sameNonce(User author, String nonce) {
        return Optional.ofNullable(byNonce.get(author.id() + " " + nonce))
                .filter(m -> Snowflakes.time(m.id())
                        .plus(platform.limits.nonceWindow())
                        .isAfter(platform.now()));
    }

    private void notify(Message message) {
        boolean silent = message.isEphemeral() || message.isLoading();
        if (!silent && !message.mentions().isEmpty()) {
            platform.wire.ping(message);
        }
    }
}

package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The platform's own client in a person's hand: what it shows, and what it lets them do. Guarded by the platform's
 * {@link Monitor}.
 */
final class Client {
    private static final int CONTENT = 2000;

    private final Platform platform;
    private final User user;

    Client(Platform platform, User user) {
        this.platform = platform;
        this.user = user;
    }

    Post write(Message.Draft draft, String text) {
        return platform.lock.in(() -> {
            if (!platform.access.sends(user, draft.channel())) {
                throw new CannotDo(user.displayName() + " may not write in "
                        + draft.channel().name());
            }
            Body body = Body.text(checked(text));
            boolean reply = draft.kind() == Message.Kind.REPLY;
            Mentions mentions = new MentionRules(platform, draft.channel(), user)
                    .of(
                            body,
                            MissingNode.getInstance(),
                            MentionRules.ORDINARY,
                            reply ? draft.answers() : Optional.empty());
            return platform.posting.post(draft, body, mentions).post();
        });
    }

    static String checked(String text) {
        if (text.isBlank() || Json.length(text) > CONTENT) {
            throw new CannotDo("the client sends nothing empty and nothing over " + CONTENT + " characters");
        }
        return text.strip();
    }

    Stream<Message> visible(Channel channel) {
        return channel.messages().stream().filter(m -> m.wasSeenBy(user));
    }

    Message visible(Post post) {
        Message message = post.channel()
                .message(post.id())
                .orElseThrow(() -> new CannotDo("the message is gone: " + post.text()));
        if (!message.isFor(user) || !platform.access.views(user, post.channel())) {
            throw new CannotDo(user.displayName() + " cannot see the message: " + post.text());
        }
        return message;
    }

    Message own(Post post) {
        Message message = visible(post);
        if (!message.author().equals(user)) {
            throw new CannotDo("not " + user.displayName() + "'s message: " + post.text());
        }
        return message;
    }

    static Control usable(Message message, String name) {
        Control control = message.post().control(name);
        if (control.state() == Control.State.DISABLED) {
            throw new CannotDo("'" + name + "' is greyed out");
        }
        return control;
    }

    /** In a guild the app is there for the guild; elsewhere for whoever it was there for when it posted the message. */
    Interaction component(Message message, ObjectNode data) {
        ObjectNode owners = Json.object();
        message.source().ifPresent(s -> owners.setAll(s.owners()));
        Optional<Guild> guild = message.channel().guild();
        guild.filter(Guild::hasBot).ifPresent(g -> owners.put("0", Long.toString(g.id())));
        if (Interaction.context(platform, message.channel()) == 1) {
            owners.put("0", "0");
        }
        return platform.interactions.begin(new Interaction.Origin(
                Interaction.Kind.COMPONENT,
                user,
                message.channel(),
                data,
                owners,
                Optional.of(message),
                Optional.empty()));
    }
}

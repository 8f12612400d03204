package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Somebody with an account, as a test plays them: what they do goes through what the platform's own client lets them do,
 * and what they see is what it would show. A try that the client would not allow throws {@link CannotDo}.
 *
 * <p>Threads may share it.
 */
public final class Person {
    private static final int BUTTON = 2;
    private static final int USER_SELECT = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Platform platform;
    private final User user;
    private final Client client;
    private String locale = "en-US";
    private boolean closed;

    Person(Platform platform, User user) {
        this.platform = platform;
        this.user = user;
        this.client = new Client(platform, user);
    }

    public long id() {
        return user.id();
    }

    public String name() {
        return user.displayName();
    }

    /** How one writes the person in a message. */
    public String mention() {
        return "<@" + id() + ">";
    }

    /** The person's direct channel with the bot. */
    public Channel directChannel() {
        return platform.lock.in(() -> platform.world.direct(List.of(platform.app.bot(), user)));
    }

    /** The person's direct channel with others, where the bot is not. */
    public Channel directChannelWith(Person... others) {
        return platform.lock.in(() -> {
            List<User> all = new ArrayList<>(List.of(user));
            for (Person other : others) {
                all.add(other.user);
            }
            return platform.world.direct(all);
        });
    }

    /** From now on they use the client in this language; it begins with en-US. */
    public void reads(String newLocale) {
        platform.lock.run(() -> locale = newLocale);
    }

    String locale() {
        return locale;
    }

    /** From now on the bot's direct messages are refused. */
    public void closesDirectMessages() {
        platform.lock.run(() -> closed = true);
    }

    public void opensDirectMessages() {
        platform.lock.run(() -> closed = false);
    }

    public boolean canSee(Channel channel) {
        return platform.lock.in(() -> platform.access.views(user, channel));
    }

    public boolean canSay(Channel channel) {
        return platform.lock.in(() -> platform.access.sends(user, channel));
    }

    /** Writes a message. */
    public Post says(Channel channel, String text) {
        return client.write(Message.Draft.plain(channel, user, ""), text);
    }

    /** Answers a message with the client's reply function, which mentions its author. */
    public Post replies(Post to, String text) {
        return platform.lock.in(() -> {
            Message answered = client.visible(to);
            return client.write(Message.Draft.plain(to.channel(), user, "").answering(answered), text);
        });
    }

    /** Changes a message of their own. */
    public Post edits(Post post, String text) {
        return platform.lock.in(() -> {
            Message message = client.own(post);
            Body body = Body.text(Client.checked(text));
            platform.posting.change(message, body, message.mentions());
            return message.post();
        });
    }

    /** Deletes a message of their own. */
    public void deletes(Post post) {
        platform.lock.run(() -> platform.posting.delete(client.own(post)));
    }

    /** Presses the button that has this custom id or label. */
    public Interaction presses(Post post, String button) {
        return platform.lock.in(() -> {
            Message message = client.visible(post);
            Control control = Client.usable(message, button);
            if (!control.isButton() || control.customId().isEmpty()) {
                throw new CannotDo("'" + button + "' is no button that tells the bot anything");
            }
            ObjectNode data = Json.object().put("component_type", BUTTON).put("custom_id", control.customId());
            return client.component(message, data);
        });
    }

    /** Chooses from a text menu, by label or value. */
    public Interaction chooses(Post post, String menu, String... choices) {
        return platform.lock.in(() -> {
            Message message = client.visible(post);
            Control control = Client.usable(message, menu);
            ObjectNode data =
                    Json.object().put("component_type", control.type()).put("custom_id", control.customId());
            for (String choice : choices) {
                data.withArrayProperty("values").add(Choices.value(control.options(), choice));
            }
            data.withArrayProperty("values");
            return client.component(message, data);
        });
    }

    /** Chooses people from a menu of people. */
    public Interaction chooses(Post post, String menu, Person... people) {
        return platform.lock.in(() -> {
            Message message = client.visible(post);
            Control control = Client.usable(message, menu);
            ObjectNode data = Json.object().put("component_type", USER_SELECT).put("custom_id", control.customId());
            for (Person person : people) {
                data.withArrayProperty("values").add(Long.toString(person.id()));
            }
            data.set("resolved", Choices.resolved(platform, post.channel(), List.of(people)));
            return client.component(message, data);
        });
    }

    /**
     * Fills in and sends a modal.
     *
     * @param values by custom id or label: a text, a list of texts for several choices, or a Boolean
     */
    public Interaction submits(OpenModal modal, Map<String, ?> values) {
        return platform.lock.in(() -> {
            Interaction opener = modal.opener();
            if (!opener.user().equals(user)) {
                throw new CannotDo("the modal is open before " + opener.user().displayName());
            }
            ObjectNode data = ModalForm.data(modal, values);
            return platform.interactions.begin(new Interaction.Origin(
                    Interaction.Kind.MODAL,
                    user,
                    opener.channel(),
                    data,
                    opener.owners(),
                    opener.on(),
                    Optional.of(opener)));
        });
    }

    /** Runs a slash command without options: {@code /turn start}. */
    public Interaction runs(Channel channel, String command) {
        return runs(channel, command, Map.of());
    }

    /**
     * Runs a slash command.
     *
     * @param options by name: a text, a number, a Boolean, a {@link Person}, {@link Channel} or {@link Role}
     */
    public Interaction runs(Channel channel, String command, Map<String, ?> options) {
        return platform.lock.in(
                () -> platform.interactions.begin(new CommandCall(platform, user, channel).slash(command, options)));
    }

    /** Uses a message's context-menu command. */
    public Interaction usesMessageCommand(Post post, String command) {
        return platform.lock.in(() -> platform.interactions.begin(
                new CommandCall(platform, user, post.channel()).onMessage(command, client.visible(post))));
    }

    /** Everything the person can see or could when it came, in all channels, oldest first. */
    public List<Post> sees() {
        return platform.lock.in(() -> platform.world.channels().stream()
                .flatMap(c -> c.messages().stream())
                .filter(m -> m.wasSeenBy(user))
                .sorted(Comparator.comparingLong(Message::id))
                .map(Message::post)
                .toList());
    }

    /** What the person sees in one channel, oldest first. */
    public List<Post> sees(Channel channel) {
        return platform.lock.in(() -> client.visible(channel).map(Message::post).toList());
    }

    /** The wire's JSON of what the person sees in one channel, for comparing to the byte; ids and times differ. */
    public List<JsonNode> seesJson(Channel channel) {
        return platform.lock.in(
                () -> client.visible(channel).map(m -> (JsonNode) m.json()).toList());
    }

    /** Waits until the person sees a message like this in the channel, and gives the newest such. */
    public Post awaits(Channel channel, String what, Predicate<Post> wanted) {
        return platform.lock
                .await(
                        PATIENCE,
                        channel,
                        () -> client.visible(channel)
                                .map(Message::post)
                                .filter(wanted)
                                .reduce((a, b) -> b))
                .orElseThrow(() -> new AssertionError(
                        name() + " did not see " + what + " in " + channel.name() + " within " + PATIENCE));
    }

    /** Waits until the person sees a message like this anywhere, and gives the newest such. */
    public Post awaits(String what, Predicate<Post> wanted) {
        return platform.lock
                .await(
                        PATIENCE,
                        Monitor.ANYTHING,
                        () -> sees().stream().filter(wanted).reduce((a, b) -> b))
                .orElseThrow(() -> new AssertionError(name() + " did not see " + what + " within " + PATIENCE));
    }

    /** Waits until the person sees a standing message with these words in this channel. */
    public Post awaits(Channel channel, String words) {
        return awaits(
                channel,
                "'" + words + "'",
                p -> p.state() == Post.State.STANDS && p.text().contains(words));
    }

    @Override
    public String toString() {
        return name();
    }

    User user() {
        return user;
    }

    /** Refuses for the person what they do not take. Source: Opcodes and Status Codes, 50007 and 50278. */
    void mustTakeDirectMessages() {
        if (closed) {
            throw Refusal.cannotSendToUser();
        }
        boolean shared = platform.world.guilds().stream()
                .anyMatch(g -> g.hasBot() && g.member(id()).isPresent());
        if (!shared && !platform.app.isInstalledBy(user)) {
            throw Refusal.noMutualGuilds();
        }
    }
}

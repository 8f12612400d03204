package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.OpenModal;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Move;
import org.turnstone.floor.Phase;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;

/**
 * A place on the loopback server where a script is played by so many people, with the real bot in it; bot and platform go by
 * one clock, which a script may move. For one test's thread.
 */
final class Hall implements AutoCloseable {
    static final PromptBook BOOK = Bot.BOOK;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final LoopbackDiscord server = LoopbackDiscord.start();
    final Channel channel;
    private final Path home;
    private final Access access;
    Bot bot;
    private Optional<Guild> guild = Optional.empty();
    private final Map<String, Person> people = new LinkedHashMap<>();

    private Hall(Path home, Turns turns, List<String> names, boolean direct) {
        server.clock().advance(untilSix());
        names.forEach(name -> people.put(name, server.person(name)));
        channel = direct ? direct() : inAServer();
        URI gateway = URI.create(server.gatewayUrl());
        this.home = home;
        access = new Access(server.app().token(), URI.create(server.apiUrl()), Optional.of(gateway), turns);
        wakes();
    }

    /** The bot starts, anew after a stop. */
    void wakes() {
        bot = new Bot(home, access, server.clock());
        assertThat(bot.start()).isTrue();
    }

    /** The bot stops; people go on. */
    void sleeps() {
        bot.close();
    }

    /** It is six in the evening, whenever the test runs: pauses go by the time of day. */
    private static Duration untilSix() {
        LocalTime now = LocalTime.now(ZoneOffset.UTC);
        return Duration.between(now, LocalTime.of(18, 0)).plusDays(1);
    }

    /** A server's channel, where people write. */
    static Hall of(Path home, String... names) {
        return new Hall(home, Turns.MESSAGES, List.of(names), false);
    }

    /** A server's channel, where people write in forms. */
    static Hall ofForms(Path home, String... names) {
        return new Hall(home, Turns.MODAL, List.of(names), false);
    }

    /** The direct channel of two people, of whom the first has installed the bot for themselves. */
    static Hall direct(Path home, String one, String other) {
        return new Hall(home, Turns.MESSAGES, List.of(one, other), true);
    }

    private Channel inAServer() {
        Guild home = server.guild("Home", server.person("Olga"));
        people.values().forEach(home::join);
        home.inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        guild = Optional.of(home);
        return home.textChannel("hall");
    }

    /** Somebody else who may do this in the whole server. */
    Person steward(String name, Permission... may) {
        Person steward = server.person(name);
        people.put(name, steward);
        guild.orElseThrow().join(steward).give(steward, guild.orElseThrow().role("steward", may));
        return steward;
    }

    /** Another channel of the same server, which only these see. */
    Channel hidden(String name, String... who) {
        return guild.orElseThrow()
                .privateChannel(name, Stream.of(who).map(this::person).toArray(Person[]::new));
    }

    /** Another channel of the same server. */
    Channel another(String name) {
        return guild.orElseThrow().textChannel(name);
    }

    private Channel direct() {
        List<Person> two = new ArrayList<>(people.values());
        server.app().installedBy(two.get(0));
        return two.get(0).directChannelWith(two.get(1));
    }

    Person person(String name) {
        return people.get(name);
    }

    static org.turnstone.floor.Person id(Person person) {
        return new org.turnstone.floor.Person("discord:" + person.id());
    }

    /** Everyone has been through set-up. */
    Hall setUp() {
        people.keySet().forEach(this::isSetUp);
        return this;
    }

    void isSetUp(String who) {
        bot.people.save(id(person(who)), Manners.UNSAID.setUp(server.clock().instant()));
    }

    Post runs(String who, String command, Map<String, ?> options) {
        return answer(person(who).runs(channel, command, options));
    }

    /** The newest post of the bot that everyone sees and that has this button. */
    Post post(Person who, String label) {
        return who.awaits(
                channel,
                "a post with '" + label + "'",
                p -> p.state() == Post.State.STANDS && !p.isPrivate() && p.has(label));
    }

    Interaction presses(String who, Move move) {
        return presses(who, BOOK.label(move));
    }

    Interaction presses(String who, String label) {
        Person person = person(who);
        return person.presses(post(person, label), label).awaitAnswer();
    }

    /** Writes into the form that a press on this button opens. */
    Interaction writes(String who, String label, String words) {
        Person person = person(who);
        var form = person.presses(post(person, label), label).awaitModal();
        return person.submits(form, Map.of(Forms.FIELD, words)).awaitAnswer();
    }

    /** Presses a move that asks for something, and chooses this from the menu that comes. */
    Interaction chooses(String who, Move move, String choice) {
        Post menu = answer(presses(who, move));
        return person(who)
                .chooses(menu, menu.controls().get(0).customId(), choice)
                .awaitAnswer();
    }

    Post justForMe(String who) {
        Person person = person(who);
        String label = BOOK.text(Text.JUST_FOR_ME);
        return answer(person.presses(post(person, label), label));
    }

    /** What was said to whoever did this, alone: at once, in its place, or beside it. */
    Post answer(Interaction interaction) {
        interaction.awaitAnswer();
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> said(interaction), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Post> said(Interaction interaction) {
        Optional<Post> first = interaction.post().filter(Post::isPrivate);
        return Stream.concat(interaction.followups().stream(), first.stream())
                .filter(p -> p.isPrivate()
                        && p.state() == Post.State.STANDS
                        && !p.text().equals("..."))
                .findFirst();
    }

    /** A press on a private post. */
    Post presses(String who, Post on, String label) {
        return answer(person(who).presses(on, label));
    }

    /** Answers set-up's private questions: nobody else sees the screen, and then as given. */
    Post answersCheck(String who, Post on, Text... answers) {
        OpenModal form = person(who).presses(on, BOOK.text(Text.CHECK_NO)).awaitModal();
        return answer(person(who).submits(form, Flat.answers(form, List.of(answers))));
    }

    void says(String who, String words) {
        person(who).says(channel, words);
    }

    /** The conversation in the channel. */
    Conversation conversation() {
        Person first = people.values().iterator().next();
        List<String> rooms = bot.store.roomsOf(id(first));
        return bot.rooms.conversation(rooms.get(rooms.size() - 1)).orElseThrow();
    }

    Hall awaits(Class<? extends Phase> phase) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> phase.isInstance(conversation().phase()));
        return this;
    }

    /** Waits until {@code who} has the floor. */
    Hall awaitsFloor(String who) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> conversation().moves(id(person(who))).contains(Move.PASS));
        return this;
    }

    boolean mayPress(String who, Move move) {
        return conversation().moves(id(person(who))).contains(move);
    }

    Hall later(Duration step) {
        server.clock().advance(step);
        return this;
    }

    /** What went over the wire, for a check and for whoever reads why it failed. */
    WireReport report() {
        return new WireReport(server, channel, List.copyOf(people.values()));
    }

    @Override
    public void close() {
        bot.close();
        server.close();
    }
}

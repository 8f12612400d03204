package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.turnstone.floor.Prompt;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;
import org.turnstone.room.Note;
import org.turnstone.room.Rooms;
import org.turnstone.store.SqlMarks;
import org.turnstone.store.SqlPeople;

/** Ann and Ben's flat: a channel on the loopback server, with the real bot in it. For one test's thread. */
final class Flat implements AutoCloseable {
    static final PromptBook BOOK = Bot.BOOK;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final LoopbackDiscord server = LoopbackDiscord.start();
    final Person ann = server.person("Ann");
    final Person ben = server.person("Ben");
    final Person eve = server.person("Eve");
    final Person olga = server.person("Olga");
    final Guild guild = server.guild("Home", olga);
    final Channel kitchen;
    final Clock clock;
    private final Path home;
    SqlPeople people;
    Rooms rooms;
    private Bot bot;

    Flat(Path home) {
        this(home, Turns.MESSAGES);
    }

    Flat(Path home, Turns turns) {
        this(home, turns, server -> Clock.systemUTC());
    }

    /** The bot goes by the platform's clock, which can be set forward. */
    static Flat byThePlatformsClock(Path home) {
        return new Flat(home, Turns.MESSAGES, LoopbackDiscord::clock);
    }

    private Flat(Path home, Turns turns, Function<LoopbackDiscord, Clock> clock) {
        this.home = home;
        this.clock = clock.apply(server);
        guild.join(ann, ben, eve)
                .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        kitchen = guild.textChannel("kitchen");
        start(turns);
    }

    /** Starts the bot, anew after a stop. */
    void start(Turns turns) {
        URI gateway = URI.create(server.gatewayUrl());
        bot = new Bot(
                home,
                new Access(server.app().token(), URI.create(server.apiUrl()), Optional.of(gateway), turns),
                clock);
        people = bot.people;
        rooms = bot.rooms;
        assertThat(bot.start()).isTrue();
    }

    void stop() {
        bot.close();
    }

    /** Both have been through set-up. */
    Flat setUp() {
        for (Person person : List.of(ann, ben)) {
            people.save(id(person), Manners.UNSAID.setUp(clock.instant()));
        }
        return this;
    }

    static org.turnstone.floor.Person id(Person person) {
        return new org.turnstone.floor.Person("discord:" + person.id());
    }

    Conversation conversation() {
        return rooms.conversation(room()).orElseThrow();
    }

    /** Ann and Ben's room in the kitchen. */
    String room() {
        return Persons.room(kitchen.id(), id(ann), id(ben));
    }

    /** The answers to set-up's private questions, in their order. */
    static Map<String, String> answers(OpenModal form, List<Text> answers) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            values.put(form.fields().get(i).customId(), BOOK.text(answers.get(i)));
        }
        return values;
    }

    Interaction asks(String topic) {
        return ann.runs(kitchen, "/turn start", Map.of("partner", ben, "topic", topic));
    }

    /** Presses {@code move} on the newest post that has it. */
    Interaction presses(Person who, Move move) {
        String label = BOOK.label(move);
        Post post = who.awaits(
                "a post with '" + label + "'", p -> p.state() == Post.State.STANDS && !p.isPrivate() && p.has(label));
        return who.presses(post, label).awaitAnswer();
    }

    void awaitPhase(Class<? extends Phase> phase) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> phase.isInstance(conversation().phase()));
    }

    /** Until Ben sees a card that says this. */
    void awaitCard(Prompt prompt) {
        String says = BOOK.wordings(prompt).get(0);
        ben.awaits(
                "a card that says " + prompt,
                p -> p.state() == Post.State.STANDS && p.text().contains(says));
    }

    SqlMarks marks() {
        return bot.marks;
    }

    String trouble() {
        return bot.trouble();
    }

    boolean owesNothing() {
        return bot.store.roomsOwed().isEmpty();
    }

    /** What waits for Ben. */
    List<Note> notes() {
        return bot.notes.waiting(id(ben));
    }

    /** What everyone in the channel can see, without the words of people. */
    List<String> botPosts() {
        return ann.sees(kitchen).stream()
                .filter(p -> !p.isPrivate() && p.state() == Post.State.STANDS)
                .filter(p -> !Set.of("Ann", "Ben", "Eve").contains(p.author()))
                .map(Post::text)
                .toList();
    }

    @Override
    public void close() {
        stop();
        server.close();
    }
}

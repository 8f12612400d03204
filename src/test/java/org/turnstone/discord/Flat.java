package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Move;
import org.turnstone.floor.Phase;
import org.turnstone.prompts.PromptBook;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Ear;
import org.turnstone.room.Manners;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;
import org.turnstone.store.Database;
import org.turnstone.store.SqlMarks;
import org.turnstone.store.SqlNotes;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRooms;

/** Ann and Ben's flat: a channel on the loopback server, with the real bot in it. For one test's thread. */
final class Flat implements AutoCloseable {
    static final PromptBook BOOK = PromptBook.parse("en.txt", read("prompts"));
    private static final Reader READER = new Reader(Lexicon.parse("en.txt", read("lexicon")));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final LoopbackDiscord server = LoopbackDiscord.start();
    final Person ann = server.person("Ann");
    final Person ben = server.person("Ben");
    final Person eve = server.person("Eve");
    final Guild guild = server.guild("Home", server.person("Olga"));
    final Channel kitchen;
    final Clock clock = Clock.systemUTC();
    private final Path home;
    private Database database;
    SqlPeople people;
    SqlNotes notes;
    Rooms rooms;
    private Discord discord;

    Flat(Path home) {
        this(home, Turns.MESSAGES);
    }

    Flat(Path home, Turns turns) {
        this.home = home;
        guild.join(ann, ben, eve)
                .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        kitchen = guild.textChannel("kitchen");
        start(turns);
    }

    /** Starts the bot, anew after a stop. */
    void start(Turns turns) {
        database = Database.open(home);
        SqlRooms store = new SqlRooms(database);
        people = new SqlPeople(database);
        notes = new SqlNotes(database);
        Scribe scribe = new Scribe(
                tag -> BOOK, words -> store.text(words.ref()), people, (concern, country, book) -> "Help: " + concern);
        Access access = new Access(
                server.app().token(), URI.create(server.apiUrl()), Optional.of(URI.create(server.gatewayUrl())), turns);
        discord = new Discord(
                access,
                new Surroundings(
                        notes,
                        new SqlMarks(database),
                        people,
                        scribe,
                        tag -> BOOK,
                        tag -> new TestEar(),
                        "en",
                        Customs.in(ZoneOffset.UTC),
                        clock));
        Discord stages = discord;
        rooms = new Rooms(store, people, tag -> new TestEar(), owed -> stages.stage(owed));
        discord.start(rooms);
        assertThat(discord.awaitReady()).isTrue();
    }

    void stop() {
        discord.close();
        database.close();
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
        return rooms.conversation(Persons.room(kitchen.id(), id(ann), id(ben))).orElseThrow();
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

    /** What everyone in the channel can see, without the words of people. */
    List<String> botPosts() {
        return ann.sees(kitchen).stream()
                .filter(p -> !p.isPrivate() && p.state() == Post.State.STANDS)
                .filter(p -> !Set.of("Ann", "Ben", "Eve").contains(p.author()))
                .map(Post::text)
                .toList();
    }

    private static String read(String kind) {
        try {
            return Files.readString(Path.of("config", kind, "en.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        server.close();
    }

    /** The real texts and the real reader; of safety, one sentence of each sort. */
    private static final class TestEar implements Ear {
        @Override
        public Optional<Alarm> alarm(String text) {
            if (text.contains("you hit me")) {
                return Optional.of(new Alarm(Concern.PARTNER_VIOLENCE, "hit", 0, 1));
            }
            return text.contains("end my life")
                    ? Optional.of(new Alarm(Concern.SELF_HARM, "life", 0, 1))
                    : Optional.empty();
        }

        @Override
        public Optional<Move> typed(String text, Collection<Move> possible) {
            return BOOK.typed(text, possible);
        }

        @Override
        public Reading read(Utterance utterance) {
            return READER.read(utterance);
        }
    }
}

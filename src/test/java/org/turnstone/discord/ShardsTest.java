package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Speaking;
import org.turnstone.room.Bystander;
import org.turnstone.room.Input;
import org.turnstone.room.Leases;
import org.turnstone.room.Manners;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.store.Database;
import org.turnstone.store.Postgres;
import org.turnstone.store.Server;

/** Two servers in two shards, and processes that divide them. */
class ShardsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path place;

    private final LoopbackDiscord server = LoopbackDiscord.start();
    private final Clock clock = Clock.systemUTC();
    private final Person ann = server.person("Ann");
    private final Person ben = server.person("Ben");
    private final Person olga = server.person("Olga");
    private final List<Channel> kitchens = new ArrayList<>();
    private final Server database = hasty(Postgres.database());
    private final List<Bot> bots = new ArrayList<>();

    private static Server hasty(Server server) {
        return new Server(server.url(), server.user(), server.password(), Duration.ofSeconds(3));
    }

    /** A kitchen in each shard. */
    @BeforeEach
    void kitchens() {
        for (int shard = 0; shard < 2; shard++) {
            Guild guild = server.guild("Home", olga);
            while (new Shards(2, Leases.ALONE).of(guild.id()) != shard) {
                guild = server.guild("Elsewhere", olga);
            }
            guild.join(ann, ben)
                    .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
            kitchens.add(guild.textChannel("kitchen"));
        }
    }

    @AfterEach
    void close() {
        bots.forEach(Bot::close);
        server.close();
    }

    private Bot bot(String name, Function<Database, Shards> shards) {
        Path home = place.resolve(name);
        copyKey(home);
        Database here = Database.open(home, database);
        Access access = new Access(
                server.app().token(),
                URI.create(server.apiUrl()),
                Optional.of(URI.create(server.gatewayUrl())),
                Turns.MESSAGES,
                shards.apply(here));
        Bot bot = new Bot(here, access, clock, Bystander.NOBODY);
        bots.add(bot);
        for (Person person : List.of(ann, ben)) {
            bot.people.save(Flat.id(person), Manners.UNSAID.setUp(clock.instant()));
        }
        return bot;
    }

    private void copyKey(Path home) {
        Path first = place.resolve("one/turnstone.key");
        if (Files.exists(first)) {
            try {
                Files.createDirectories(home);
                Files.copy(first, home.resolve("turnstone.key"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Shards leased(Database here) {
        return new Shards(2, here.leases());
    }

    private String room(Channel kitchen) {
        return Persons.room(kitchen.id(), Flat.id(ann), Flat.id(ben));
    }

    private void begin(Bot by, Channel kitchen) {
        ann.runs(kitchen, "/turn start", Map.of("partner", ben, "topic", "us")).awaitPost();
        presses(kitchen, ben, Move.HERE);
        awaitPhase(by, kitchen, Speaking.class);
    }

    private void presses(Channel kitchen, Person who, Move move) {
        String label = Flat.BOOK.label(move);
        Post post = who.awaits(
                "a post with '" + label + "'",
                p -> p.channel() == kitchen && p.state() == Post.State.STANDS && !p.isPrivate() && p.has(label));
        who.presses(post, label).awaitAnswer();
    }

    private void awaitPhase(Bot bot, Channel kitchen, Class<? extends Phase> phase) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> bot.rooms
                        .conversation(room(kitchen))
                        .filter(c -> phase.isInstance(c.phase()))
                        .isPresent());
    }

    private static void awaitConnected(Bot bot) {
        Awaitility.await().atMost(PATIENCE).until(() -> bot.trouble().isEmpty());
    }

    private long postsIn(Channel kitchen) {
        return ann.sees(kitchen).stream()
                .filter(p -> p.state() == Post.State.STANDS)
                .count();
    }

    @Test
    void each_sees_to_its_own_and_what_one_takes_in_for_another_waits_for_that_one() {
        Bot one = bot("one", here -> Shards.fixed(0, 0, 2));
        assertThat(one.start()).isTrue();
        Bot two = bot("two", here -> Shards.fixed(1, 1, 2));
        assertThat(two.start()).isTrue();
        for (Channel kitchen : kitchens) {
            begin(two, kitchen);
        }
        Channel theirs = kitchens.get(1);
        two.close();
        bots.remove(two);
        long before = postsIn(theirs);
        one.rooms.take(room(theirs), "elsewhere", Flat.id(ann), new Input.Pressed(Move.PASS), clock.instant());
        List<Owed> owed = one.store.owed(room(theirs));
        assertThat(owed).isNotEmpty();
        assertThatThrownBy(() -> one.stage(owed.get(0)))
                .isInstanceOfSatisfying(
                        NotPlayed.class, n -> assertThat(n.isWaiting()).isTrue());
        Bot again = bot("again", here -> Shards.fixed(1, 1, 2));
        assertThat(again.start()).isTrue();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> again.store.owed(room(theirs)).isEmpty());
        assertThat(postsIn(theirs)).isGreaterThan(before);
        assertThat(server.gateway().identified()).isEqualTo(3);
    }

    @Test
    void who_comes_gets_a_share_and_who_goes_leaves_it_in_the_middle_of_a_talk() {
        Bot one = bot("one", ShardsTest::leased);
        assertThat(one.start()).isTrue();
        awaitConnected(one);
        begin(one, kitchens.get(1));
        Bot two = bot("two", ShardsTest::leased);
        two.start();
        Awaitility.await().atMost(PATIENCE).until(() -> two.shards() == 1);
        awaitConnected(two);
        assertThat(one.shards()).isEqualTo(1);
        begin(two, kitchens.get(0));
        one.close();
        bots.remove(one);
        ann.says(kitchens.get(0), "I felt alone at the party.");
        ann.says(kitchens.get(1), "And on the way home as well.");
        Awaitility.await().atMost(PATIENCE).until(() -> server.gateway().identified() == 4);
        for (Channel kitchen : kitchens) {
            awaitPhase(two, kitchen, LeaningIn.class);
        }
    }
}

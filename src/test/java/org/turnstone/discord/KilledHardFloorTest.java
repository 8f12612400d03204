package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Overwrite;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Move;
import org.turnstone.room.Manners;
import org.turnstone.store.Database;
import org.turnstone.store.SqlMarks;
import org.turnstone.store.SqlPeople;

/** Killed while somebody is kept from writing, the bot gives them everything back as soon as it runs again. */
class KilledHardFloorTest {
    private static final long SEED = Long.getLong("seed", 20_261_125L);
    private static final int TIMES = "yes".equals(System.getProperty("thorough")) ? 20 : 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path home;

    private final LoopbackDiscord server = LoopbackDiscord.start();
    private final Person ann = server.person("Ann");
    private final Person ben = server.person("Ben");
    private final Guild guild = server.guild("Home", server.person("Olga")).join(ann, ben);

    /** Both have been through set-up and agreed, and the server chose it. */
    private void agreed(Channel kitchen) throws IOException {
        Files.writeString(home.resolve("turnstone.json"), "{\"discord\": {\"floor\": \"hard\"}}");
        Instant calm = Instant.now().minusSeconds(3_600);
        try (Database database = Database.open(home)) {
            SqlPeople people = new SqlPeople(database);
            SqlMarks marks = new SqlMarks(database);
            String room = Persons.room(kitchen.id(), Flat.id(ann), Flat.id(ben));
            for (Person person : List.of(ann, ben)) {
                people.save(Flat.id(person), Manners.UNSAID.setUp(calm));
                new Agreed(marks, people).yes(room, Flat.id(person));
            }
            marks.put("discord:server/" + guild.id(), "floor", "hard");
        }
    }

    private void awaitBot() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !server.app().commandNames().isEmpty());
    }

    private static void press(Person who, Move move) {
        String label = Flat.BOOK.label(move);
        Post post = who.awaits(label, p -> p.state() == Post.State.STANDS && !p.isPrivate() && p.has(label));
        who.presses(post, label).awaitAnswer();
    }

    @Test
    void the_overwrites_are_right_afterwards() throws IOException {
        guild.inviteBot(HardFloorTest.ENOUGH);
        Channel kitchen = guild.textChannel("kitchen");
        kitchen.overwrite(ben, Permission.of(Permission.EMBED_LINKS), Permission.of(Permission.ADD_REACTIONS));
        Set<Overwrite> before = Set.copyOf(kitchen.overwrites());
        agreed(kitchen);
        Random random = new Random(SEED);
        try (OtherProcess bot = new OtherProcess(home, server)) {
            bot.start();
            for (int i = 0; i < TIMES; i++) {
                awaitBot();
                ann.runs(kitchen, "/turn start", Map.of("partner", ben)).awaitAnswer();
                press(ben, Move.HERE);
                Awaitility.await().atMost(PATIENCE).until(() -> !ben.canSay(kitchen));
                bot.failsAfter(random.nextInt(100));
                assertThat(ben.canSay(kitchen)).isFalse();
                bot.start();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(Set.copyOf(kitchen.overwrites())).isEqualTo(before));
                awaitBot();
                press(ann, Move.STOP);
                assertThat(Set.copyOf(kitchen.overwrites())).isEqualTo(before);
            }
        } finally {
            server.close();
        }
    }
}

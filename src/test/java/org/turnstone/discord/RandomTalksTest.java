package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.EventFault;
import org.turnstone.discord.loopback.Fault;
import org.turnstone.discord.loopback.Fault.When;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Overwrite;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Effect;
import org.turnstone.room.Manners;

/**
 * Random talks of many couples at once, while a tenth of all requests go wrong, and of all events a tenth each come twice,
 * late, in the wrong order or only after a cut: nothing is said twice, nothing is lost, nothing private is public, and what
 * channels say of people is as before. In every other room the floor is held.
 */
class RandomTalksTest {
    private static final boolean THOROUGH = "yes".equals(System.getProperty("thorough"));
    private static final long SEED = Long.getLong("seed", 20_261_126L);
    private static final int TALKS = Integer.getInteger("talks", THOROUGH ? 500 : 10);
    private static final int COUPLES = Math.min(TALKS, THOROUGH ? 20 : 5);
    private static final int STEPS = 10;
    private static final double RATE = 0.1;

    @TempDir
    private Path home;

    private final LoopbackDiscord server = LoopbackDiscord.start();
    private final Guild guild = server.guild("Home", server.person("Olga"));
    private final Map<String, Integer> owed = new ConcurrentHashMap<>();

    @Test
    void nothing_is_doubled_lost_leaked_or_left_wrong() throws Exception {
        guild.inviteBot(HardFloorTest.ENOUGH);
        List<Couple> couples = new ArrayList<>();
        for (int i = 0; i < COUPLES; i++) {
            couples.add(new Couple(server, guild, i, SEED, Duration.ZERO));
            Couple last = couples.get(i);
            last.channel.overwrite(last.ben, Permission.of(Permission.VIEW_CHANNEL, Permission.EMBED_LINKS), 0);
        }
        Map<Channel, Set<Overwrite>> before = new HashMap<>();
        couples.forEach(c -> before.put(c.channel, Set.copyOf(c.channel.overwrites())));
        Access access = new Access(
                server.app().token(),
                URI.create(server.apiUrl()),
                Optional.of(URI.create(server.gatewayUrl())),
                Turns.MESSAGES);
        try (Bot bot = new Bot(
                home,
                access,
                Clock.systemUTC(),
                (room, was, is, event) -> counts(room, was.on(event).effects()))) {
            couples.forEach(c -> agreed(bot, c));
            assertThat(bot.start()).isTrue();
            faults();
            talk(couples);
            List<String> fired = server.faults().fired();
            server.faults().clear();
            settle(bot, couples);
            couples.forEach(c -> checks(bot, c));
            couples.forEach(c -> Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(Set.copyOf(c.channel.overwrites()))
                            .as("overwrites, seed " + SEED)
                            .isEqualTo(before.get(c.channel))));
            report(couples, fired);
        } finally {
            server.close();
        }
    }

    private void counts(String room, List<Effect> effects) {
        long public_ = effects.stream()
                .filter(e -> e instanceof Effect.Say || e instanceof Effect.Post)
                .count();
        owed.merge(room, (int) public_, Integer::sum);
    }

    private void agreed(Bot bot, Couple couple) {
        for (var person : List.of(couple.ann, couple.ben)) {
            bot.people.save(
                    couple.id(person), Manners.UNSAID.setUp(Clock.systemUTC().instant()));
            if (couple.channel.id() % 2 == 0) {
                new Agreed(bot.marks, bot.people).yes(couple.room(), couple.id(person));
            } else {
                new Agreed(bot.marks, bot.people).no(couple.room(), couple.id(person));
            }
        }
        bot.marks.put("discord:server/" + guild.id(), "floor", "hard");
    }

    private void faults() {
        server.faults().lateness(Duration.ofMillis(200));
        server.faults()
                .requestsAtRandom(
                        SEED,
                        RATE,
                        new Fault.Cut(When.BEFORE),
                        new Fault.Cut(When.AFTER),
                        new Fault.ServerError(500, When.BEFORE),
                        new Fault.ServerError(500, When.AFTER),
                        new Fault.ServerError(502, When.AFTER),
                        new Fault.RateLimited(Duration.ofSeconds(1), Fault.RateLimited.Scope.ROUTE),
                        new Fault.Delay(Duration.ofMillis(300)))
                .eventsAtRandom(SEED, RATE, EventFault.TWICE, EventFault.LATE, EventFault.SWAPPED, EventFault.CUT);
    }

    private static void talk(List<Couple> couples) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(couples.size());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < couples.size(); i++) {
                Couple couple = couples.get(i);
                int talks = TALKS / COUPLES + (i < TALKS % COUPLES ? 1 : 0);
                all.add(threads.submit(() -> {
                    for (int talk = 0; talk < talks; talk++) {
                        couple.talk(STEPS);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(30, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What was late or cut off is still on its way when the last word has been typed. */
    private static void settle(Bot bot, List<Couple> couples) {
        Duration most = Duration.ofMinutes(3);
        couples.forEach(c -> Awaitility.await().atMost(most).untilAsserted(() -> takenIn(bot, c)));
        Awaitility.await().atMost(most).until(() -> bot.store.roomsOwed().isEmpty());
    }

    private static void takenIn(Bot bot, Couple couple) {
        for (Post message : couple.said) {
            assertThat(bot.store.hasSeen(couple.room(), "m/" + message.id()))
                    .as("a message was not taken in, seed " + SEED)
                    .isTrue();
        }
    }

    /** A card that was changed and then put up anew is taken away; what was said is never taken away. */
    private void checks(Bot bot, Couple couple) {
        List<Post> posts = couple.channel.everything().stream()
                .filter(p -> !p.isPrivate())
                .filter(p ->
                        !p.author().equals(couple.ann.name()) && !p.author().equals(couple.ben.name()))
                .toList();
        List<String> tags = posts.stream()
                .filter(p -> p.state() == Post.State.STANDS || p.controls().size() == 1)
                .flatMap(p -> p.controls().stream())
                .map(c -> c.customId())
                .filter(id -> id.startsWith("1:me:"))
                .toList();
        assertThat(tags).as("posted twice, seed " + SEED).doesNotHaveDuplicates();
        List<Post> said = posts.stream().filter(p -> p.controls().size() == 1).toList();
        assertThat(said).as("posted of what was owed, seed " + SEED).hasSize(owed.getOrDefault(couple.room(), 0));
        assertThat(posts)
                .as("private words in public, seed " + SEED)
                .noneMatch(p -> p.everSaid(Couple.SECRET) || p.everSaid("Help: "));
    }

    private void report(List<Couple> couples, List<String> fired) {
        int changed =
                server.wire().requests(r -> r.path().contains("/permissions/")).size();
        assertThat(changed).as("overwrites were changed").isPositive();
        int messages = couples.stream().mapToInt(c -> c.said.size()).sum();
        long posts =
                couples.stream().mapToLong(c -> c.channel.everything().size()).sum();
        System.out.printf(
                "%d talks, %d messages, %d posts in all, %d changes of overwrites, %d faults, of events: %s%n",
                TALKS, messages, posts, changed, fired.size(), ofEvents(fired));
    }

    private static Map<String, Long> ofEvents(List<String> fired) {
        return Arrays.stream(EventFault.values())
                .collect(Collectors.toMap(
                        EventFault::name,
                        fault -> fired.stream()
                                .filter(line -> line.endsWith(" " + fault))
                                .count()));
    }
}

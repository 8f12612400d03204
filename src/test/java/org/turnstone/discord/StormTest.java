package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Fault;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Post;
import org.turnstone.room.Manners;

/**
 * Twenty talks at once, and Discord refuses: whoever asks in vain 10,000 times in ten minutes is shut out by it. So it is
 * asked rarely, what is owed stays owed, and all of it is said once when it may be.
 */
class StormTest {
    private static final int TALKS = 20;
    private static final Fault MISSING_ACCESS = new Fault.Refused(403, 50001);
    private static final Fault INVALID_WEBHOOK_TOKEN = new Fault.Refused(401, 50027);

    @TempDir
    private Path home;

    private final LoopbackDiscord server = LoopbackDiscord.start();
    private final Guild guild = server.guild("Home", server.person("Olga"));
    private final List<Couple> couples = new ArrayList<>();
    private Bot bot;

    @BeforeEach
    void twenty_talks() {
        guild.inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        for (int i = 0; i < TALKS; i++) {
            couples.add(new Couple(server, guild, i, 1, Duration.ZERO));
        }
        start();
        Manners setUp = Manners.UNSAID.setUp(Instant.now());
        couples.forEach(c -> List.of(c.ann, c.ben).forEach(person -> bot.people.save(c.id(person), setUp)));
        couples.forEach(Couple::begin);
        await(() -> bot.store.roomsOwed().isEmpty());
    }

    @AfterEach
    void close() {
        bot.close();
        server.close();
    }

    private void start() {
        URI gateway = URI.create(server.gatewayUrl());
        Access access =
                new Access(server.app().token(), URI.create(server.apiUrl()), Optional.of(gateway), Turns.MESSAGES);
        bot = new Bot(home, access, Clock.systemUTC());
        assertThat(bot.start()).isTrue();
    }

    private static void await(Callable<Boolean> what) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(what);
    }

    private void everybodySpeaks() {
        for (Couple c : couples) {
            c.ann.says(c.channel, "I felt alone at the party.");
            c.ben.says(c.channel, "I felt it too.");
        }
    }

    private boolean isTakenIn(Couple c) {
        return c.ann.sees(c.channel).stream()
                .filter(p -> p.author().equals(c.ann.name()) || p.author().equals(c.ben.name()))
                .allMatch(p -> bot.store.hasSeen(c.room(), "m/" + p.id()));
    }

    private int answered(int status) {
        return server.wire().requests(r -> r.status() == status).size();
    }

    private void everythingIsSaidOnce() {
        await(() -> bot.store.roomsOwed().isEmpty());
        for (Couple c : couples) {
            assertThat(isTakenIn(c)).as("all is taken in").isTrue();
            List<String> tags = c.ann.sees(c.channel).stream()
                    .filter(p -> !p.isPrivate() && p.state() == Post.State.STANDS)
                    .flatMap(p -> p.controls().stream())
                    .map(control -> control.customId())
                    .filter(id -> id.startsWith("1:me:"))
                    .toList();
            assertThat(tags).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void with_a_token_that_counts_no_more_nothing_is_asked_after_the_first_refusal() {
        server.app().resetTokenQuietly();
        everybodySpeaks();
        await(() -> bot.trouble().contains("Developer Portal"));
        // Some were on their way already.
        assertThat(answered(401)).isBetween(1, TALKS);
        int before = answered(401);
        bot.close();
        assertThat(answered(401)).as("asked in vain").isEqualTo(before);
        start();
        everythingIsSaidOnce();
    }

    @Test
    void a_place_that_refuses_is_asked_rarely_and_the_others_go_on() {
        Couple shut = couples.get(0);
        int many = 10_000;
        server.faults()
                .next(many, "POST channels/" + shut.channel.id() + "/messages", MISSING_ACCESS)
                .next(many, "PATCH channels/" + shut.channel.id() + "/messages/*", MISSING_ACCESS);
        everybodySpeaks();
        await(() -> bot.store.roomsOwed().equals(List.of(shut.room())));
        await(() -> answered(403) >= 4);
        assertThat(answered(403)).as("asked in vain").isLessThan(20);
        server.faults().clear();
        everythingIsSaidOnce();
    }

    @Test
    void an_interaction_that_is_over_ends_nothing_else() {
        server.faults().next("POST interactions/*/*/callback", INVALID_WEBHOOK_TOKEN);
        Couple one = couples.get(0);
        one.ann.runs(one.channel, "/turn check");
        await(() -> answered(401) > 0);
        everybodySpeaks();
        everythingIsSaidOnce();
        assertThat(bot.trouble()).isEmpty();
    }
}

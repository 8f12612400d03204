package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.discord.loopback.Permission.READ_MESSAGE_HISTORY;
import static org.turnstone.discord.loopback.Permission.SEND_MESSAGES;
import static org.turnstone.discord.loopback.Permission.VIEW_CHANNEL;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstone.discord.loopback.EventFault;
import org.turnstone.discord.loopback.Fault;
import org.turnstone.discord.loopback.Fault.When;
import org.turnstone.discord.loopback.Gateway;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Speaking;

/** Whatever becomes of the connection, or of the place, in the middle of a talk: it waits, goes on, or ends kindly. */
class ConnectionLifeTest {
    private static final String WORDS = "I felt alone at the party.";
    private static final String REPLY = "You felt alone there. Is that it?";

    @TempDir
    private Path home;

    private Flat flat;

    @BeforeEach
    void begin() {
        flat = new Flat(home).setUp();
        flat.asks("us").awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        flat.ann.awaits("the card", p -> p.has(Flat.BOOK.label(Move.PASS)));
    }

    @AfterEach
    void close() {
        flat.close();
    }

    private static void await(Callable<Boolean> what) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(what);
    }

    private void awaitLeaningIn() {
        await(() -> flat.conversation().phase() instanceof LeaningIn);
        flat.ben.awaits("his card", p -> p.state() == Post.State.STANDS && p.has(Flat.BOOK.label(Move.NAME_BLOCK)));
        await(flat::owesNothing);
        assertThat(cards()).as("cards that stand").isEqualTo(1);
    }

    private long cards() {
        return flat.ann.sees(flat.kitchen).stream()
                .filter(p -> !p.isPrivate() && p.state() == Post.State.STANDS && p.has(Flat.BOOK.label(Move.PAUSE)))
                .count();
    }

    static Map<String, Consumer<Gateway>> jolts() {
        return Map.of(
                "cut",
                Gateway::cut,
                "asked to reconnect",
                Gateway::askToReconnect,
                "session gone",
                Gateway::invalidate,
                "session stumbled",
                Gateway::stumble,
                "closed with 4000",
                g -> g.closeAll(4000, "Unknown error."),
                "closed with 4009",
                g -> g.closeAll(4009, "Session timed out."),
                "closed with 1001",
                g -> g.closeAll(1001, "Going away."),
                "JDA gives up",
                g -> g.closeAll(4012, "Invalid API version."));
    }

    static Stream<String> joltNames() {
        return jolts().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("joltNames")
    void a_connection_that_is_jolted_goes_on_and_nothing_is_lost(String jolt) {
        jolts().get(jolt).accept(flat.server.gateway());
        flat.ann.says(flat.kitchen, WORDS);
        awaitLeaningIn();
        assertThat(flat.trouble()).isEmpty();
    }

    @Test
    void a_connection_that_only_seems_alive_is_given_up_for_another() {
        flat.server.limits().heartbeat(Duration.ofMillis(500));
        flat.server.faults().ignoreHeartbeats();
        int before = flat.server.gateway().resumed();
        flat.server.gateway().cut();
        await(() -> flat.server.gateway().resumed() > before + 1);
        flat.server.faults().acknowledgeHeartbeats();
        flat.ann.says(flat.kitchen, WORDS);
        awaitLeaningIn();
    }

    static Stream<Fault> faults() {
        Duration second = Duration.ofSeconds(1);
        return Stream.of(
                new Fault.RateLimited(second, Fault.RateLimited.Scope.ROUTE),
                new Fault.RateLimited(second, Fault.RateLimited.Scope.GLOBAL),
                new Fault.ServerError(500, When.BEFORE),
                new Fault.ServerError(500, When.AFTER),
                new Fault.ServerError(502, When.AFTER),
                new Fault.Cut(When.BEFORE),
                new Fault.Cut(When.AFTER));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_post_that_went_wrong_is_there_once(Fault fault) {
        flat.server.faults().next(2, "POST channels/*/messages", fault);
        flat.ann.says(flat.kitchen, WORDS);
        awaitLeaningIn();
        assertThat(flat.botPosts()).doesNotHaveDuplicates();
        assertThat(flat.server.faults().fired()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TWICE", "LATE", "CUT"})
    void a_message_that_comes_so_is_taken_in_once(String how) {
        flat.server.faults().nextEvent("MESSAGE_CREATE", EventFault.valueOf(how));
        flat.ann.says(flat.kitchen, WORDS);
        awaitLeaningIn();
        flat.server.faults().nextEvent("MESSAGE_CREATE", EventFault.valueOf(how));
        flat.ben.says(flat.kitchen, REPLY);
        flat.awaitPhase(Checking.class);
    }

    @Test
    void what_was_said_while_away_comes_first_though_it_cannot_be_read_at_once() {
        flat.server.faults().next(3, "GET channels/*/messages", new Fault.ServerError(500, When.BEFORE));
        flat.server.gateway().invalidate();
        flat.ann.says(flat.kitchen, WORDS);
        await(() -> !flat.server.faults().fired().isEmpty());
        flat.ben.says(flat.kitchen, REPLY);
        await(() -> flat.server.faults().fired().size() == 3);
        flat.awaitPhase(Checking.class);
    }

    /** It takes the two minutes for which the history is tried. */
    @Test
    @EnabledIfSystemProperty(named = "thorough", matches = "yes")
    void where_the_history_cannot_be_read_at_all_what_was_heard_meanwhile_is_taken_in() {
        flat.server.faults().next(8, "GET channels/*/messages", new Fault.ServerError(500, When.BEFORE));
        flat.server.gateway().invalidate();
        await(() -> !flat.server.faults().fired().isEmpty());
        flat.ann.says(flat.kitchen, WORDS);
        flat.ben.says(flat.kitchen, REPLY);
        flat.awaitPhase(Checking.class);
    }

    @Test
    void without_the_right_to_read_histories_what_is_said_now_does_not_wait_for_them() {
        flat.guild.botMay(VIEW_CHANNEL, SEND_MESSAGES);
        int before = flat.server.gateway().identified();
        flat.server.gateway().invalidate();
        await(() ->
                flat.server.gateway().identified() > before && flat.trouble().isEmpty());
        flat.ann.says(flat.kitchen, WORDS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> flat.conversation().phase() instanceof LeaningIn);
    }

    @Test
    void more_than_can_wait_is_read_from_the_history_and_nothing_is_lost() {
        flat.server.faults().next(1, "POST channels/*/messages", new Fault.Delay(Duration.ofSeconds(2)));
        flat.ann.says(flat.kitchen, WORDS);
        await(() -> !flat.server.faults().fired().isEmpty());
        for (int i = 0; i < 260; i++) {
            flat.ann.says(flat.kitchen, "And then, " + i + ".");
        }
        flat.ben.says(flat.kitchen, REPLY);
        flat.awaitPhase(Checking.class);
        assertThat(flat.server
                        .wire()
                        .requests(r -> r.method().equals("GET") && r.path().contains("/messages")))
                .as("the history was read")
                .isNotEmpty();
    }

    @Test
    void a_token_that_is_revoked_is_told_and_the_talk_goes_on_with_another() {
        flat.server.app().resetToken();
        await(() -> flat.trouble().contains("Developer Portal"));
        flat.ann.says(flat.kitchen, WORDS);
        flat.stop();
        assertThat(flat.server.wire().requests(r -> r.status() == 401))
                .as("asked in vain")
                .isEmpty();
        flat.start(Turns.MESSAGES);
        awaitLeaningIn();
    }

    @Test
    void thrown_out_it_asks_for_nothing_and_invited_again_it_goes_on() {
        flat.guild.kickBot();
        flat.ann.says(flat.kitchen, WORDS);
        int before = flat.server.wire().requests().size();
        flat.guild.inviteBot(VIEW_CHANNEL, SEND_MESSAGES, READ_MESSAGE_HISTORY);
        awaitLeaningIn();
        assertThat(flat.server.wire().refusals()).isEmpty();
        assertThat(before).isPositive();
    }

    @Test
    void thrown_out_in_the_middle_of_a_post_it_is_said_when_it_is_back() {
        flat.server.faults().next("POST channels/*/messages", new Fault.ServerError(500, When.BEFORE));
        flat.ann.says(flat.kitchen, WORDS);
        await(() -> !flat.server.faults().fired().isEmpty());
        flat.guild.kickBot();
        flat.guild.inviteBot(VIEW_CHANNEL, SEND_MESSAGES, READ_MESSAGE_HISTORY);
        awaitLeaningIn();
        await(flat::owesNothing);
        assertThat(flat.botPosts()).doesNotHaveDuplicates();
    }

    private void wordsThatWaited() {
        flat.ben.says(flat.kitchen, "I was there all the time.");
        await(() -> !flat.conversation().ledger().held().isEmpty());
        await(flat::owesNothing);
    }

    private void endsKindly() {
        await(() -> flat.rooms.conversation(flat.room()).isEmpty());
        await(flat::owesNothing);
        assertThat(flat.notes())
                .last()
                .satisfies(note -> assertThat(note.words()).contains("I was there all the time."));
    }

    @Test
    void a_channel_that_is_deleted_ends_its_talk_and_gives_words_back() {
        wordsThatWaited();
        flat.kitchen.delete();
        endsKindly();
        assertThat(flat.server.wire().refusals()).isEmpty();
    }

    @Test
    void so_does_one_that_is_deleted_while_it_is_away() {
        wordsThatWaited();
        flat.stop();
        flat.kitchen.delete();
        flat.start(Turns.MESSAGES);
        endsKindly();
        assertThat(flat.server.wire().refusals()).as("asked once").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void somebody_who_leaves_the_server_can_be_waited_for_or_not() {
        flat.guild.leave(flat.ben);
        flat.ann.says(flat.kitchen, WORDS);
        await(() -> flat.conversation().phase() instanceof LeaningIn);
        flat.presses(flat.ann, Move.STOP);
        flat.awaitPhase(Open.class);
        assertThat(flat.server.wire().refusals()).isEmpty();
    }
}

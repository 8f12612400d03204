package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.WireLog;
import org.turnstone.floor.Aside;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Speaking;

/**
 * Everything that the bot sends into a channel over the wire, with the platform's own numbers put aside: the same after a step
 * aside as after a pause, and the same after a set-up that said no as after a private "not today" for a week.
 */
class AlikeOnTheWireTest {
    private static final Duration A_WEEK = Duration.ofDays(7);

    @TempDir
    private Path one;

    @TempDir
    private Path other;

    /** What went out into the channel while something happened there, in order. */
    private static List<String> sent(Path home, Consumer<Flat> before, Consumer<Flat> happens) {
        try (Flat flat = Flat.byThePlatformsClock(home).setUp()) {
            before.accept(flat);
            flat.server.wire().clear();
            happens.accept(flat);
            Awaitility.await("the old card has gone, or says the new")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> flat.server.wire().requests().stream()
                            .anyMatch(r ->
                                    r.method().equals("DELETE") || r.method().equals("PATCH")));
            return flat.server.wire().requests(r -> r.path().startsWith("channels/")).stream()
                    .map(AlikeOnTheWireTest::plain)
                    .toList();
        }
    }

    /** Snowflakes, nonces and the minute of the day differ from talk to talk. */
    private static String plain(WireLog.Request request) {
        return (request.method() + " " + request.path() + " " + request.query() + " " + request.body() + " "
                        + request.status())
                .replaceAll("<t:\\d+:(\\w)>", "<t:$1>")
                .replaceAll("\"nonce\":\"[^\"]*\"", "\"nonce\"")
                .replaceAll("1:me:[\\w-]+", "1:me:REF")
                .replaceAll("\\d{15,}", "ID");
    }

    private static void begins(Flat flat) {
        flat.asks("us").awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        flat.ann.awaits("the pass button", p -> p.has(Flat.BOOK.label(Move.PASS)));
    }

    @Test
    void a_step_aside_and_an_ordinary_pause() {
        List<String> paused = sent(one, AlikeOnTheWireTest::begins, flat -> {
            flat.ann.says(flat.kitchen, "I need to stop");
            flat.awaitPhase(Paused.class);
            flat.ben.awaits("the pause", p -> p.text().startsWith("A pause"));
        });
        List<String> aside = sent(other, AlikeOnTheWireTest::begins, flat -> {
            flat.ann.says(flat.kitchen, "Last week you hit me");
            flat.awaitPhase(Aside.class);
            flat.ben.awaits("the pause", p -> p.text().startsWith("A pause"));
        });
        assertThat(aside).isEqualTo(paused).isNotEmpty();
    }

    /** Long after, too: the pause ends, each is asked, and nobody answers. */
    @Test
    void a_step_aside_and_an_ordinary_pause_to_which_nobody_comes_back() {
        areAlikeWhenTheyEnd(flat -> {
            flat.server.clock().advance(Duration.ofDays(1));
            flat.awaitCard(Prompt.STATUS_NOT_RETURNED);
        });
    }

    /** And when both come back, the floor is where it was. */
    @Test
    void a_step_aside_and_an_ordinary_pause_from_which_both_come_back() {
        areAlikeWhenTheyEnd(flat -> {
            flat.presses(flat.ben, Move.GO_ON);
            flat.presses(flat.ann, Move.GO_ON);
            flat.awaitPhase(Speaking.class);
        });
    }

    private void areAlikeWhenTheyEnd(Consumer<Flat> then) {
        List<String> paused = sent(one, AlikeOnTheWireTest::begins, flat -> {
            ends(flat, "I need to stop", Paused.class);
            then.accept(flat);
        });
        List<String> aside = sent(other, AlikeOnTheWireTest::begins, flat -> {
            ends(flat, "Last week you hit me", Aside.class);
            then.accept(flat);
        });
        assertThat(aside).isEqualTo(paused).isNotEmpty();
    }

    private static void ends(Flat flat, String words, Class<? extends Phase> phase) {
        flat.ann.says(flat.kitchen, words);
        flat.awaitPhase(phase);
        flat.ben.awaits("the pause", p -> p.text().startsWith("A pause"));
        flat.server.clock().advance(Duration.ofDays(1));
        flat.awaitCard(Prompt.STATUS_RETURNING);
    }

    private static void asksInVain(Flat flat) {
        flat.asks("us").awaitPost();
        flat.awaitPhase(Inviting.class);
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Open.class);
        flat.ben.awaits(
                "the neutral sentence",
                p -> Flat.BOOK.wordings(Prompt.NOT_STARTING).stream().anyMatch(p.text()::contains));
    }

    @Test
    void a_set_up_that_said_no_and_a_private_not_today_for_a_week() {
        List<String> refused = sent(
                one,
                flat -> flat.rooms.open(
                        flat.room(), Circle.couple(Flat.id(flat.ann), Flat.id(flat.ben)), Customs.in(ZoneOffset.UTC)),
                flat -> {
                    flat.rooms.notBefore(
                            flat.room(), Flat.id(flat.ben), flat.clock.instant().plus(A_WEEK));
                    asksInVain(flat);
                });
        List<String> notToday = sent(other, flat -> {}, flat -> {
            flat.people.save(
                    Flat.id(flat.ben),
                    flat.people
                            .of(Flat.id(flat.ben))
                            .restingAWeekUntil(flat.clock.instant().plus(A_WEEK)));
            asksInVain(flat);
        });
        assertThat(notToday).isEqualTo(refused).isNotEmpty();
    }
}

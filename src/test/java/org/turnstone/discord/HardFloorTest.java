package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.discord.loopback.Permission.ADD_REACTIONS;
import static org.turnstone.discord.loopback.Permission.ADMINISTRATOR;
import static org.turnstone.discord.loopback.Permission.CREATE_PRIVATE_THREADS;
import static org.turnstone.discord.loopback.Permission.CREATE_PUBLIC_THREADS;
import static org.turnstone.discord.loopback.Permission.EMBED_LINKS;
import static org.turnstone.discord.loopback.Permission.MANAGE_ROLES;
import static org.turnstone.discord.loopback.Permission.READ_MESSAGE_HISTORY;
import static org.turnstone.discord.loopback.Permission.SEND_MESSAGES;
import static org.turnstone.discord.loopback.Permission.SEND_MESSAGES_IN_THREADS;
import static org.turnstone.discord.loopback.Permission.VIEW_CHANNEL;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Overwrite;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Closing;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** The floor is held where both want it and for both alike, and whatever a channel said before it says again afterwards. */
class HardFloorTest {
    static final Permission[] ENOUGH = {
        VIEW_CHANNEL,
        SEND_MESSAGES,
        READ_MESSAGE_HISTORY,
        MANAGE_ROLES,
        SEND_MESSAGES_IN_THREADS,
        CREATE_PUBLIC_THREADS,
        CREATE_PRIVATE_THREADS
    };

    @TempDir
    private Path home;

    private Flat flat;
    private Set<Overwrite> before;

    @BeforeEach
    void begin() {
        flat = new Flat(home).setUp();
        flat.guild.botMay(ENOUGH);
        flat.kitchen.overwrite(flat.ben, Permission.of(EMBED_LINKS, SEND_MESSAGES), Permission.of(ADD_REACTIONS));
        before = now();
        Post settings = flat.olga.runs(flat.kitchen, "/turn settings").awaitPost();
        flat.olga
                .chooses(settings, CustomId.of(ServerSettings.SETTING, "floor"), text(Text.SETTINGS_FLOOR_HARD))
                .awaitAnswer();
    }

    @AfterEach
    void close() {
        flat.stop();
        assertThat(now()).as("what the channel says, once the bot has gone").isEqualTo(before);
        assertThat(flat.server.wire().refusals()).as("nothing is tried in vain").isEmpty();
        flat.server.close();
    }

    private static String text(Text text) {
        return Flat.BOOK.text(text);
    }

    private Set<Overwrite> now() {
        return Set.copyOf(flat.kitchen.overwrites());
    }

    private void answers(Person who, Post asked, Text answer) {
        assertThat(asked.isPrivate()).isTrue();
        assertThat(asked.text()).isEqualTo(text(Text.HOLD_QUESTION));
        who.presses(asked, text(answer)).awaitAnswer();
    }

    /** Ann asks for a turn, Ben comes, and each answers alone. */
    private void talkBegins(Text ann, Text ben) {
        answers(flat.ann, flat.asks("us").awaitPost(), ann);
        Post invitation = flat.ben.awaits("the invitation", p -> p.has(Flat.BOOK.label(Move.HERE)));
        Post asked = flat.ben.presses(invitation, Flat.BOOK.label(Move.HERE)).awaitPost();
        answers(flat.ben, asked, ben);
        flat.awaitPhase(Speaking.class);
        flat.ann.awaits("the card", p -> p.has(Flat.BOOK.label(Move.PASS)));
    }

    /** Both agreed, and Ben, who has the second turn, has it while Ann waits. */
    private void annWaits() {
        talkBegins(Text.HOLD_YES, Text.HOLD_YES);
        flat.ann.says(flat.kitchen, "I felt alone at the party.");
        flat.awaitPhase(LeaningIn.class);
        flat.ben.says(flat.kitchen, "You felt alone there. Is that it?");
        flat.awaitPhase(Checking.class);
        flat.presses(flat.ann, Move.THATS_IT);
        flat.awaitPhase(Closing.class);
        flat.presses(flat.ann, Move.NOW_YOU);
        flat.awaitPhase(Speaking.class);
        await(() -> !flat.ann.canSay(flat.kitchen));
    }

    private static void await(java.util.concurrent.Callable<Boolean> what) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(what);
    }

    @Test
    void whoever_waits_cannot_write_and_can_again_when_it_is_their_turn() {
        annWaits();
        assertThat(flat.ben.canSay(flat.kitchen)).isTrue();
        Overwrite held = flat.kitchen.overwrites().stream()
                .filter(o -> o.id() == flat.ann.id())
                .findFirst()
                .orElseThrow();
        assertThat(held.deny())
                .isEqualTo(Permission.of(
                        SEND_MESSAGES, SEND_MESSAGES_IN_THREADS, CREATE_PUBLIC_THREADS, CREATE_PRIVATE_THREADS));
        assertThat(held.allow()).isZero();
        flat.ben.says(flat.kitchen, "I was scared to say the wrong thing.");
        flat.awaitPhase(LeaningIn.class);
        await(() -> now().equals(before));
    }

    @Test
    void a_pause_and_a_stop_give_everything_back() {
        annWaits();
        flat.presses(flat.ann, Move.PAUSE);
        flat.awaitPhase(Paused.class);
        await(() -> now().equals(before));
        flat.presses(flat.ann, Move.STOP);
        flat.awaitPhase(Open.class);
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void consent_taken_back_counts_at_once() {
        annWaits();
        Post card = flat.ann.awaits("the card", p -> p.state() == Post.State.STANDS && p.has(text(Text.JUST_FOR_ME)));
        Post mine = flat.ann.presses(card, text(Text.JUST_FOR_ME)).awaitPost();
        flat.ann.presses(mine, text(Text.HOLD_NO)).awaitAnswer();
        await(() -> now().equals(before));
        assertThat(flat.conversation().phase()).isInstanceOf(Speaking.class);
        assertThat(flat.ann.canSay(flat.kitchen)).isTrue();
    }

    @Test
    void taking_back_everything_takes_this_back_too() {
        annWaits();
        Post mine = flat.ann.runs(flat.guild.textChannel("garden"), "/turn me").awaitPost();
        flat.ann.presses(mine, text(Text.MY_CONSENT_BACK)).awaitAnswer();
        await(() -> now().equals(before));
        flat.people.save(Flat.id(flat.ann), org.turnstone.room.Manners.UNSAID.setUp(flat.clock.instant()));
        Agreed agreed = new Agreed(flat.marks(), flat.people);
        assertThat(agreed.has(flat.room(), Flat.id(flat.ann))).isFalse();
        assertThat(agreed.has(flat.room(), Flat.id(flat.ben))).isTrue();
    }

    @Test
    void one_yes_is_not_enough() {
        talkBegins(Text.HOLD_YES, Text.HOLD_NO);
        flat.presses(flat.ann, Move.PASS);
        flat.ben.awaits("the card", p -> p.has(Flat.BOOK.label(Move.PASS)));
        assertThat(now()).isEqualTo(before);
        assertThat(flat.server.wire().requests(r -> r.path().contains("/permissions/")))
                .isEmpty();
    }

    @Test
    void with_an_administrator_it_holds_for_neither_and_names_nobody() {
        flat.guild.give(flat.ben, flat.guild.role("boss", ADMINISTRATOR));
        Post asked = flat.asks("us").awaitPost();
        Post answer = flat.ann
                .presses(asked, text(Text.HOLD_YES))
                .awaitAnswer()
                .post()
                .orElseThrow();
        assertThat(answer.text())
                .isEqualTo(text(Text.HOLD_NOT_FOR_BOTH))
                .doesNotContain("Ann")
                .doesNotContain("Ben");
        Post invitation = flat.ben.awaits("the invitation", p -> p.has(Flat.BOOK.label(Move.HERE)));
        Post asksBen = flat.ben.presses(invitation, Flat.BOOK.label(Move.HERE)).awaitPost();
        answers(flat.ben, asksBen, Text.HOLD_YES);
        flat.awaitPhase(Speaking.class);
        flat.presses(flat.ann, Move.PASS);
        flat.ben.awaits("the card", p -> p.has(Flat.BOOK.label(Move.PASS)));
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void in_a_thread_it_is_not_held() {
        var thread = flat.guild.privateThread(flat.kitchen, "aside", flat.ann, flat.ben);
        Post asked = flat.ann
                .runs(thread, "/turn start", Map.of("partner", flat.ben))
                .awaitPost();
        Post answer = flat.ann
                .presses(asked, text(Text.HOLD_YES))
                .awaitAnswer()
                .post()
                .orElseThrow();
        assertThat(answer.text()).isEqualTo(text(Text.HOLD_ONLY_IN_CHANNELS));
    }

    @Test
    void where_nobody_chose_it_nobody_is_asked() {
        Post settings = flat.olga.runs(flat.kitchen, "/turn settings").awaitPost();
        flat.olga
                .chooses(settings, CustomId.of(ServerSettings.SETTING, "floor"), text(Text.SETTINGS_FLOOR_SOFT))
                .awaitAnswer();
        assertThat(flat.asks("us").awaitPost().text()).isNotEqualTo(text(Text.HOLD_QUESTION));
    }

    @Test
    void a_right_lost_meanwhile_is_told_once_and_used_when_it_is_back() {
        annWaits();
        flat.guild.botMay(VIEW_CHANNEL, SEND_MESSAGES, READ_MESSAGE_HISTORY);
        flat.presses(flat.ben, Move.STOP);
        flat.awaitPhase(Open.class);
        flat.olga.awaits(flat.olga.directChannel(), "Manage Permissions");
        assertThat(flat.ann.canSay(flat.kitchen)).isFalse();
        flat.guild.botMay(ENOUGH);
        await(() -> now().equals(before));
        assertThat(flat.olga.sees(flat.olga.directChannel())).hasSize(1);
    }

    @Test
    void after_a_stop_of_the_program_nobody_is_held_and_the_next_turn_holds_again() {
        annWaits();
        flat.stop();
        assertThat(now()).isEqualTo(before);
        flat.start(Turns.MESSAGES);
        flat.presses(flat.ben, Move.STOP);
        flat.awaitPhase(Open.class);
        flat.asks("us").awaitAnswer();
        flat.presses(flat.ben, Move.HERE);
        await(() -> !flat.ben.canSay(flat.kitchen));
        assertThat(flat.ann.canSay(flat.kitchen)).isTrue();
        flat.presses(flat.ann, Move.STOP);
        await(() -> now().equals(before));
    }

    @Test
    void somebody_who_left_finds_the_door_open_when_they_come_back() {
        annWaits();
        flat.guild.leave(flat.ann);
        flat.presses(flat.ben, Move.STOP);
        await(() -> now().equals(before));
    }

    @Test
    void of_a_channel_that_is_gone_nothing_is_kept() {
        annWaits();
        flat.kitchen.delete();
        await(() -> new Formers(flat.marks()).channels().isEmpty());
        before = now();
        assertThat(List.copyOf(before)).isNotEmpty();
    }
}

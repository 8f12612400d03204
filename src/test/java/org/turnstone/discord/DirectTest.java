package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Closing;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;

/**
 * The couple's own direct channel, where there is no server and the bot is not in: Ann has installed it for herself, and
 * everything rides on what the two press.
 */
class DirectTest {
    @TempDir
    private Path home;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = Hall.direct(home, "Ann", "Ben").setUp();
    }

    @AfterEach
    void close() {
        hall.report().keepsTheRules();
        hall.close();
    }

    private static String write() {
        return Hall.BOOK.text(Text.WRITE_HERE);
    }

    private void begins() {
        hall.runs("Ann", "/turn start", Map.of("partner", hall.person("Ben"), "topic", "the party"));
        hall.presses("Ben", Move.HERE);
        hall.awaitsFloor("Ann");
    }

    @Test
    void a_quick_turn_for_each_without_any_server() {
        begins();
        hall.writes("Ann", write(), "I felt alone at the party @everyone");
        hall.awaits(LeaningIn.class);
        assertThat(hall.justForMe("Ben").text()).contains("lean in");
        hall.writes("Ben", write(), "You were alone there. I get that.");
        hall.awaits(Checking.class);
        hall.presses("Ann", Move.THATS_IT);
        hall.awaits(Closing.class);
        hall.presses("Ben", Move.NOW_YOU);
        hall.awaitsFloor("Ben");
        hall.writes("Ben", write(), "I was tired and felt useless.");
        hall.writes("Ann", write(), "That makes sense to me.");
        hall.awaits(Checking.class);
        hall.presses("Ben", Move.CLOSE_ENOUGH);
        hall.awaits(Closing.class);
        hall.presses("Ann", Move.ENOUGH);
        hall.awaits(Open.class);
        Post said = hall.person("Ben").awaits(hall.channel, "I felt alone at the party");
        assertThat(said.isPrivate()).isFalse();
        assertThat(hall.server.wire().requests(r -> r.path().startsWith("channels/" + hall.channel.id())))
                .as("the bot is not in that channel")
                .isEmpty();
        hall.report().only(hall.person("Ben"), "what Ann said").atMost(30);
    }

    @Test
    void what_is_held_of_one_is_had_and_erased_there_too() {
        begins();
        Person ben = hall.person("Ben");
        Post nothing = hall.justForMe("Ben");
        Post me = hall.answer(ben.presses(nothing, Hall.BOOK.text(Text.COMMAND_ME)));
        assertThat(me.isPrivate()).isTrue();
        Post given = hall.answer(ben.presses(me, Hall.BOOK.text(Text.MY_DATA)));
        assertThat(given.text()).contains(Hall.BOOK.text(Text.MY_DATA_HERE));
        assertThat(given.isPrivate()).isTrue();
        Post sure = hall.answer(ben.presses(me, Hall.BOOK.text(Text.FORGET_ME)));
        Post gone = hall.answer(ben.presses(sure, Hall.BOOK.text(Text.FORGET_ME_NOW)));
        assertThat(gone.text()).contains(Hall.BOOK.text(Text.FORGOTTEN));
        assertThat(hall.bot.store.roomsOf(Hall.id(ben))).isEmpty();
    }

    @Test
    void what_time_brings_is_said_at_the_next_press_and_reminded_of_by_a_direct_message() {
        Manners manners = hall.bot.people.of(Hall.id(hall.person("Ann")));
        hall.bot.people.save(Hall.id(hall.person("Ann")), manners.withReach(Manners.Reach.DIRECT_MESSAGE));
        begins();
        hall.answer(hall.presses("Ben", Move.PAUSE));
        hall.awaits(Paused.class);
        hall.person("Ann").awaits(hall.channel, "A pause.");
        int before = hall.report().posts().size();
        hall.later(Duration.ofHours(2));
        Post reminded =
                hall.person("Ann").awaits(hall.person("Ann").directChannel(), Hall.BOOK.text(Text.SOMETHING_FOR_YOU));
        assertThat(reminded.text()).doesNotContain("Ben");
        assertThat(hall.report().posts()).hasSize(before);
        Post asked = hall.justForMe("Ann");
        hall.person("Ann").presses(asked, Hall.BOOK.label(Move.GO_ON)).awaitAnswer();
        hall.presses("Ben", Move.GO_ON);
        hall.awaits(Speaking.class);
        hall.person("Ben").awaits("the floor", p -> !p.isPrivate() && p.has(Hall.BOOK.label(Move.PASS)));
    }

    @Test
    void what_nobody_was_there_for_is_said_at_the_next_press_without_what_is_past() {
        Manners manners = hall.bot.people.of(Hall.id(hall.person("Ann")));
        begins();
        hall.answer(hall.presses("Ben", Move.PAUSE));
        hall.person("Ann").awaits(hall.channel, "A pause.");
        hall.later(Duration.ofMinutes(21));
        Awaitility.await().until(() -> hall.mayPress("Ann", Move.NOT_NOW));
        hall.justForMe("Ann");
        hall.bot.people.save(Hall.id(hall.person("Ann")), manners.withReach(Manners.Reach.DIRECT_MESSAGE));
        hall.later(Duration.ofMinutes(31));
        Awaitility.await().until(() -> hall.mayPress("Ann", Move.ONE_LINE));
        hall.person("Ann").awaits(hall.person("Ann").directChannel(), Hall.BOOK.text(Text.SOMETHING_FOR_YOU));
        hall.later(Duration.ofDays(1));
        hall.justForMe("Ben");
        hall.person("Ben")
                .awaits(hall.channel, Hall.BOOK.wordings(Prompt.NOT_PICKING_UP).get(0));
    }

    @Test
    void a_card_that_a_later_one_overtakes_is_not_put_up() {
        begins();
        hall.answer(hall.presses("Ben", Move.PAUSE));
        hall.person("Ann").awaits(hall.channel, "A pause.");
        hall.later(Duration.ofMinutes(21));
        Awaitility.await().until(() -> hall.mayPress("Ann", Move.NOT_NOW));
        hall.later(Duration.ofMinutes(31));
        Awaitility.await().until(() -> hall.mayPress("Ann", Move.ONE_LINE));
        hall.justForMe("Ann");
        hall.person("Ben").awaits("the card", p -> p.has(Hall.BOOK.label(Move.ONE_LINE)));
        hall.report().neverAloud(Hall.BOOK.wordings(Prompt.STATUS_RETURNING).get(0));
    }

    @Test
    void a_pause_and_a_step_aside_look_the_same_there_too() {
        begins();
        Post help = hall.answer(hall.writes("Ann", write(), "Last week you hit me and I am afraid"));
        hall.person("Ben").awaits(hall.channel, "A pause.");
        assertThat(help.text()).startsWith("Help: PARTNER_VIOLENCE");
        assertThat(hall.justForMe("Ben").text()).isEqualTo(Hall.BOOK.text(Text.NOTHING_JUST_NOW));
        hall.report().neverAloud("you hit me").only(hall.person("Ann"), "Help");
    }

    @Test
    void a_group_or_a_third_person_is_no_place_for_the_two() {
        Person cleo = hall.server.person("Cleo");
        Post third = hall.runs("Ann", "/turn start", Map.of("partner", cleo));
        assertThat(third.text()).isEqualTo(Hall.BOOK.text(Text.NOT_IN_THIS_DIRECT_CHANNEL));
        Channel group = hall.person("Ann").directChannelWith(hall.person("Ben"), cleo);
        Post told = hall.answer(hall.person("Ann").runs(group, "/turn start", Map.of("partner", hall.person("Ben"))));
        assertThat(told.text()).isEqualTo(Hall.BOOK.text(Text.NOT_IN_THIS_DIRECT_CHANNEL));
        assertThat(hall.report().posts()).isEmpty();
    }

    @Test
    void ones_own_message_can_be_read_there_too() {
        Post mine = hall.person("Ann").says(hall.channel, "You always leave me alone.");
        Post read =
                hall.answer(hall.person("Ann").usesMessageCommand(mine, Hall.BOOK.text(Text.COMMAND_READ_MY_WORDS)));
        assertThat(read.text()).contains("You always");
        hall.report().only(hall.person("Ann"), read.text());
    }

    @Test
    void after_a_restart_the_next_press_goes_on_where_it_was() {
        begins();
        hall.person("Ann").awaits("the floor", p -> p.has(Hall.BOOK.label(Move.PASS)));
        hall.sleeps();
        hall.wakes();
        hall.writes("Ann", write(), "I felt alone at the party");
        hall.awaits(LeaningIn.class);
        hall.person("Ben").awaits(hall.channel, "I felt alone");
        Post card = hall.person("Ben").awaits("the card", p -> p.has(Hall.BOOK.label(Move.LEAN_YES)));
        Awaitility.await().untilAsserted(() -> assertThat(cards()).containsExactly(card.id()));
    }

    private List<Long> cards() {
        return hall.report().posts().stream()
                .filter(p -> p.state() == Post.State.STANDS && p.has(write()))
                .map(Post::id)
                .toList();
    }

    @Test
    void circles_need_a_server() {
        Post told = hall.runs("Ann", "/turn circle", Map.of());
        assertThat(told.text()).isEqualTo(Hall.BOOK.text(Text.CIRCLES_NEED_A_SERVER));
    }
}

package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Closing;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;
import org.turnstone.room.WhenToTalk;

/** Circles in a server's channel, by the real JDA. */
class CircleTest {
    @TempDir
    private Path home;

    private Hall hall;

    @AfterEach
    void close() {
        hall.report().keepsTheRules();
        hall.close();
    }

    private Hall gathers(String... guests) {
        hall.runs("Ann", "/turn circle", Map.of("minutes", 30, "topic", "coming home", "cokeeper", hall.person("Ben")));
        hall.awaits(Inviting.class);
        for (String guest : guests) {
            hall.presses(guest, Move.HERE);
        }
        return hall;
    }

    private Hall begun() {
        hall = Hall.of(home, "Ann", "Ben", "Cleo", "Dan", "Eve", "Fay").setUp();
        gathers("Ben", "Cleo", "Dan", "Eve").presses("Ann", Move.BEGIN);
        return hall.awaitsFloor("Ann");
    }

    private static String hearFrom() {
        return Hall.BOOK.text(Text.WITNESSES_QUESTION);
    }

    @Test
    void five_people_with_witnesses_from_the_first_word_to_the_closing_round() {
        begun();
        hall.presses("Ann", Move.WITNESSES);
        Post question = hall.person("Ann")
                .awaits("the question", p -> p.isPrivate() && p.text().contains(hearFrom()));
        hall.person("Ann")
                .chooses(question, question.controls().get(0).customId(), "2")
                .awaitAnswer();
        hall.says("Ann", "When I come home I sit in the car for a while.");
        hall.says("Cleo", "Oh, I know that so well.");
        hall.presses("Ann", Move.PASS);
        hall.awaits(LeaningIn.class);
        hall.says("Ben", "I hear how tired you are.");
        hall.says("Cleo", "The car stayed with me.");
        hall.awaits(Checking.class);
        Post asked = hall.justForMe("Ann");
        assertThat(asked.text()).isIn(Hall.BOOK.wordings(Prompt.FELT_HEARD_IN_PRIVATE));
        hall.person("Ann").presses(asked, Hall.BOOK.label(Move.THATS_IT)).awaitAnswer();
        hall.awaitsFloor("Ben").presses("Ben", Move.PASS);
        hall.awaitsFloor("Cleo");
        assertThat(hall.justForMe("Cleo").text()).contains("I know that so well");
        hall.says("Cleo", "I am glad to be here.");
        hall.presses("Cleo", Move.PASS);
        hall.awaitsFloor("Dan").presses("Ann", Move.SKIP);
        hall.awaitsFloor("Eve").presses("Eve", Move.LEAVE);
        hall.awaits(Closing.class);
        hall.says("Ben", "Lighter.");
        hall.presses("Ben", Move.ENOUGH);
        hall.awaits(Open.class);
        hall.report()
                .only(hall.person("Ann"), asked.text())
                .only(hall.person("Cleo"), "I know that so well")
                .neverAloud("I know that so well", "Eve has left")
                .atMost(30);
        Post others = hall.answer(hall.presses("Dan", Move.BEGIN));
        assertThat(others.text()).contains("can open one");
        hall.presses("Ann", Move.BEGIN);
        hall.awaits(Inviting.class);
    }

    @Test
    void what_one_should_know_is_said_before_one_comes_in() {
        hall = Hall.of(home, "Ann", "Ben", "Cleo").setUp();
        gathers();
        List<String> said = hall.report().posts().stream().map(Post::text).toList();
        assertThat(said.get(0)).contains("30 minutes");
        assertThat(said.get(1)).contains("coming home");
        assertThat(said.get(2)).contains("screenshots", "moderators");
        assertThat(hall.conversation().circle().order()).hasSize(2);
    }

    @Test
    void nobody_comes_in_once_it_has_opened() {
        begun();
        Post old = hall.person("Fay").awaits("the floor", p -> p.has(Hall.BOOK.label(Move.RAISE_HAND)));
        Post answer = hall.person("Fay")
                .presses(old, Hall.BOOK.label(Move.RAISE_HAND))
                .awaitPost();
        assertThat(answer.text()).isEqualTo(Hall.BOOK.text(Text.CIRCLE_IS_CLOSED));
        hall.says("Fay", "I'm here");
        assertThat(hall.conversation().circle().has(Hall.id(hall.person("Fay"))))
                .isFalse();
    }

    @Test
    void a_set_up_that_says_no_keeps_nobody_else_away() {
        hall = Hall.of(home, "Ann", "Ben", "Cleo", "Dan", "Eve");
        for (String name : List.of("Ann", "Ben", "Cleo", "Eve")) {
            hall.isSetUp(name);
        }
        gathers("Ben", "Cleo");
        Post step = hall.answer(hall.presses("Dan", Move.HERE));
        for (Text next : List.of(Text.SET_UP_NEXT, Text.SET_UP_NEXT, Text.SET_UP_REACH_BY_BUTTON)) {
            step = hall.presses("Dan", step, Hall.BOOK.text(next));
        }
        hall.answersCheck("Dan", step, Text.CHECK_YES, Text.CHECK_NO, Text.CHECK_YES);
        Post neutral = hall.answer(hall.presses("Dan", Move.HERE));
        assertThat(neutral.text()).isIn(Hall.BOOK.wordings(Prompt.NOT_STARTING));
        hall.presses("Eve", Move.HERE);
        hall.presses("Ann", Move.BEGIN);
        hall.awaitsFloor("Ann");
        assertThat(hall.conversation().circle().order()).hasSize(4);
        hall.report().only(hall.person("Dan"), neutral.text());
    }

    @Test
    void two_who_cannot_have_a_talk_of_their_own_are_not_brought_together_in_a_circle() {
        hall = Hall.of(home, "Ann", "Ben", "Cleo").setUp();
        var until = hall.server.clock().instant().plus(Duration.ofDays(3));
        hall.bot.people.setNotBefore(WhenToTalk.pair(Hall.id(hall.person("Cleo")), Hall.id(hall.person("Ann"))), until);
        gathers("Ben");
        Post neutral = hall.answer(hall.presses("Cleo", Move.HERE));
        assertThat(neutral.text()).isIn(Hall.BOOK.wordings(Prompt.NOT_STARTING));
        assertThat(hall.conversation().circle().has(Hall.id(hall.person("Cleo"))))
                .isFalse();
        hall.report().only(hall.person("Cleo"), neutral.text());
    }

    @Test
    void somebody_lets_the_keeper_know_and_nobody_else() {
        begun();
        Post told = hall.answer(hall.presses("Eve", Move.ASK_SUPPORT));
        assertThat(told.text()).contains("Ann");
        Post heard = hall.justForMe("Ann");
        assertThat(heard.text()).contains("Eve", "support");
        assertThat(hall.justForMe("Dan").text()).isEqualTo(Hall.BOOK.text(Text.NOTHING_JUST_NOW));
        hall.report().only(hall.person("Eve"), told.text()).neverAloud("Eve could use", heard.text());
    }

    @Test
    void time_that_is_up_is_told_to_those_who_keep_it() {
        begun().later(Duration.ofMinutes(31));
        Awaitility.await()
                .until(() ->
                        !hall.bot.notes.waiting(Hall.id(hall.person("Ben"))).isEmpty());
        Post told = hall.justForMe("Ben");
        assertThat(told.text()).contains(Hall.BOOK.wordings(Prompt.TIME_IS_UP).get(0));
        hall.person("Ben").presses(told, Hall.BOOK.label(Move.EXTEND)).awaitAnswer();
        hall.person("Eve").awaits(hall.channel, "quarter of an hour more");
        assertThat(hall.conversation().phase()).isInstanceOf(Speaking.class);
    }
}

package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Control;
import org.turnstone.discord.loopback.OpenModal;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Aside;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Closing;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Prompt;
import org.turnstone.prompts.Text;

/**
 * Evenings of a couple on Discord, played by the real JDA against the loopback server, and what went over the wire: who could
 * see what, who was notified, how much was said, how long a press waited. A failure shows the whole evening.
 */
class ScriptsTest {
    @TempDir
    private Path home;

    @TempDir
    private Path otherHome;

    private static String text(Text text) {
        return Hall.BOOK.text(text);
    }

    private static void asks(Hall hall, String command) {
        hall.runs("Ann", command, Map.of("partner", hall.person("Ben"), "topic", "the party"));
        hall.awaits(Inviting.class);
    }

    private static Hall begins(Hall hall, String command) {
        asks(hall, command);
        hall.presses("Ben", Move.HERE);
        return hall.awaitsFloor("Ann");
    }

    @Test
    void quick_turns_over_two_days_with_a_night_and_a_restart_in_between() {
        try (Hall hall = Hall.of(home, "Ann", "Ben").setUp()) {
            begins(hall, "/turn start");
            hall.says("Ann", "I felt alone at the party last night.");
            hall.awaits(LeaningIn.class);
            hall.says("Ben", "You were alone there, and I didn't see it.");
            hall.awaits(Checking.class);
            hall.presses("Ann", Move.THATS_IT);
            hall.awaits(Closing.class);
            hall.presses("Ben", Move.KEEP_TURN);
            hall.awaits(Open.class);
            assertThat(hall.conversation().ledger().owed()).containsExactly(Hall.id(hall.person("Ben")));
            hall.sleeps();
            hall.later(Duration.ofHours(24));
            hall.says("Ann", "Good morning!");
            hall.wakes();
            hall.runs("Ben", "/turn start", Map.of("partner", hall.person("Ann")));
            hall.presses("Ann", Move.HERE);
            hall.awaitsFloor("Ben");
            hall.says("Ann", "And I am sorry about the car.");
            hall.says("Ben", "I was tired and felt useless.");
            hall.awaits(LeaningIn.class);
            hall.says("Ann", "You felt useless. That makes sense to me.");
            hall.awaits(Checking.class);
            hall.presses("Ben", Move.CLOSE_ENOUGH);
            hall.awaits(Closing.class);
            Post kept = hall.justForMe("Ann");
            assertThat(kept.text()).contains("sorry about the car");
            hall.presses("Ann", Move.ENOUGH);
            hall.awaits(Open.class);
            assertThat(hall.conversation().ledger().owed())
                    .as("today it was Ann who had no turn")
                    .containsExactly(Hall.id(hall.person("Ann")));
            hall.report()
                    .keepsTheRules()
                    .only(hall.person("Ann"), "sorry about the car")
                    .neverAloud("Good morning")
                    .atMost(24);
        }
    }

    @Test
    void a_topic_for_another_time_is_found_by_the_other_and_taken_up() {
        try (Hall hall = Hall.of(home, "Ann", "Ben").setUp()) {
            begins(hall, "/turn talk");
            hall.writes("Ben", Hall.BOOK.label(Move.PARK), "Who *fetches* the children");
            hall.presses("Ann", Move.ENOUGH);
            hall.awaits(Closing.class);
            hall.presses("Ann", Move.ENOUGH);
            hall.awaits(Open.class);
            Post mine = hall.runs("Ann", "/turn me", Map.of());
            Control menu = mine.controls().stream()
                    .filter(c -> c.customId().contains(ForAnotherTime.TOPIC))
                    .findFirst()
                    .orElseThrow();
            Post asked = hall.answer(hall.person("Ann").chooses(mine, menu.customId(), "Who *fetches* the children"));
            hall.presses("Ann", asked, text(Text.WEB_TAKE_UP));
            hall.awaits(Inviting.class);
            hall.presses("Ben", Move.HERE);
            hall.person("Ben").awaits(hall.channel, "fetches");
            assertThat(hall.conversation().ledger().parked()).isEmpty();
            hall.report().keepsTheRules().only(hall.person("Ben"), "on the list for another time");
        }
    }

    @Test
    void a_longer_talk_to_the_end() {
        try (Hall hall = Hall.of(home, "Ann", "Ben").setUp()) {
            begins(hall, "/turn talk");
            hall.says("Ann", "I felt alone at the party.");
            hall.says("Ann", "over to you");
            hall.awaits(LeaningIn.class);
            hall.chooses("Ben", Move.NAME_BLOCK, text(Text.BLOCK_PAST_WOUNDS));
            Awaitility.await()
                    .until(() ->
                            !hall.bot.notes.waiting(Hall.id(hall.person("Ann"))).isEmpty());
            Post named = hall.justForMe("Ann");
            hall.person("Ann").presses(named, Hall.BOOK.label(Move.THANK)).awaitAnswer();
            hall.says("Ben", "I only talked to them because you were with your friends. You always do this.");
            Post nudge = hall.answer(hall.presses("Ben", Move.REPLY_DONE));
            hall.awaits(Checking.class);
            hall.presses("Ann", Move.NOT_QUITE);
            hall.awaits(LeaningIn.class);
            hall.says("Ben", "You stood there alone, and that hurt. I get that.");
            hall.presses("Ben", Move.REPLY_DONE);
            hall.awaits(Checking.class);
            hall.says("Ann", "that's it");
            hall.awaitsFloor("Ben");
            hall.says("Ben", "I was scared to say the wrong thing.");
            hall.presses("Ben", Move.PASS);
            hall.awaits(LeaningIn.class);
            hall.says("Ann", "So you were scared. I didn't know that.");
            hall.presses("Ann", Move.REPLY_DONE);
            hall.awaits(Checking.class);
            hall.presses("Ben", Move.THATS_IT);
            hall.awaits(Closing.class);
            hall.writes("Ann", Hall.BOOK.label(Move.APPRECIATE), "Thank you for staying with it.");
            hall.presses("Ann", Move.WANT_NEXT_STEP);
            hall.presses("Ben", Move.WANT_NEXT_STEP);
            hall.writes("Ben", Hall.BOOK.label(Move.NEXT_STEP), "A walk on Sunday.");
            hall.person("Ann").awaits(hall.channel, "A walk on Sunday");
            hall.presses("Ben", Move.ENOUGH);
            hall.awaits(Open.class);
            assertThat(nudge.text()).contains("You always do this");
            hall.report()
                    .keepsTheRules()
                    .only(hall.person("Ben"), "can sound like defending")
                    .only(hall.person("Ann"), named.text())
                    .atMost(40);
        }
    }

    @Test
    void a_couple_who_write_in_forms_only_from_set_up_to_the_pause() {
        try (Hall hall = Hall.ofForms(home, "Ann", "Ben")) {
            goesThrough(hall, "Ann", hall.runs("Ann", "/turn start", Map.of("partner", hall.person("Ben"))));
            asks(hall, "/turn start");
            goesThrough(hall, "Ben", hall.answer(hall.presses("Ben", Move.HERE)));
            hall.presses("Ben", Move.HERE);
            hall.awaitsFloor("Ann");
            String write = text(Text.WRITE_HERE);
            hall.writes("Ann", write, "I felt alone @here at the *party*.");
            hall.awaits(LeaningIn.class);
            Person ben = hall.person("Ben");
            Post menu = hall.answer(hall.presses("Ben", Move.NAME_BLOCK));
            OpenModal form = ben.chooses(menu, menu.controls().get(0).customId(), text(Text.BLOCK_OWN_WORDS))
                    .awaitModal();
            ben.submits(form, Map.of(Forms.FIELD, "I was hurt by something older."))
                    .awaitAnswer();
            hall.person("Ann").awaits(hall.channel, "something older");
            hall.writes("Ben", write, "I want to hear it all the same.");
            hall.awaits(Checking.class);
            hall.presses("Ben", Move.PAUSE);
            hall.awaits(Paused.class);
            hall.person("Ann").awaits(hall.channel, "A pause.");
            hall.writes("Ann", write, "This is a draft of mine.");
            hall.later(Duration.ofMinutes(21));
            Awaitility.await()
                    .until(() -> hall.conversation()
                            .moves(Hall.id(hall.person("Ann")))
                            .contains(Move.NOT_NOW));
            hall.presses("Ann", Move.GO_ON);
            hall.presses("Ben", Move.GO_ON);
            hall.awaitsFloor("Ann");
            hall.presses("Ann", Move.STOP);
            hall.awaits(Open.class);
            hall.report()
                    .keepsTheRules()
                    .only(hall.person("Ann"), "a draft of mine")
                    .neverAloud("a draft of mine", text(Text.CHECK_BEGINS))
                    .atMost(26);
        }
    }

    private static void goesThrough(Hall hall, String who, Post first) {
        Post step = first;
        for (Text next : List.of(Text.SET_UP_NEXT, Text.SET_UP_NEXT, Text.SET_UP_REACH_BY_BUTTON)) {
            step = hall.presses(who, step, text(next));
        }
        step = hall.answersCheck(who, step, Text.CHECK_NO, Text.CHECK_NO, Text.CHECK_YES);
        assertThat(step.text()).isEqualTo(text(Text.SET_UP_ENDS));
    }

    /** What Ben can see of an evening in which Ann writes or does something that leads to a pause, and the return fails. */
    private List<String> evening(Path where, String words, Class<? extends Phase> phase, List<String> forAnn) {
        try (Hall hall = Hall.of(where, "Ann", "Ben").setUp()) {
            begins(hall, "/turn talk");
            hall.says("Ann", words);
            hall.awaits(phase);
            hall.person("Ben").awaits(hall.channel, "A pause.");
            forAnn.add(hall.justForMe("Ann").text());
            assertThat(hall.justForMe("Ben").text()).isEqualTo(text(Text.NOTHING_JUST_NOW));
            hall.later(Duration.ofMinutes(21));
            hall.person("Ben").awaits(hall.channel, "Everyone is being asked");
            Post asked = hall.justForMe("Ben");
            hall.person("Ben").presses(asked, Hall.BOOK.label(Move.GO_ON)).awaitAnswer();
            hall.presses("Ann", Move.NOT_NOW);
            hall.later(Duration.ofMinutes(31));
            hall.person("Ben")
                    .awaits(
                            hall.channel,
                            Hall.BOOK.wordings(Prompt.NOT_PICKING_UP).get(0));
            hall.person("Ben").awaits("the card", p -> p.has(Hall.BOOK.label(Move.ONE_LINE)));
            hall.report().keepsTheRules().neverAloud("Help:").only(hall.person("Ann"), "Help:");
            return whatIsSeen(hall, hall.person("Ben"), words);
        }
    }

    private static List<String> whatIsSeen(Hall hall, Person person, String words) {
        return person.sees(hall.channel).stream()
                .filter(p -> !p.text().equals(words))
                .map(p -> String.join(" / ", p.versions()).replaceAll("<t:\\d+:R>", "<t>")
                        + p.state()
                        + p.controls().stream().map(Control::label).toList())
                .toList();
    }

    @Test
    void who_speaks_of_being_hurt_gets_help_alone_and_the_other_sees_a_pause_to_the_letter() {
        List<String> forAnn = new ArrayList<>();
        List<String> hurt = evening(home, "Last week you hit me.", Aside.class, forAnn);
        List<String> paused = evening(otherHome, "I need a break", Paused.class, forAnn);
        assertThat(hurt).isEqualTo(paused);
        assertThat(forAnn.get(0)).startsWith("Help: PARTNER_VIOLENCE");
        assertThat(forAnn.get(1)).doesNotContain("Help");
    }
}

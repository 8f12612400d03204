package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.OpenModal;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;

/** Set-up, each alone, and what follows from it, which nobody can see. */
class SetUpTest {
    private static final List<Text> FINE = List.of(Text.CHECK_NO, Text.CHECK_NO, Text.CHECK_NO, Text.CHECK_YES);

    @TempDir
    private Path home;

    private Flat flat;

    @BeforeEach
    void open() {
        flat = new Flat(home);
    }

    @AfterEach
    void close() throws IOException {
        assertThat(flat.server.wire().refusals()).isEmpty();
        flat.close();
    }

    private Post asks() {
        return flat.ann
                .runs(flat.kitchen, "/turn start", Map.of("partner", flat.ben))
                .awaitPost();
    }

    private Post goesThrough(Person who, Post first, List<Text> answers) {
        Post step = press(who, first, Text.SET_UP_NEXT);
        step = press(who, step, Text.SET_UP_NEXT);
        step = press(who, step, Text.SET_UP_REACH_BY_MESSAGE);
        if (answers.get(0) == Text.CHECK_YES) {
            return press(who, step, Text.CHECK_YES);
        }
        OpenModal form = who.presses(step, Flat.BOOK.text(Text.CHECK_NO)).awaitModal();
        assertThat(form.fields()).hasSize(3);
        return who.submits(form, Flat.answers(form, answers.subList(1, 4))).awaitPost();
    }

    private static Post press(Person who, Post post, Text button) {
        return who.presses(post, Flat.BOOK.text(button)).awaitPost();
    }

    private Post here() {
        return flat.presses(flat.ben, Move.HERE).awaitPost();
    }

    private List<String> neutral() {
        return Flat.BOOK.wordings(Prompt.NOT_STARTING);
    }

    @Test
    void comes_first_for_each_alone_and_then_the_talk_begins() {
        Post first = asks();
        assertThat(first.text()).startsWith(Flat.BOOK.text(Text.SET_UP_BEGINS));
        Post last = goesThrough(flat.ann, first, FINE);
        assertThat(last.text()).isEqualTo(Flat.BOOK.text(Text.SET_UP_ENDS));
        assertThat(flat.botPosts()).isEmpty();
        asks();
        flat.awaitPhase(Inviting.class);
        goesThrough(flat.ben, here(), FINE);
        flat.awaitPhase(Inviting.class);
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        assertThat(flat.people.of(Flat.id(flat.ben)).reach()).isEqualTo(Manners.Reach.DIRECT_MESSAGE);
    }

    @Test
    void somebody_who_is_afraid_sees_the_same_ending_and_no_talk_starts() {
        goesThrough(flat.ann, asks(), FINE);
        asks();
        Post last =
                goesThrough(flat.ben, here(), List.of(Text.CHECK_NO, Text.CHECK_YES, Text.CHECK_NO, Text.CHECK_YES));
        assertThat(last.text()).isEqualTo(Flat.BOOK.text(Text.SET_UP_ENDS));
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Open.class);
        assertThat(flat.botPosts()).anyMatch(neutral()::contains);
    }

    @Test
    void it_begins_in_the_language_in_which_somebody_uses_discord() {
        flat.ann.reads("es-419");
        assertThat(asks().text()).startsWith(Bot.SPANISH.text(Text.SET_UP_BEGINS));
    }

    @Test
    void a_seen_screen_ends_the_questions_at_once() {
        goesThrough(flat.ann, asks(), FINE);
        asks();
        Post last = goesThrough(flat.ben, here(), List.of(Text.CHECK_YES));
        assertThat(last.text()).isEqualTo(Flat.BOOK.text(Text.SET_UP_ENDS));
    }

    @Test
    void what_stands_in_one_channel_stands_in_every_channel() {
        goesThrough(flat.ann, asks(), FINE);
        asks();
        goesThrough(flat.ben, here(), List.of(Text.CHECK_NO, Text.CHECK_YES, Text.CHECK_NO, Text.CHECK_YES));
        var garden = flat.guild.textChannel("garden");
        flat.ann.runs(garden, "/turn start", Map.of("partner", flat.ben)).awaitPost();
        Post card = flat.ben.awaits("the invitation", p -> p.channel().equals(garden) && p.has("I'm here"));
        flat.ben.presses(card, "I'm here").awaitAnswer();
        flat.ben.awaits(
                "the neutral sentence",
                p -> p.channel().equals(garden) && neutral().contains(p.text()));
    }

    @Test
    void a_private_not_today_looks_like_every_other_start_that_does_not_happen() {
        flat.setUp();
        asks();
        flat.awaitPhase(Inviting.class);
        Post card = flat.ben.awaits("the card", p -> p.has("I'm here"));
        Post offered = press(flat.ben, card, Text.JUST_FOR_ME);
        assertThat(offered.text()).isEqualTo(Flat.BOOK.text(Text.NOT_TODAY_OFFERED));
        press(flat.ben, offered, Text.NOT_TODAY_A_WEEK);
        int before = flat.botPosts().size();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Open.class);
        flat.ann.awaits("the neutral sentence", p -> neutral().contains(p.text()));
        assertThat(flat.botPosts()).hasSize(before + 1);
    }
}

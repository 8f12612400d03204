package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** Whatever people do that leads nowhere has a kind, private answer. */
class BadInputTest {
    @TempDir
    private Path home;

    private Flat flat;

    @BeforeEach
    void open() {
        flat = new Flat(home).setUp();
    }

    @AfterEach
    void close() {
        assertThat(flat.server.wire().refusals()).isEmpty();
        flat.close();
    }

    private void begin() {
        flat.asks("us").awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
    }

    private String answer(Person who, Move move) {
        Post post = flat.presses(who, move).awaitPost();
        assertThat(post.isPrivate()).isTrue();
        return post.text();
    }

    private String start(Map<String, ?> options) {
        Post post = flat.ann.runs(flat.kitchen, "/turn start", options).awaitPost();
        assertThat(post.isPrivate()).isTrue();
        return post.text();
    }

    @Test
    void the_wrong_persons_press() {
        begin();
        assertThat(answer(flat.ben, Move.PASS)).isEqualTo(Flat.BOOK.text(Text.NOT_YOURS_TO_PRESS));
    }

    @Test
    void a_strangers_press() {
        begin();
        assertThat(answer(flat.eve, Move.PASS)).isEqualTo(Flat.BOOK.text(Text.ONLY_A_PARTY));
        assertThat(answer(flat.eve, Move.REPAIR)).isEqualTo(Flat.BOOK.text(Text.ONLY_A_PARTY));
    }

    @Test
    void a_stale_buttons_press_says_what_is_true_now() {
        flat.asks("us").awaitPost();
        flat.awaitPhase(Inviting.class);
        Post later = flat.presses(flat.ben, Move.LATER).awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        String menu = later.controls().get(0).customId();
        Post answer = flat.ben
                .chooses(later, menu, Flat.BOOK.text(Text.LATER_HALF_AN_HOUR))
                .awaitPost();
        assertThat(answer.text()).startsWith("That moment has passed").contains("Ann has the floor");
    }

    @Test
    void just_for_me_with_nothing_waiting_is_the_same_for_everyone() {
        begin();
        for (Person person : java.util.List.of(flat.ann, flat.ben, flat.eve)) {
            Post post = person.awaits("a post", p -> p.has(Flat.BOOK.text(Text.JUST_FOR_ME)));
            Post answer = person.presses(post, Flat.BOOK.text(Text.JUST_FOR_ME)).awaitPost();
            assertThat(answer.text()).isEqualTo(Flat.BOOK.text(Text.NOTHING_JUST_NOW));
            assertThat(answer.isPrivate()).isTrue();
        }
    }

    @Test
    void one_character_only_emoji_right_to_left_and_nothing_that_can_be_seen() {
        begin();
        flat.ann.says(flat.kitchen, "\u200b\u200d\u2060");
        flat.ann.says(flat.kitchen, "x");
        flat.awaitPhase(LeaningIn.class);
        assertThat(((LeaningIn) flat.conversation().phase()).turn().chunks()).isEqualTo(1);
        flat.ben.says(flat.kitchen, "\ud83d\ude22\ud83d\ude22");
        flat.awaitPhase(Checking.class);
        flat.ann.says(flat.kitchen, "\u202e\u05d0\u05e0\u05d9 \u05e2\u05e6\u05d5\u05d1");
        assertThat(answer(flat.ben, Move.THATS_IT)).isEqualTo(Flat.BOOK.text(Text.NOT_YOURS_TO_PRESS));
    }

    @Test
    void the_longest_message_that_discord_takes() {
        begin();
        flat.ann.says(flat.kitchen, "party ".repeat(333));
        flat.awaitPhase(LeaningIn.class);
    }

    @Test
    void a_partner_who_is_no_partner() {
        Person stranger = flat.server.person("Zoe");
        assertThat(start(Map.of("partner", flat.ann))).isEqualTo(Flat.BOOK.text(Text.PARTNER_IS_YOU));
        assertThat(start(Map.of("partner", stranger))).isEqualTo(Flat.BOOK.text(Text.PARTNER_NOT_HERE));
        assertThat(flat.botPosts()).isEmpty();
    }

    @Test
    void a_second_start_in_a_busy_channel() {
        begin();
        Post post = flat.eve
                .runs(flat.kitchen, "/turn start", Map.of("partner", flat.ben))
                .awaitPost();
        assertThat(post.text()).isEqualTo(Flat.BOOK.text(Text.ROOM_BUSY));
        assertThat(post.isPrivate()).isTrue();
        assertThat(flat.conversation().phase()).isInstanceOf(Speaking.class);
    }

    @Test
    void a_pause_where_there_is_no_talk() {
        Post post = flat.ann.runs(flat.kitchen, "/turn pause").awaitPost();
        assertThat(post.text()).isEqualTo(Flat.BOOK.text(Text.NO_TALK_HERE));
    }

    @Test
    void markup_and_mentions_in_a_name_and_a_topic_stay_plain() {
        Person max = flat.server.person("**@everyone** [x](http://x.io)\u202e");
        flat.guild.join(max);
        flat.people.save(Flat.id(max), org.turnstone.room.Manners.UNSAID.setUp(flat.clock.instant()));
        Post asked = max.runs(flat.kitchen, "/turn start", Map.of("partner", flat.ben, "topic", "# @here <@1>"))
                .awaitPost();
        assertThat(asked.text()).doesNotContain("**@everyone**").doesNotContain("\u202e");
        flat.ben.awaits("the invitation", p -> p.has("I'm here"));
        flat.presses(flat.ben, Move.HERE);
        Post topic = flat.ben.awaits("the topic", p -> p.text().contains("here"));
        flat.ben.awaits("the floor", p -> p.has(Flat.BOOK.label(Move.PASS)));
        assertThat(topic.text()).doesNotContain("<@1>").doesNotContain("\n# ");
        assertThat(flat.ben.sees(flat.kitchen)).allMatch(p -> p.pinged().isEmpty());
    }
}

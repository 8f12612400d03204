package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Control;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Sensitivity;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;

/** {@code /turn me}: what one may choose, have, take back and erase, alone. */
class OwnDataTest {
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

    private Post me(Person who) {
        return who.runs(flat.kitchen, "/turn me").awaitPost();
    }

    private Post press(Person who, Text button) {
        return who.presses(me(who), Flat.BOOK.text(button)).awaitPost();
    }

    private Manners chosen() {
        return flat.people.of(Flat.id(flat.ben));
    }

    private void begin() {
        flat.asks("the party").awaitPost();
        flat.awaitPhase(Inviting.class);
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        flat.ben.awaits("the floor", p -> p.has(Flat.BOOK.label(Move.PASS)));
    }

    /** The file in the newest private answer that has one. */
    private static JsonNode file(Person who, Channel channel) throws IOException {
        String url = who.seesJson(channel).stream()
                .map(m -> m.path("attachments").path(0).path("url").asText())
                .filter(u -> !u.isEmpty())
                .reduce((a, b) -> b)
                .orElseThrow();
        return new ObjectMapper().readTree(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)));
    }

    @Test
    void how_much_one_hears_how_one_is_reached_and_in_which_language() {
        flat.ben.presses(me(flat.ben), Flat.BOOK.text(Text.SENSITIVITY_GENTLE)).awaitAnswer();
        flat.ben
                .presses(me(flat.ben), Flat.BOOK.text(Text.SET_UP_REACH_BY_MESSAGE))
                .awaitAnswer();
        Awaitility.await().until(() -> chosen().reach() == Manners.Reach.DIRECT_MESSAGE);
        assertThat(chosen().sensitivity()).isEqualTo(Sensitivity.GENTLE);
        Post me = me(flat.ben);
        flat.ben.chooses(me, menu(me), "es").awaitAnswer();
        Awaitility.await().until(() -> chosen().language().equals("es"));
        assertThat(me(flat.ben).text()).contains(Bot.SPANISH.text(Text.SENSITIVITY_QUESTION));
        assertThat(me(flat.ann).text()).contains(Flat.BOOK.text(Text.SENSITIVITY_QUESTION));
    }

    private static String menu(Post post) {
        return post.controls().stream()
                .filter(c -> !c.isButton())
                .map(Control::customId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rule_that_was_muted_can_be_heard_of_again() {
        flat.people.save(Flat.id(flat.ben), chosen().muting("because you").muting("just saying"));
        Post me = me(flat.ben);
        flat.ben.chooses(me, menu(me), "just saying").awaitAnswer();
        Awaitility.await().until(() -> chosen().muted().size() == 1);
        assertThat(chosen().muted()).containsExactly("because you");
    }

    @Test
    void what_is_held_of_one_comes_as_a_file_and_only_to_them() throws IOException {
        begin();
        flat.ben.says(flat.kitchen, "wait for me");
        Awaitility.await().until(() -> !flat.notes().isEmpty());
        Post me = flat.ben.runs(flat.kitchen, "/turn me").awaitPost();
        assertThat(me.text()).as("the note comes first").contains("wait for me");
        Post given = press(flat.ben, Text.MY_DATA);
        assertThat(given.isPrivate()).isTrue();
        JsonNode data = file(flat.ben, flat.kitchen);
        assertThat(data.path("about").asText()).isEqualTo("discord:" + flat.ben.id());
        assertThat(data.toString()).contains("wait for me").doesNotContain("the party", "" + flat.ann.id());
        press(flat.ann, Text.MY_DATA);
        assertThat(file(flat.ann, flat.kitchen).toString())
                .contains("the party")
                .doesNotContain("wait for me", "" + flat.ben.id());
    }

    @Test
    void forgetting_asks_once_and_then_nothing_is_left_but_what_all_can_read() {
        begin();
        Post sure = press(flat.ben, Text.FORGET_ME);
        assertThat(sure.text()).isEqualTo(Flat.BOOK.text(Text.FORGET_ME_SURE));
        Post gone = flat.ben.presses(sure, Flat.BOOK.text(Text.FORGET_ME_NOW)).awaitPost();
        assertThat(gone.text()).isEqualTo(Flat.BOOK.text(Text.FORGOTTEN));
        assertThat(chosen()).isEqualTo(Manners.UNSAID);
        assertThat(flat.rooms.conversation(flat.room())).isEmpty();
        Post standing = flat.ann.awaits(flat.kitchen, "a post", p -> p.has(Flat.BOOK.text(Text.JUST_FOR_ME)));
        assertThat(flat.ann
                        .presses(standing, Flat.BOOK.text(Text.JUST_FOR_ME))
                        .awaitPost()
                        .text())
                .isEqualTo(Flat.BOOK.text(Text.NOTHING_JUST_NOW));
        Post again = flat.ann
                .runs(flat.kitchen, "/turn start", Map.of("partner", flat.ben))
                .awaitPost();
        assertThat(again.isPrivate()).isTrue();
        flat.awaitPhase(Inviting.class);
    }

    @Test
    void consent_taken_back_stops_the_talk_and_set_up_comes_first_again() {
        begin();
        assertThat(press(flat.ben, Text.MY_CONSENT_BACK).text()).isEqualTo(Flat.BOOK.text(Text.MY_CONSENT_TAKEN_BACK));
        flat.awaitPhase(Open.class);
        flat.asks("us").awaitPost();
        flat.awaitPhase(Inviting.class);
        Post setUp = flat.presses(flat.ben, Move.HERE).awaitPost();
        assertThat(setUp.text()).startsWith(Flat.BOOK.text(Text.SET_UP_BEGINS));
    }
}

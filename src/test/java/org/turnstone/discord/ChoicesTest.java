package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.OpenModal;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Block;
import org.turnstone.floor.Closing;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** What needs more than a tap: one menu or one form, and the card that it all hangs on. */
class ChoicesTest {
    private static final int COMPONENTS_V2 = 1 << 15;
    private static final int TEXT = 10;

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
        assertThat(flat.server.wire().refusals()).isEmpty();
        flat.close();
    }

    private Interaction chooses(Person who, Move move, String choice) {
        Post asked = flat.presses(who, move).awaitPost();
        assertThat(asked.isPrivate()).isTrue();
        return who.chooses(asked, asked.controls().get(0).customId(), choice).awaitAnswer();
    }

    private void annSpeaks() {
        flat.ann.says(flat.kitchen, "I felt alone at the party.");
        flat.awaitPhase(LeaningIn.class);
    }

    private JsonNode card() {
        List<JsonNode> all = flat.ann.seesJson(flat.kitchen);
        return all.stream()
                .filter(m -> (m.path("flags").asInt() & COMPONENTS_V2) != 0)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void the_card_says_first_where_things_stand_in_words() {
        JsonNode first = card().path("components").get(0);
        assertThat(first.path("type").asInt()).isEqualTo(TEXT);
        assertThat(first.path("content").asText()).startsWith("Ann has the floor");
        assertThat(card().findValuesAsText("accent_color")).isEmpty();
        assertThat(card().findValues("emoji")).isEmpty();
        assertThat(card().findValues("label")).isNotEmpty();
    }

    @Test
    void the_card_is_changed_in_place_while_nothing_stands_below_it() {
        Post card = flat.ann.awaits("the card", p -> p.has(Flat.BOOK.label(Move.PASS)));
        flat.presses(flat.ben, Move.RAISE_HAND);
        Post changed = flat.ann.awaits(
                "the card without the hand",
                p -> p.has(Flat.BOOK.label(Move.PASS)) && p.state() == Post.State.STANDS && p.isEdited());
        assertThat(changed.id()).isEqualTo(card.id());
    }

    @Test
    void a_deadline_counts_down_in_everybodys_own_time() {
        flat.presses(flat.ann, Move.PAUSE);
        flat.awaitPhase(Paused.class);
        Post card = flat.ben.awaits("the pause", p -> p.has(Flat.BOOK.label(Move.PAUSE_UNTIL)));
        assertThat(card.text()).containsPattern("<t:\\d+:R>");
    }

    @Test
    void a_closing_says_when_it_ends_by_itself() {
        flat.presses(flat.ann, Move.ENOUGH);
        flat.awaitPhase(Closing.class);
        Post card = flat.ben.awaits("the closing", p -> p.text().startsWith("Closing."));
        assertThat(card.text()).containsPattern("ends by itself <t:\\d+:R>");
    }

    @Test
    void a_block_from_the_menu_is_the_reply() {
        annSpeaks();
        chooses(flat.ben, Move.NAME_BLOCK, Flat.BOOK.text(Text.of(Block.What.PAST_WOUNDS)));
        annReads(Prompt.BLOCK_PAST_WOUNDS);
    }

    private void annReads(Prompt prompt) {
        flat.ann.awaits(flat.kitchen, Flat.BOOK.wordings(prompt).get(0).replace("{to}", "Ben"));
    }

    @Test
    void a_block_in_ones_own_words_opens_a_form() {
        annSpeaks();
        Post asked = flat.presses(flat.ben, Move.NAME_BLOCK).awaitPost();
        OpenModal form = flat.ben
                .chooses(asked, asked.controls().get(0).customId(), Flat.BOOK.text(Text.BLOCK_OWN_WORDS))
                .awaitModal();
        flat.ben.submits(form, Map.of(Forms.FIELD, "I go blank.")).awaitAnswer();
        flat.ann.awaits(flat.kitchen, "> I go blank.");
    }

    @Test
    void a_sentence_of_repair_is_one_choice() {
        String sentence = Flat.BOOK.phrases(Prompt.REPAIR_SORRY).get(1);
        chooses(flat.ben, Move.REPAIR, sentence);
        flat.ann.awaits(flat.kitchen, "Ben: " + sentence);
    }

    @Test
    void how_full_one_is_goes_into_a_form_and_stays_private() {
        OpenModal form = flat.presses(flat.ben, Move.FLOODING).awaitModal();
        assertThat(form.fields().get(0).values()).hasSize(11);
        int before = flat.botPosts().size();
        Post answer = flat.ben.submits(form, Map.of(Forms.FIELD, "8")).awaitPost();
        assertThat(answer.isPrivate()).isTrue();
        assertThat(flat.botPosts()).hasSize(before);
        assertThat(flat.people.of(Flat.id(flat.ben)).isResting(flat.clock.instant()))
                .as("8 was understood")
                .isTrue();
    }

    @Test
    void the_length_of_a_pause_is_chosen_from_a_menu() {
        flat.presses(flat.ann, Move.PAUSE);
        flat.awaitPhase(Paused.class);
        flat.ann.awaits("the pause", p -> p.has(Flat.BOOK.label(Move.PAUSE_UNTIL)));
        chooses(flat.ann, Move.PAUSE_UNTIL, Flat.BOOK.text(Text.PAUSE_AN_HOUR));
        org.awaitility.Awaitility.await()
                .until(() -> flat.conversation()
                        .phase()
                        .wakesAt()
                        .filter(at -> at.isAfter(flat.clock.instant().plusSeconds(3_000)))
                        .isPresent());
    }

    @Test
    void every_button_works_after_a_restart() {
        flat.stop();
        flat.start(Turns.MESSAGES);
        annSpeaks();
        flat.stop();
        flat.start(Turns.MESSAGES);
        chooses(flat.ben, Move.NAME_BLOCK, Flat.BOOK.text(Text.of(Block.What.AGREEING)));
        annReads(Prompt.BLOCK_AGREEING);
    }
}

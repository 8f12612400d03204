package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.OpenModal;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** A draft is read to its writer alone, and said for them when they like. */
class DraftsTest {
    private static final String SAY = Flat.BOOK.text(Text.DRAFT_SAY);
    private static final String HARD = "I only talked to them because you were with your friends.";

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

    private Post checks(Person who, String words) {
        OpenModal form = who.runs(flat.kitchen, "/turn check").awaitModal();
        return who.submits(form, Map.of(Forms.FIELD, words)).awaitPost();
    }

    private void begin() {
        flat.asks("us").awaitPost();
        flat.awaitPhase(Inviting.class);
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
    }

    @Test
    void where_there_is_no_talk_it_is_only_read() {
        Post read = checks(flat.ben, HARD);
        assertThat(read.text()).contains("because you", Flat.BOOK.text(Text.READING_OPENING));
        assertThat(read.has(SAY)).isFalse();
        assertThat(flat.ann.sees(flat.kitchen)).isEmpty();
    }

    @Test
    void a_draft_is_said_for_its_writer_after_a_restart_too() {
        begin();
        Post read = checks(flat.ann, "I felt *alone* at the party.\n- and @everyone saw it \\o/");
        flat.stop();
        flat.start(Turns.MESSAGES);
        flat.ann.presses(read, SAY).awaitAnswer();
        flat.awaitPhase(LeaningIn.class);
        flat.ben.awaits(flat.kitchen, "I felt \\*alone\\* at the party.\n> \\- and @\u200beveryone saw it \\\\o/");
        assertThat(flat.server.wire().pings()).allMatch(p -> p.users().isEmpty() && !p.everyone());
    }

    @Test
    void out_of_turn_it_is_kept_for_its_writer() {
        begin();
        Post said = flat.ben.presses(checks(flat.ben, "I was tired."), SAY).awaitPost();
        assertThat(said.isPrivate()).isTrue();
        assertThat(said.text()).contains("I was tired.");
        assertThat(flat.conversation().phase()).isInstanceOf(Speaking.class);
    }

    @Test
    void it_can_be_changed_before() {
        Post read = checks(flat.ben, "I was *tired*.");
        OpenModal again =
                flat.ben.presses(read, Flat.BOOK.text(Text.DRAFT_CHANGE)).awaitModal();
        assertThat(again.fields().get(0).customId()).isEqualTo(Forms.FIELD);
        Post once_more =
                flat.ben.submits(again, Map.of(Forms.FIELD, "I was tired.")).awaitPost();
        assertThat(once_more.text()).contains("I was tired.");
    }

    @Test
    void words_of_crisis_bring_help_and_no_reading() {
        begin();
        Post help = checks(flat.ann, "Last week you hit me");
        assertThat(help.text()).isEqualTo("Help: PARTNER_VIOLENCE");
        assertThat(help.controls()).isEmpty();
        assertThat(flat.conversation().phase()).isInstanceOf(Speaking.class);
    }

    @Test
    void the_longest_draft_is_read_all_the_same() {
        begin();
        assertThat(checks(flat.ann, "*".repeat(1_799) + "a").text()).isNotBlank();
        assertThat(checks(flat.ann, "party ".repeat(299) + "a").has(SAY)).isTrue();
    }
}

package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** A permission that is missing is told once, with its name, to the one who can mend it, and the talk waits. */
class PermitsTest {
    private static final String NAMES = "Send Messages";

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
        assertThat(flat.server.wire().refusals()).as("nothing is tried in vain").isEmpty();
        flat.close();
    }

    private List<Post> told() {
        return flat.olga.sees(flat.olga.directChannel());
    }

    private void loses(Permission permission) {
        flat.kitchen.overwriteBot(0, permission.bit());
    }

    private String lost(String names) {
        return Flat.BOOK.text(Text.PERMISSION_LOST, Map.of("channel", "kitchen", "server", "Home", "names", names));
    }

    @Test
    void lost_in_mid_talk_it_is_told_once_and_the_talk_goes_on_when_it_is_back() {
        loses(Permission.SEND_MESSAGES);
        flat.ann.says(flat.kitchen, "I felt alone at the party.");
        flat.olga.awaits(flat.olga.directChannel(), lost(NAMES));
        flat.awaitPhase(LeaningIn.class);
        flat.ben.says(flat.kitchen, "You felt alone there. Is that it?");
        flat.awaitPhase(Checking.class);
        Post standing = flat.ann.awaits("the old card", p -> p.has(Flat.BOOK.label(Move.PAUSE)));
        Post answer = flat.ann.presses(standing, Flat.BOOK.label(Move.PAUSE)).awaitPost();
        assertThat(answer.isPrivate()).isTrue();
        assertThat(answer.text()).isEqualTo(Flat.BOOK.text(Text.PERMISSION_MISSING, Map.of("names", NAMES)));
        flat.kitchen.overwriteBot(0, 0);
        flat.ben.awaits("the pause", p -> p.has(Flat.BOOK.label(Move.PAUSE_UNTIL)));
        assertThat(told()).hasSize(1);
        assertThat(flat.ann.sees(flat.ann.directChannel())).isEmpty();
    }

    @Test
    void lost_again_it_is_told_again() {
        loses(Permission.SEND_MESSAGES);
        flat.ann.says(flat.kitchen, "I felt alone at the party.");
        flat.olga.awaits(flat.olga.directChannel(), lost(NAMES));
        flat.kitchen.overwriteBot(0, 0);
        flat.ben.awaits("the next card", p -> p.has(Flat.BOOK.label(Move.NAME_BLOCK)));
        loses(Permission.SEND_MESSAGES);
        flat.ben.says(flat.kitchen, "You felt alone there. Is that it?");
        org.awaitility.Awaitility.await().until(() -> told().size() == 2);
    }

    @Test
    void what_keeps_a_talk_from_beginning_is_told_to_whoever_tried() {
        var garden = flat.guild.textChannel("garden");
        garden.overwriteBot(0, Permission.SEND_MESSAGES.bit());
        Post answer = flat.ann
                .runs(garden, "/turn start", Map.of("partner", flat.ben))
                .awaitPost();
        assertThat(answer.text()).isEqualTo(Flat.BOOK.text(Text.PERMISSION_MISSING, Map.of("names", NAMES)));
        assertThat(told()).isEmpty();
    }
}

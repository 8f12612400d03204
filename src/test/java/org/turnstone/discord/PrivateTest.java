package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Control;
import org.turnstone.discord.loopback.Fault;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;

/** Private is private: what is for one reaches that one, and nobody else can tell that there was anything. */
class PrivateTest {
    @TempDir
    private Path home;

    @TempDir
    private Path otherHome;

    private Flat flat;

    @AfterEach
    void close() {
        flat.close();
    }

    private Flat begun(Path where) {
        flat = new Flat(where).setUp();
        flat.asks("us").awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        flat.ann.awaits("the pass button", p -> p.has(Flat.BOOK.label(Move.PASS)));
        return flat;
    }

    private Post justForMe(Person who) {
        String button = Flat.BOOK.text(Text.JUST_FOR_ME);
        Post post = who.awaits("a post of the bot", p -> !p.isPrivate() && p.has(button) && stands(p));
        return who.presses(post, button).awaitPost();
    }

    private static boolean stands(Post post) {
        return post.state() == Post.State.STANDS;
    }

    /** Everything of the bot that Ben can see in the room: the words and what stands on the buttons. */
    private List<String> whatBenSees() {
        return flat.ben.sees(flat.kitchen).stream()
                .filter(p -> !List.of("Ann", "Ben").contains(p.author()) && stands(p) && !p.isPrivate())
                .map(p -> p.text().replaceAll("<t:\\d+:R>", "<t>")
                        + p.controls().stream().map(Control::label).toList())
                .toList();
    }

    private List<String> afterAnns(Class<? extends Phase> phase, Runnable act) {
        act.run();
        flat.awaitPhase(phase);
        flat.ben.awaits("the pause", p -> p.text().startsWith("A pause"));
        // The pause comes before its card, and the card before the one from before is gone.
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(flat::owesNothing);
        return whatBenSees();
    }

    @Test
    void an_aside_looks_like_a_pause_to_the_other() {
        begun(home);
        List<String> pause = afterAnns(Paused.class, () -> flat.ann.says(flat.kitchen, "I need to stop"));
        flat.close();
        begun(otherHome);
        List<String> aside =
                afterAnns(org.turnstone.floor.Aside.class, () -> flat.ann.says(flat.kitchen, "Last week you hit me"));
        assertThat(aside).isEqualTo(pause);
        assertThat(justForMe(flat.ann).text()).startsWith("Help: PARTNER_VIOLENCE");
        assertThat(justForMe(flat.ben).text()).isEqualTo(Flat.BOOK.text(Text.NOTHING_JUST_NOW));
    }

    @Test
    void help_at_home_is_there_for_anyone_who_asks_for_help() {
        begun(home);
        Post help = flat.ben.runs(flat.kitchen, "/turn help").awaitPost();
        assertThat(help.text())
                .contains(Flat.BOOK.text(Text.HELP_FOR_HARD_TIMES), "Help: PARTNER_VIOLENCE")
                .doesNotContain(Flat.BOOK.text(Text.ASIDE_ROOM_SEES_A_PAUSE));
        assertThat(help.isPrivate()).isTrue();
    }

    @Test
    void a_nudge_waits_for_its_writer_alone_and_can_be_called_a_misreading() {
        begun(home);
        flat.ann.says(flat.kitchen, "I felt alone at the party.");
        flat.awaitPhase(LeaningIn.class);
        flat.ben.says(flat.kitchen, "I only talked to them because you were with your friends. You always do this.");
        flat.awaitPhase(Checking.class);
        flat.ann.awaits("the question", p -> p.has(Flat.BOOK.label(Move.THATS_IT)));
        assertThat(whatBenSees()).noneMatch(text -> text.contains("because you"));
        assertThat(justForMe(flat.ann).text()).doesNotContain("because you");
        Post note = justForMe(flat.ben);
        assertThat(note.text()).contains("because you", "You always do this");
        Post noted = flat.ben.presses(note, Flat.BOOK.label(Move.MISREAD)).awaitPost();
        assertThat(noted.text())
                .contains(Flat.BOOK.text(Text.MISREAD_NOTED), "> I only talked", Flat.BOOK.text(Text.MISREAD_KEEP));
        assertThat(noted.isPrivate()).isTrue();
        flat.ben.presses(noted, Flat.BOOK.text(Text.MISREAD_KEEP_YES));
        flat.ben.awaits("thanks", p -> p.text().equals(Flat.BOOK.text(Text.MISREAD_KEPT)));
        assertThat(flat.people.of(Flat.id(flat.ben)).muted()).isNotEmpty();
        assertThat(justForMe(flat.ben).text()).isEqualTo(Flat.BOOK.text(Text.NOTHING_JUST_NOW));
    }

    @Test
    void whoever_chose_it_hears_once_by_direct_message_that_something_waits() {
        begun(home);
        Manners manners = flat.people.of(Flat.id(flat.ben));
        flat.people.save(Flat.id(flat.ben), manners.withReach(Manners.Reach.DIRECT_MESSAGE));
        flat.ben.says(flat.kitchen, "wait");
        flat.ben.says(flat.kitchen, "one thing");
        Awaitility.await().until(() -> !flat.ben.sees(flat.ben.directChannel()).isEmpty());
        assertThat(justForMe(flat.ben).text()).contains("wait", "one thing");
        assertThat(flat.ben.sees(flat.ben.directChannel()))
                .extracting(Post::text)
                .containsExactly(Flat.BOOK.text(Text.SOMETHING_FOR_YOU));
        assertThat(flat.ann.sees(flat.ann.directChannel())).isEmpty();
    }

    @Test
    void a_note_whose_answer_did_not_arrive_still_waits() {
        begun(home);
        flat.ben.says(flat.kitchen, "wait");
        Awaitility.await().until(() -> !flat.notes().isEmpty());
        flat.server.faults().next("POST interactions/*/*/callback", new Fault.ServerError(500, Fault.When.BEFORE));
        String button = Flat.BOOK.text(Text.JUST_FOR_ME);
        Interaction lost =
                flat.ben.presses(flat.ben.awaits("a post", p -> !p.isPrivate() && p.has(button) && stands(p)), button);
        Awaitility.await()
                .until(() -> flat.server.wire().requests().stream()
                        .anyMatch(r -> r.path().contains("/callback") && r.status() == 500));
        assertThat(lost.isAnswered()).isFalse();
        assertThat(flat.notes()).hasSize(1);
        assertThat(justForMe(flat.ben).text()).contains("wait");
        Awaitility.await().until(() -> flat.notes().isEmpty());
    }

    @Test
    void whoever_did_not_choose_it_hears_nothing() {
        begun(home);
        flat.ben.says(flat.kitchen, "wait");
        Awaitility.await().until(() -> !flat.notes().isEmpty());
        assertThat(flat.ben.sees(flat.ben.directChannel())).isEmpty();
    }
}

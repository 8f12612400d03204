package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.discord.loopback.WireLog;
import org.turnstone.floor.Move;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;

/** A couple's private thread in a server of many. */
class PrivateThreadTest {
    @TempDir
    private Path home;

    private Flat flat;

    @BeforeEach
    void open() {
        flat = new Flat(home).setUp();
    }

    @AfterEach
    void close() {
        assertThat(flat.server.wire().refusals())
                .allMatch(r -> r.method().equals("GET") && r.path().contains("/thread-members/"));
        flat.close();
    }

    private Channel thread(Person... people) {
        return flat.guild.privateThread(flat.kitchen, "us", people);
    }

    private Post asks(Channel thread) {
        return flat.ann.runs(thread, "/turn start", Map.of("partner", flat.ben)).awaitPost();
    }

    private void mayWriteInThreads() {
        flat.guild.botMay(
                Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES_IN_THREADS, Permission.READ_MESSAGE_HISTORY);
    }

    private Post card(Person who, Channel thread, Move move) {
        return who.awaits(thread, "the card", p -> p.state() == Post.State.STANDS && p.has(Flat.BOOK.label(move)));
    }

    @Test
    void a_turn_in_a_thread_that_only_the_two_can_see() {
        mayWriteInThreads();
        Channel thread = thread(flat.ann, flat.ben);
        assertThat(asks(thread).isPrivate()).isTrue();
        flat.ben
                .presses(card(flat.ben, thread, Move.HERE), Flat.BOOK.label(Move.HERE))
                .awaitAnswer();
        card(flat.ann, thread, Move.PASS);
        flat.ann.says(thread, "I felt alone at the party.");
        card(flat.ben, thread, Move.NAME_BLOCK);
        flat.stop();
        flat.start(Turns.MESSAGES);
        flat.ben.says(thread, "You felt alone there. Is that it?");
        card(flat.ann, thread, Move.THATS_IT);
        assertThat(flat.eve.sees()).isEmpty();
        assertThat(flat.ann.sees(flat.kitchen)).isEmpty();
    }

    @Test
    void a_thread_that_was_put_away_is_opened_again_for_what_is_said_in_it() {
        mayWriteInThreads();
        Channel thread = thread(flat.ann, flat.ben);
        asks(thread);
        card(flat.ben, thread, Move.HERE);
        flat.stop();
        flat.guild.archive(thread);
        flat.start(Turns.MESSAGES);
        String room = Persons.room(thread.id(), Flat.id(flat.ann), Flat.id(flat.ben));
        flat.rooms.take(room, "elsewhere", Flat.id(flat.ben), new Input.Pressed(Move.HERE), flat.clock.instant());
        card(flat.ann, thread, Move.PASS);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(flat::owesNothing);
    }

    @Test
    void a_private_note_leaves_a_thread_put_away() {
        mayWriteInThreads();
        Channel thread = thread(flat.ann, flat.ben);
        asks(thread);
        flat.ben
                .presses(card(flat.ben, thread, Move.HERE), Flat.BOOK.label(Move.HERE))
                .awaitAnswer();
        card(flat.ann, thread, Move.PASS);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(flat::owesNothing);
        flat.stop();
        flat.guild.archive(thread);
        flat.start(Turns.MESSAGES);
        int before = flat.server.wire().requests().size();
        String room = Persons.room(thread.id(), Flat.id(flat.ann), Flat.id(flat.ben));
        Input words = new Input.Wrote("I was there all the time.", Optional.empty());
        flat.rooms.take(room, "elsewhere", Flat.id(flat.ben), words, flat.clock.instant());
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(flat::owesNothing);
        assertThat(flat.notes()).hasSize(1);
        List<WireLog.Request> since = flat.server.wire().requests();
        assertThat(since.subList(before, since.size()))
                .as("nobody else sees that there is something")
                .noneMatch(r -> !r.method().equals("GET") && r.path().startsWith("channels/" + thread.id()));
    }

    @Test
    void whoever_is_not_in_the_thread_cannot_be_asked_there() {
        mayWriteInThreads();
        Post answer = asks(thread(flat.ann));
        assertThat(answer.text()).isEqualTo(Flat.BOOK.text(Text.PARTNER_NOT_HERE));
    }

    @Test
    void where_the_bot_is_not_in_the_thread_it_asks_to_be_brought_in() {
        mayWriteInThreads();
        Post answer = asks(flat.guild.privateThreadAlone(flat.kitchen, "us", flat.ann, flat.ben));
        assertThat(answer.text()).isEqualTo(Flat.BOOK.text(Text.BRING_ME_IN));
    }

    @Test
    void what_the_bot_may_not_do_in_threads_is_named() {
        flat.kitchen.overwriteBot(0, Permission.SEND_MESSAGES_IN_THREADS.bit());
        Post answer = asks(thread(flat.ann, flat.ben));
        assertThat(answer.text())
                .isEqualTo(Flat.BOOK.text(Text.PERMISSION_MISSING, Map.of("names", "Send Messages in Threads")));
    }
}

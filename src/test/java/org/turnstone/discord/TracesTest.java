package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.EventFault;
import org.turnstone.discord.loopback.Fault;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.OpenModal;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Move;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;
import org.turnstone.store.Database;
import org.turnstone.store.SqlPeople;

/**
 * No trace of what people write: a word that nobody else uses goes along every path by which words come in, past everything
 * that can go wrong on the way, through the program as it is shipped. Then every file that it wrote is searched, its log among
 * them: while it runs, when it is stopped, and after people have had themselves forgotten.
 */
class TracesTest {
    private static final String WORD = "zanzibarquince";
    private static final String NAME = "Quillwhistle";

    @TempDir
    private Path home;

    private final LoopbackDiscord server = LoopbackDiscord.start();
    private final Person ann = server.person("Ann " + NAME);
    private final Person ben = server.person("Ben " + NAME);
    private Channel kitchen;
    private OtherProcess bot;

    @BeforeEach
    void open() {
        Guild guild = server.guild("Home", server.person("Olga"))
                .join(ann, ben)
                .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        kitchen = guild.textChannel("kitchen");
        try (Database database = Database.open(home)) {
            SqlPeople people = new SqlPeople(database);
            Stream.of(ann, ben).forEach(p -> people.save(Flat.id(p), Manners.UNSAID.setUp(Instant.now())));
        }
        bot = new OtherProcess(home, server);
        bot.start();
        server.gateway().awaitConnected();
        Awaitility.await().until(() -> server.app().commandNames().contains("turn"));
    }

    @AfterEach
    void close() {
        bot.close();
        server.close();
    }

    private static String words(String beginning) {
        return beginning + " " + WORD + ".";
    }

    private Post post(Person who, String button) {
        return who.awaits(
                kitchen,
                "a post with " + button,
                p -> p.state() == Post.State.STANDS && !p.isPrivate() && p.has(button));
    }

    private void press(Person who, Move move) {
        String label = Flat.BOOK.label(move);
        who.presses(post(who, label), label).awaitAnswer();
    }

    private Post justForMe(Person who) {
        String label = Flat.BOOK.text(Text.JUST_FOR_ME);
        return who.presses(post(who, label), label).awaitPost();
    }

    private void writes(Person who, OpenModal form, String beginning) {
        who.submits(form, Map.of(Forms.FIELD, words(beginning))).awaitAnswer();
    }

    private void writesFor(Person who, Move move, String beginning) {
        String label = Flat.BOOK.label(move);
        writes(who, who.presses(post(who, label), label).awaitModal(), beginning);
    }

    private Post checks(Person who, String beginning) {
        OpenModal form = who.runs(kitchen, "/turn check").awaitModal();
        return who.submits(form, Map.of(Forms.FIELD, words(beginning))).awaitPost();
    }

    /** The files that hold {@code what}, as it stands or as it would stand in JSON. */
    private List<String> holding(String what) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(what))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private void noTrace(String when) throws IOException {
        assertThat(holding(WORD)).as("words " + when).isEmpty();
        assertThat(holding(NAME)).as("names " + when).isEmpty();
        assertThat(read(home.resolve("log.txt")))
                .as("people in the log " + when)
                .doesNotContain("" + ann.id(), "" + ben.id());
    }

    private void aTurnWithEveryWayToWrite() {
        ann.runs(kitchen, "/turn start", Map.of("partner", ben, "topic", words("About")))
                .awaitPost();
        press(ben, Move.HERE);
        post(ann, Flat.BOOK.label(Move.PASS));
        ben.says(kitchen, words("Out of turn"));
        Post draft = checks(ann, "I felt alone with the");
        server.faults().next("POST channels/*/messages", new Fault.ServerError(500, Fault.When.BEFORE));
        ann.presses(draft, Flat.BOOK.text(Text.DRAFT_SAY)).awaitAnswer();
        post(ben, Flat.BOOK.label(Move.NAME_BLOCK));
        Post said = ben.says(kitchen, words("I only did it because you always had the"));
        ben.usesMessageCommand(said, Flat.BOOK.text(Text.COMMAND_READ_MY_WORDS)).awaitPost();
        post(ann, Flat.BOOK.label(Move.THATS_IT));
        Post note = justForMe(ben);
        assertThat(note.text()).contains(WORD);
    }

    private void theOtherTurnAndItsEnd() {
        press(ann, Move.THATS_IT);
        writesFor(ann, Move.APPRECIATE, "Thank you for the");
        press(ben, Move.NOW_YOU);
        post(ben, Flat.BOOK.label(Move.PASS));
        ben.says(kitchen, words("I was tired of the"));
        String block = Flat.BOOK.label(Move.NAME_BLOCK);
        Post asked = ann.presses(post(ann, block), block).awaitPost();
        OpenModal own = ann.chooses(asked, asked.controls().get(0).customId(), Flat.BOOK.text(Text.BLOCK_OWN_WORDS))
                .awaitModal();
        writes(ann, own, "I go blank at the");
        ann.awaits(kitchen, "I go blank at the");
        ben.says(kitchen, words("Last week you hit me again, about the"));
        post(ann, Flat.BOOK.label(Move.PAUSE_UNTIL));
        justForMe(ben);
    }

    private void whatCannotBeRead() {
        server.faults().nextEvent("MESSAGE_CREATE", EventFault.UNREADABLE);
        ann.says(kitchen, words("Nobody can read the"));
        server.faults().nextEvent("INTERACTION_CREATE", EventFault.UNREADABLE);
        ann.runs(kitchen, "/turn start", Map.of("partner", ben, "topic", words("Nor the")));
        ann.says(kitchen, "\u0000" + words("With a control character"));
        Awaitility.await()
                .until(() -> server.wire().events().stream()
                        .anyMatch(e -> e.frame().toString().contains("With a control character")));
    }

    @Test
    void nothing_that_was_written_is_in_any_file() throws IOException {
        aTurnWithEveryWayToWrite();
        noTrace("in the middle");
        theOtherTurnAndItsEnd();
        whatCannotBeRead();
        noTrace("at the end");
        assertThat(holding("" + ben.id()))
                .as("it looks where something would be")
                .isNotEmpty();
        for (Person person : List.of(ann, ben)) {
            Post me = person.runs(kitchen, "/turn me").awaitPost();
            while (!me.has(Flat.BOOK.text(Text.FORGET_ME))) {
                me = person.runs(kitchen, "/turn me").awaitPost();
            }
            Post sure = person.presses(me, Flat.BOOK.text(Text.FORGET_ME)).awaitPost();
            person.presses(sure, Flat.BOOK.text(Text.FORGET_ME_NOW)).awaitPost();
        }
        noTrace("after both had themselves forgotten");
        assertThat(holding("" + ann.id())).isEmpty();
        assertThat(holding("" + ben.id())).isEmpty();
        bot.close();
        noTrace("when it was killed");
    }
}

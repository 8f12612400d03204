package org.turnstone.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.turnstone.Packs;
import org.turnstone.Settings;
import org.turnstone.floor.Customs;
import org.turnstone.prompts.Text;
import org.turnstone.room.Help;

/** Every transcript plays back exactly as it is written. To accept a change: {@code mvn test -Dtranscripts=write}. */
class TranscriptsTest {
    private static final Path FOLDER = Path.of("src/test/transcripts");
    private static final boolean WRITE = "write".equals(System.getProperty("transcripts"));
    private static final Packs PACKS = Packs.of(Settings.load(Map.of("TURNSTONE_HOME", "target/no-home")));
    private static final Customs CUSTOMS = Customs.in(ZoneId.of("Europe/Berlin"));

    /** Without numbers to call: those are another file's, and change. */
    private static final Help HELP = (concern, country, book) ->
            book.text(Text.ASIDE_HEADING) + "\n" + book.text(Text.valueOf("ASIDE_" + concern));

    static String play(String transcript) {
        return Rehearsal.play(transcript, PACKS.ear("en"), PACKS.book("en"), HELP, CUSTOMS);
    }

    @TestFactory
    Stream<DynamicTest> plays_as_it_is_written() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(15);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> {
                    String written = Files.readString(file);
                    String played = play(written);
                    if (WRITE) {
                        Files.writeString(file, played);
                    } else {
                        sameLines(file, written.lines().toList(), played.lines().toList());
                    }
                }));
    }

    /** Fails with the one line that differs, not with two whole files. */
    private static void sameLines(Path file, List<String> written, List<String> played) {
        for (int i = 0; i < Math.max(written.size(), played.size()); i++) {
            String was = i < written.size() ? written.get(i) : "(the end)";
            String is = i < played.size() ? played.get(i) : "(the end)";
            if (!was.equals(is)) {
                fail("%s:%d%n  written: %s%n  played:  %s", file, i + 1, was.strip(), is.strip());
            }
        }
    }

    @Test
    void the_bots_lines_are_the_bots_own() {
        String people = "Ana and Sam\nAna asks for a turn.\nSam is here.\nAna: I felt alone.\n";
        String played = play(people);
        assertThat(played).contains("    bot: ").isNotEqualTo(people);
        assertThat(play(played)).isEqualTo(played);
        assertThat(play(played.replace("bot: ", "bot: something else, "))).isEqualTo(played);
    }

    /** Two transcripts that differ in one line of Ana's: a plea for a pause in one, words of being hurt in the other. */
    @Test
    void nobody_else_can_tell_a_step_aside_from_a_pause() throws IOException {
        List<String> pause = seenBySam(play(Files.readString(FOLDER.resolve("an-ordinary-pause.txt"))));
        List<String> aside = seenBySam(play(Files.readString(FOLDER.resolve("a-step-aside.txt"))));

        assertThat(aside).isEqualTo(pause).anyMatch(line -> line.contains("Taking a pause here"));
    }

    /** The bot's lines but for those to Ana alone, and Sam's own. */
    private static List<String> seenBySam(String played) {
        List<String> seen = new ArrayList<>();
        boolean anas = false;
        for (String line : played.lines().toList()) {
            boolean goesOn = line.startsWith(Script.INDENT + Script.INDENT);
            anas = goesOn ? anas : line.startsWith("Ana") || line.startsWith("#") || line.contains("to Ana only");
            if (!anas) {
                seen.add(line);
            }
        }
        return seen;
    }

    @Test
    void what_cannot_be_played_says_where_and_what_can_be_written() {
        assertThatThrownBy(() -> play("Ana\n")).hasMessageContaining("line 1").hasMessageContaining("Ana and Sam");
        assertThatThrownBy(() -> play("Ana and Sam\nEve: hello\n")).hasMessageContaining("line 2: Eve is not here");
        assertThatThrownBy(() -> play("Ana and Sam\n\nAna dances.\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("passes the floor");
        assertThatThrownBy(() -> play("Ana and Sam\n(soon)\n")).hasMessageContaining("(2 minutes later)");
        assertThatThrownBy(() -> play("Ana and Sam\n(silence)\n")).hasMessageContaining("silence means nothing here");
    }
}

package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Verdict;

class PacksTest {
    private static final Utterance BANANAS = Utterance.reply("Bananas are all that you ever think of.", "You hurt me.");

    @TempDir
    private Path home;

    private Packs packs;
    private int edits;

    @BeforeEach
    void loads() throws IOException {
        edit("");
        packs = new Packs(new ConfigFiles(home), Locale.ENGLISH);
        packs.readAll();
    }

    /** Each edit a second after the last, as a person's would be. */
    private void edit(String more) throws IOException {
        Path file = home.resolve("config/lexicon/en.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(Path.of("config/lexicon/en.txt")) + more);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000L * edits++));
    }

    private Verdict verdict() {
        return packs.ear("en").read(BANANAS).verdict();
    }

    @Test
    void an_edited_lexicon_is_taken_in_without_a_restart() throws IOException {
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
        edit("\n[contempt]\nrule fruit: speaks of fruit\nbananas are all\n+ Bananas are all you have.\n- A banana?\n");
        assertThat(packs.refresh()).isEmpty();
        assertThat(verdict()).isEqualTo(Verdict.DEFENDING);
    }

    @Test
    void prompts_are_there_at_once_and_what_cannot_be_used_is_named_when_it_is_waited_for() throws IOException {
        edit("\n[contempt]\nrule fruit: speaks of fruit\n(bananas\n");
        Packs early = Packs.promptsFirst(Settings.load(Map.of("TURNSTONE_HOME", home.toString())));
        assertThat(early.book("en").text(Text.SEND)).isEqualTo("Send");
        assertThatThrownBy(early::readAll)
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("lexicon")
                .hasMessageContaining("bracket");
    }

    @Test
    void a_broken_one_is_named_once_and_the_last_good_one_stays() throws IOException {
        edit("\n[contempt]\nrule fruit: speaks of fruit\nbananas are all\n+ Bananas are all you have.\n- A banana?\n");
        packs.refresh();
        edit("\n[contempt]\nrule fruit: speaks of fruit\n(bananas\n");
        assertThat(packs.refresh()).singleElement().asString().containsPattern("lexicon/en\\.txt:[0-9]+: .*bracket");
        assertThat(packs.refresh()).isEmpty();
        assertThat(verdict()).isEqualTo(Verdict.DEFENDING);
        edit("");
        assertThat(packs.refresh()).isEmpty();
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void untouched_files_are_not_read_again() {
        var before = packs.ear("en");
        assertThat(packs.refresh()).isEmpty();
        assertThat(packs.ear("en")).isSameAs(before);
    }

    /** The English words of crisis stand in for Spanish ones, which is enough to have the language installed. */
    private void installsSpanish(String lexicon) throws IOException {
        Path folder = home.resolve("config/lexicon");
        Files.writeString(folder.resolve("es.txt"), lexicon);
        Files.writeString(
                folder.resolve("crisis.es.txt"),
                Files.readString(Path.of("config/lexicon/crisis.en.txt"))
                        .replaceFirst("(?m)^language en$", "language es"));
    }

    @Test
    void what_is_said_in_another_installed_language_is_heard_and_read_as_well() throws IOException {
        installsSpanish(Files.readString(Path.of("config/lexicon/es.txt")));
        Utterance spanish = Utterance.reply("Siempre exageras, no es para tanto.", "Me dolió.");
        assertThat(packs.ear("en").read(spanish).verdict()).isEqualTo(Verdict.DEFENDING);
        assertThat(packs.ear("es").alarm("You hit me last week.")).isPresent();
        assertThat(packs.ear("fr").read(BANANAS)).isEqualTo(packs.ear("en").read(BANANAS));
    }

    @Test
    void another_language_that_is_broken_keeps_nobody_from_their_own() throws IOException {
        installsSpanish("language es\nnonsense\n");
        assertThat(packs.ear("en")
                        .read(Utterance.reply("Oh please, you always exaggerate.", "I felt alone."))
                        .verdict())
                .isEqualTo(Verdict.DEFENDING);
        assertThat(packs.refresh()).singleElement().asString().contains("es.txt:2: ");
    }
}

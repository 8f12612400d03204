package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Person;
import org.turnstone.room.Manners;
import org.turnstone.room.Note;
import org.turnstone.store.Database;
import org.turnstone.store.SqlNotes;
import org.turnstone.store.SqlPeople;
import picocli.CommandLine;

/** What is held of somebody, had and erased from the command line. */
class OwnDataCommandsTest {
    private static final Person BEN = new Person("discord:80351110224678912");
    private static final String WORDS = "gooseberries on the gate";

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void somebody_is_known() {
        try (Database database = Database.open(home)) {
            new SqlPeople(database).save(BEN, Manners.UNSAID.withLanguage("es"));
            new SqlNotes(database)
                    .leave(new Note(
                            7, "discord:5/1-2", BEN, "x", Optional.of(WORDS), List.of(), List.of(), Instant.now()));
        }
    }

    private int run(String... arguments) {
        CommandLine command = Turnstone.in(Map.of("TURNSTONE_HOME", home.toString()));
        PrintWriter writer = new PrintWriter(out);
        return command.setOut(writer).setErr(writer).execute(arguments);
    }

    @Test
    void export_prints_it_or_writes_it_to_a_file() throws IOException {
        assertThat(run("export", "80351110224678912")).isZero();
        JsonNode printed = new ObjectMapper().readTree(out.toString());
        assertThat(printed.path("about").asText()).isEqualTo(BEN.id());
        assertThat(printed.path("notes").findValuesAsText("words")).containsExactly(WORDS);
        Path file = home.resolve("ben.json");
        assertThat(run("export", BEN.id(), "--out", file.toString())).isZero();
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(file))
                        .path("choices")
                        .path("language")
                        .asText())
                .isEqualTo("es");
    }

    @Test
    void forget_says_what_would_go_and_does_it_when_told_to() {
        assertThat(run("forget", BEN.id())).isZero();
        assertThat(out.toString()).contains("--yes", "1 notes").doesNotContain(WORDS);
        try (Database database = Database.open(home)) {
            assertThat(new SqlPeople(database).of(BEN).language()).isEqualTo("es");
        }
        assertThat(run("forget", BEN.id(), "--yes")).isZero();
        assertThat(out.toString()).contains("Erased");
        try (Database database = Database.open(home)) {
            assertThat(new SqlPeople(database).of(BEN)).isEqualTo(Manners.UNSAID);
            assertThat(new SqlNotes(database).waiting(BEN)).isEmpty();
        }
    }

    @Test
    void who_is_nobody_is_explained_and_a_running_program_is_named() {
        assertThat(run("export", "ben")).isEqualTo(2);
        assertThat(out.toString()).contains("account's number", "web:ROOM/2");
        try (Database database = Database.open(home)) {
            assertThat(database).isNotNull();
            assertThat(run("forget", BEN.id(), "--yes")).isNotZero();
        }
        assertThat(out.toString()).contains("in use by another Turnstone");
    }
}

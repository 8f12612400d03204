package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.room.Marks;

class BackupTest {
    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

    @TempDir
    private Path place;

    private Path home() {
        return place.resolve("home");
    }

    private Marks marks(Database database) {
        return new SqlMarks(database);
    }

    @Test
    void a_copy_made_while_the_program_runs_holds_what_was_saved_before_it() throws IOException {
        Path copy;
        try (Database database = Database.open(home())) {
            marks(database).put("room", "seat", "before");
            copy = Backup.make(home(), place.resolve("copies"), NOW);
            marks(database).put("room", "seat", "after");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        Path aside = Backup.restore(home(), copy, NOW).orElseThrow();
        try (Database database = Database.open(home())) {
            assertThat(marks(database).get("room", "seat")).contains("before");
        }
        Backup.restore(home(), aside, NOW.plusSeconds(1));
        try (Database database = Database.open(home())) {
            assertThat(marks(database).get("room", "seat"))
                    .as("what was set aside is whole")
                    .contains("after");
        }
    }

    @Test
    void nothing_is_put_back_under_a_running_program_nor_anything_that_is_no_copy() throws IOException {
        try (Database database = Database.open(home())) {
            marks(database).put("room", "seat", "here");
            Path copy = Backup.make(home(), place, NOW);
            assertThatThrownBy(() -> Backup.restore(home(), copy, NOW))
                    .hasMessageContaining("in use by another Turnstone");
        }
        Path junk = Files.writeString(place.resolve("junk.db"), "no database".repeat(900));
        assertThatThrownBy(() -> Backup.restore(home(), junk, NOW)).hasMessageContaining("is no Turnstone database");
        assertThatThrownBy(() -> Backup.restore(home(), place.resolve("none"), NOW))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> Backup.make(place.resolve("empty"), place, NOW))
                .hasMessageContaining("nothing to back up");
        try (Database database = Database.open(home())) {
            assertThat(marks(database).get("room", "seat")).contains("here");
        }
    }

    @Test
    void a_database_of_an_older_version_is_copied_before_it_is_brought_up_to_date_and_the_copy_goes_after_a_week()
            throws Exception {
        Database.open(home()).close();
        Path file = home().resolve("turnstone.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // As the version before the last left it.
            statement.execute("delete from flyway_schema_history where version = '6'");
            statement.execute("drop table seen");
            statement.execute("create table seen (room text not null, event text not null, at bigint not null,"
                    + " primary key (room, event))");
            statement.execute("create index seen_by_time on seen (at)");
            statement.execute("insert into seen values ('room', 'an event of then', 1)");
        }
        Path copy = home().resolve("turnstone.db.before-update");
        assertThat(copy).doesNotExist();
        try (Database database = Database.open(home())) {
            assertThat(database.rooms().hasSeen("room", "an event of then")).isTrue();
        }
        assertThat(copy).exists();
        Home taken = Home.take(home());
        Backup.forgetOldUpdate(taken, Instant.now().plus(Duration.ofDays(6)));
        assertThat(copy).exists();
        Backup.forgetOldUpdate(taken, Instant.now().plus(Duration.ofDays(8)));
        assertThat(copy).doesNotExist();
        taken.close();
    }
}

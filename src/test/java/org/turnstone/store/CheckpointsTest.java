package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The write-ahead log begins anew now and then, though no commit stops for it, and what stood in it stands in the file. */
class CheckpointsTest {
    private static final int COMMITS = 3 * Checkpoints.COMMITS;
    /** A commit of one mark writes three pages; so this is half of what all would take. */
    private static final long HALF = COMMITS * 3L * 4_096 / 2;

    @TempDir
    private Path home;

    /** Another program that reads the file, a backup perhaps, keeps the log: then it is emptied when that has ended. */
    @Test
    void what_is_erased_leaves_the_log_as_soon_as_nobody_reads_in_it() throws Exception {
        try (Database database = Database.open(home);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("turnstone.db"));
                Statement reading = other.createStatement()) {
            SqlMarks marks = new SqlMarks(database);
            marks.put("room", "name", "a mark");
            reading.execute("begin");
            reading.executeQuery("select count(*) from rooms").close();
            marks.remove("room", "name");
            database.scrub();
            assertThat(size("turnstone.db-wal")).isPositive();
            reading.execute("commit");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> size("turnstone.db-wal") == 0);
            marks.put("room", "name", "a mark");
            database.scrub();
            assertThat(size("turnstone.db-wal")).isZero();
        }
    }

    private long size(String file) throws IOException {
        return Files.size(home.resolve(file));
    }

    @Test
    void the_log_stays_short_and_nothing_is_lost() throws IOException {
        try (Database database = Database.open(home)) {
            SqlMarks marks = new SqlMarks(database);
            for (int i = 0; i < COMMITS; i++) {
                marks.put("room" + i, "name", "a mark that is long enough to fill the pages with something " + i);
            }
            assertThat(size("turnstone.db-wal")).isLessThan(HALF);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> size("turnstone.db") > 100 * 4_096);
            for (int i = 0; i < COMMITS; i += 500) {
                assertThat(marks.get("room" + i, "name").orElseThrow()).endsWith(" " + i);
            }
        }
        assertThat(home.resolve("turnstone.db-wal")).doesNotExist();
    }
}

package org.turnstone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process over SQLite, and what may happen to its disk, or to the platform. Nothing is lost or said twice. */
class DiskTest {
    private static final long SEED = 11;

    @TempDir
    private Path directory;

    private interface Fault {
        void befalls(Fleet fleet, Platform platform) throws IOException, SQLException;
    }

    private void ends(Fault fault) throws IOException, SQLException {
        try (Platform platform = new Platform(SEED);
                Fleet fleet = new Fleet(directory, platform, Optional.empty(), 1)) {
            fleet.hears(25);
            fault.befalls(fleet, platform);
            fleet.hears(25);
            fleet.endsAsIfNothingHadHappened();
        }
    }

    private static void says(Fleet fleet, String... oneOf) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(fleet.log()).containsAnyOf(oneOf));
    }

    @Test
    void a_disk_that_takes_nothing_more_and_is_freed_again_while_the_process_runs() throws IOException, SQLException {
        ends((fleet, platform) -> {
            fleet.limitsFiles(0, String.valueOf(Files.size(fleet.home(0).resolve("turnstone.db-wal")) / 2));
            says(fleet, "Check the disk", "on a full disk");
            fleet.limitsFiles(0, "unlimited");
        });
    }

    @Test
    void a_disk_so_slow_that_nothing_is_written_for_seconds() throws IOException, SQLException {
        ends((fleet, platform) -> {
            try (Connection other = DriverManager.getConnection(
                            "jdbc:sqlite:" + fleet.home(0).resolve("turnstone.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                says(fleet, "in use by another program");
                statement.execute("rollback");
            }
        });
    }

    @Test
    void a_platform_that_is_away() throws IOException, SQLException {
        ends((fleet, platform) -> {
            platform.goesAway();
            says(fleet, "is still owed and will be tried again: the platform says 503");
            platform.isBack();
        });
    }
}

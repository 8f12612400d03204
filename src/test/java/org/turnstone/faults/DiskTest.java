package org.turnstone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** A third of a second for every sync: hundreds of times what it should take. */
    @Test
    void a_disk_that_is_slow_each_time() throws IOException, SQLException {
        ends((fleet, platform) -> {
            Optional<Fleet.Slowness> slow = fleet.slowsDisk(0, Duration.ofMillis(300));
            assumeThat(slow).as("strace is there and may trace").isPresent();
            try (Fleet.Slowness slowness = slow.get()) {
                fleet.hears(10);
                assertThat(slowness.strace().isAlive())
                        .as("it was slow all the while")
                        .isTrue();
            }
        });
    }

    /** A file system of its own; the owner of all files could write to any other, whatever its rights say. */
    private static boolean mounts(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
    }

    @Test
    void a_disk_that_is_read_only_at_a_start_and_mended_before_the_next() throws IOException, SQLException {
        Path home = Files.createDirectories(directory.resolve("home0"));
        assumeThat(mounts("-t", "tmpfs", "-o", "size=64m", "tmpfs", home.toString()))
                .as("mounting is allowed here")
                .isTrue();
        try {
            ends((fleet, platform) -> {
                fleet.kills(0);
                assertThat(mounts("-o", "remount,ro", home.toString())).isTrue();
                fleet.starts(0);
                says(fleet, home + " cannot be made private to this user. Choose another TURNSTONE_HOME");
                fleet.ends(0);
                assertThat(mounts("-o", "remount,rw", home.toString())).isTrue();
                fleet.starts(0);
            });
        } finally {
            new ProcessBuilder("umount", "-l", home.toString()).start().onExit().join();
        }
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

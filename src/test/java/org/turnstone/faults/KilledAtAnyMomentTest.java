package org.turnstone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.store.Postgres;

/** SIGKILL at random moments: 6 over SQLite and 4 over PostgreSQL with three processes; 1,000 and 300 under -Pthorough. */
class KilledAtAnyMomentTest {
    private static final boolean THOROUGH = "yes".equals(System.getProperty("thorough"));
    private static final long SEED = 20261126;

    @TempDir
    private Path directory;

    private void kills(Optional<String> database, int workers, int times) {
        Random dice = new Random(SEED);
        try (Platform platform = new Platform(SEED);
                Fleet fleet = new Fleet(directory, platform, database, workers)) {
            for (int i = 0; i < times; i++) {
                fleet.killsAfter(dice.nextInt(workers), 1 + dice.nextInt(30), dice.nextInt(20));
            }
            fleet.endsAsIfNothingHadHappened();
            assertThat(platform.over()).hasSizeGreaterThanOrEqualTo(4);
            System.out.println(times + " kills, " + workers + " processes, seed " + SEED + ": " + platform.counts());
        }
    }

    @Test
    void one_process_over_sqlite_ends_as_if_nothing_had_happened() {
        kills(Optional.empty(), 1, THOROUGH ? 1_000 : 6);
    }

    @Test
    void three_processes_over_postgresql_end_as_if_nothing_had_happened() {
        kills(Optional.of(Postgres.database().url()), 3, THOROUGH ? 300 : 4);
    }
}

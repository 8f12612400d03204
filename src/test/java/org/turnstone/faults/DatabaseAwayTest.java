package org.turnstone.faults;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes over PostgreSQL, and what may happen to it and to the line. Nothing is lost or said twice. */
class DatabaseAwayTest {
    private static final long SEED = 7;

    @TempDir
    private Path directory;

    /** A fault takes its time, by the real clock: there is nothing else to wait for. */
    private static void passes(int seconds) {
        CountDownLatch passed = new CountDownLatch(1);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.schedule(passed::countDown, seconds, TimeUnit.SECONDS);
        try {
            passed.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            clock.shutdown();
        }
    }

    private interface Fault {
        void befalls(DatabaseServer server, Cable cable, Fleet fleet);
    }

    private void goesOnAfter(Fault fault) {
        ends((server, cable, fleet) -> {
            fault.befalls(server, cable, fleet);
            fleet.hears(25);
            fleet.endsAsIfNothingHadHappened();
        });
    }

    private void ends(Fault fault) {
        try (DatabaseServer server = DatabaseServer.in(directory);
                Cable cable = new Cable(server.port());
                Platform platform = new Platform(SEED);
                Fleet fleet = new Fleet(directory, platform, Optional.of(DatabaseServer.url(cable.port())), 3)) {
            fleet.hears(25);
            fault.befalls(server, cable, fleet);
        }
    }

    @Test
    void a_server_that_is_restarted() {
        goesOnAfter((server, cable, fleet) -> {
            server.stop();
            passes(2);
            server.start();
        });
    }

    @Test
    void a_line_that_is_cut_and_one_on_which_nothing_comes_through() {
        goesOnAfter((server, cable, fleet) -> {
            cable.cut();
            passes(3);
            cable.mend();
            fleet.hears(10);
            cable.hold();
            passes(5);
            cable.mend();
        });
    }

    @Test
    void a_server_that_is_gone_and_a_replica_that_takes_its_place() {
        ends((server, cable, fleet) -> {
            try (DatabaseServer replica = server.replica(directory)) {
                server.waitsForItsReplica();
                fleet.hears(25);
                cable.cut();
                server.stop();
                replica.promote();
                cable.leadsTo(replica.port());
                fleet.hears(25);
                fleet.endsAsIfNothingHadHappened();
                server.start();
            }
        });
    }

    @Test
    void a_process_that_is_frozen_past_its_lease_and_then_let_go() {
        goesOnAfter((server, cable, fleet) -> {
            fleet.signals(1, "STOP");
            fleet.hears(10);
            passes((int) Fleet.LEASE.toSeconds() + 2);
            fleet.signals(1, "CONT");
        });
    }
}

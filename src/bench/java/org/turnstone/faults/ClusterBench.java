package org.turnstone.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * One process over PostgreSQL, then three, on the same machine: events a second, processor time an event in Turnstone, what
 * PostgreSQL took beside it, and how many saves had to be done again because another process had come before. The people and
 * the platform run in this process, PostgreSQL beside it.
 */
public final class ClusterBench {
    private static final int TALKS = 48;
    private static final int WARM_SECONDS = 15;
    private static final int SECONDS = 30;
    /** Clock ticks a second, in which Linux counts processor time. */
    private static final double TICKS = 100;

    private ClusterBench() {}

    private record Cost(long events, long anew, double turnstone, double postgres) {
        Cost minus(Cost before) {
            return new Cost(
                    events - before.events(),
                    anew - before.anew(),
                    turnstone - before.turnstone(),
                    postgres - before.postgres());
        }
    }

    public static void main(String[] args) throws IOException {
        for (int workers : List.of(1, 3)) {
            Path directory = Files.createTempDirectory("cluster-bench");
            try (DatabaseServer server = DatabaseServer.in(directory);
                    Platform platform = new Platform(1, TALKS);
                    Fleet fleet = new Fleet(
                            directory, platform, Optional.of(DatabaseServer.url(server.port())), workers)) {
                waits(WARM_SECONDS);
                Cost before = cost(platform);
                waits(SECONDS);
                Cost cost = cost(platform).minus(before);
                System.out.printf(
                        "%d processes: %,.0f events a second, %.2f ms of processor time an event in Turnstone, %.2f in"
                                + " PostgreSQL, %.2f %% of saves done again%n",
                        workers,
                        (double) cost.events() / SECONDS,
                        cost.turnstone() * 1e3 / cost.events(),
                        cost.postgres() * 1e3 / cost.events(),
                        100.0 * cost.anew() / cost.events());
                fleet.endsAsIfNothingHadHappened();
            }
        }
    }

    private static void waits(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static Cost cost(Platform platform) {
        Collection<Platform.Report> reports = platform.reports().values();
        double workers = platform.reports().keySet().stream()
                .mapToDouble(pid -> seconds(Path.of("/proc", pid.toString(), "stat")))
                .sum();
        return new Cost(
                reports.stream().mapToLong(Platform.Report::events).sum(),
                reports.stream().mapToLong(Platform.Report::anew).sum(),
                workers,
                postgres());
    }

    /** All that descend from this process, the workers left out, which are no postgres. */
    private static double postgres() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(p -> p.getFileName().toString().matches("\\d+"))
                    .map(p -> p.resolve("stat"))
                    .filter(p -> text(p).contains("(postgres)"))
                    .mapToDouble(ClusterBench::seconds)
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In user and kernel mode, children that have ended included. */
    private static double seconds(Path stat) {
        String text = text(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length < 15
                ? 0
                : (Long.parseLong(fields[11])
                                + Long.parseLong(fields[12])
                                + Long.parseLong(fields[13])
                                + Long.parseLong(fields[14]))
                        / TICKS;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}

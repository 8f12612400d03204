package org.turnstone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.turnstone.store.Database;
import org.turnstone.store.Server;
import org.turnstone.store.SqlRooms;

/** Workers in processes of their own, which can be killed, frozen and started again, and what became of their talks. For one thread. */
final class Fleet implements AutoCloseable {
    /** A third of what ships, so that a build waits less for a worker that is gone; the whole of it where there is time. */
    static final Duration LEASE =
            "yes".equals(System.getProperty("thorough")) ? Server.LEASE : Server.LEASE.dividedBy(3);

    private final Path directory;
    private final Platform platform;
    private final Optional<String> database;
    private final List<Process> workers = new ArrayList<>();

    /** @param database the address of a PostgreSQL that all share; empty: SQLite, for one worker */
    Fleet(Path directory, Platform platform, Optional<String> database, int workers) {
        this.directory = directory;
        this.platform = platform;
        this.database = database;
        opensOnce();
        for (int i = 0; i < workers; i++) {
            this.workers.add(start(i));
        }
    }

    Path home(int worker) {
        return directory.resolve("home" + worker);
    }

    /** The key is the same for all. */
    private void opensOnce() {
        open().close();
    }

    private Database open() {
        return database.map(url -> Database.open(home(0), server(url))).orElseGet(() -> Database.open(home(0)));
    }

    static Server server(String url) {
        return new Server(url, Optional.of("postgres"), Optional.of("none"), LEASE);
    }

    private void copyKey(Path home) {
        try {
            Files.createDirectories(home);
            Path key = home.resolve("turnstone.key");
            if (!Files.exists(key)) {
                Files.copy(home(0).resolve("turnstone.key"), key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(int worker) {
        try {
            copyKey(home(worker));
            List<String> command = new ArrayList<>();
            // Behind the other tests of a build, which know how quick they should be.
            command.addAll(List.of(
                    "nice",
                    "-n",
                    "10",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx128m",
                    "-Dthorough=" + System.getProperty("thorough"),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Worker.class.getName(),
                    home(worker).toString(),
                    String.valueOf(platform.port())));
            database.ifPresent(command::add);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("log.txt").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until so many more effects were heard, then so many milliseconds, and kills a worker; another takes its place. */
    void killsAfter(int worker, int effects, long millis) {
        hears(effects);
        try {
            workers.get(worker).waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        kills(worker);
        starts(worker);
    }

    /** Kills a worker; nobody takes its place. */
    void kills(int worker) {
        workers.get(worker).destroyForcibly().onExit().join();
    }

    /** Starts one where none is any more. */
    void starts(int worker) {
        platform.tellsAgain();
        workers.set(worker, start(worker));
    }

    /** Waits until a worker has ended by itself. */
    void ends(int worker) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !workers.get(worker).isAlive());
    }

    /** Waits until so many more effects were heard. */
    void hears(int effects) {
        int from = platform.effects();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> platform.effects() >= from + effects);
    }

    /** SIGSTOP and SIGCONT. */
    void signals(int worker, String signal) {
        runs("kill", "-" + signal, pid(worker));
    }

    /** No file that a worker writes may grow beyond this from now on, as on a full disk; "unlimited" frees it. */
    void limitsFiles(int worker, String bytes) {
        runs("prlimit", "--pid", pid(worker), "--fsize=" + bytes + ":");
    }

    /**
     * From now on each of the worker's syncs takes so much longer, as on a slow disk, until this is closed. By strace, which can do
     * that to another process; empty where there is none, or it may not.
     */
    Optional<Slowness> slowsDisk(int worker, Duration by) throws IOException {
        boolean isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "strace")));
        if (!isThere) {
            return Optional.empty();
        }
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:delay_exit=" + by.toNanos() / 1_000,
                        "-p",
                        pid(worker))
                .start();
        String first = strace.errorReader().readLine();
        return first != null && first.contains("attached") ? Optional.of(new Slowness(strace)) : Optional.empty();
    }

    /** A slow disk, until it is closed. */
    record Slowness(Process strace) implements AutoCloseable {
        @Override
        public void close() {
            strace.destroy();
            strace.onExit().join();
        }
    }

    private String pid(int worker) {
        return String.valueOf(workers.get(worker).pid());
    }

    private static void runs(String... command) {
        try {
            int end = new ProcessBuilder(command).inheritIO().start().waitFor();
            assertThat(end).as(String.join(" ", command)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything ends as if nothing had happened: no effect lost, doubled or out of order, every talk where it should be. */
    void endsAsIfNothingHadHappened() {
        platform.closes();
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(platform.missing()).isEmpty());
        database.ifPresent(this::awaitsThatNothingIsOwed);
        endWorkers();
        try (Database opened = open()) {
            SqlRooms rooms = opened.rooms();
            for (Talk talk : platform.over()) {
                assertThat(platform.heard(talk)).as(talk.room()).isEqualTo(talk.heard());
                assertThat(rooms.load(talk.room()).orElseThrow().conversation())
                        .as(talk.room())
                        .isEqualTo(talk.end());
                assertThat(rooms.owed(talk.room())).isEmpty();
            }
        }
    }

    /** What was heard is written down as played a moment later: not before that are the workers killed. */
    private void awaitsThatNothingIsOwed(String url) {
        copyKey(directory.resolve("watcher"));
        try (Database watched = Database.open(directory.resolve("watcher"), server(url))) {
            SqlRooms rooms = watched.rooms();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> platform.over().stream()
                            .allMatch(talk -> rooms.owed(talk.room()).isEmpty()));
        }
    }

    String log() {
        try {
            return Files.readString(directory.resolve("log.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endWorkers() {
        workers.forEach(Process::destroyForcibly);
        workers.forEach(worker -> worker.onExit().join());
        workers.clear();
    }

    @Override
    public void close() {
        endWorkers();
    }
}

package org.turnstone.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own, which can be stopped, started again, and followed by a replica. For one thread. */
final class DatabaseServer implements AutoCloseable {
    private final Path data;
    private final int port = freePort();
    private EmbeddedPostgres server;

    private DatabaseServer(Path data) {
        this.data = data;
        start();
    }

    /**
     * Below those that a system gives out by itself: whoever calls a server that is stopped could otherwise be given its very
     * port to call from, and so keep it from starting again.
     */
    private static int freePort() {
        for (int port = 20_000 + (int) (ProcessHandle.current().pid() % 5_000); port < 32_000; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    static DatabaseServer in(Path directory) {
        return new DatabaseServer(directory.resolve("data"));
    }

    void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** The address of its database, by way of {@code through}. */
    static String url(int through) {
        return "jdbc:postgresql://127.0.0.1:" + through + "/postgres";
    }

    /** A second server that has everything which this one has said it has, made from a copy while this one runs. */
    DatabaseServer replica(Path directory) {
        Path copy = directory.resolve("copy");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('copy', true)");
            copy(data, copy);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
            Files.createFile(copy.resolve("standby.signal"));
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres application_name=replica'\n");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DatabaseServer(copy);
    }

    /** From now on nothing is committed before the replica has it too. */
    void waitsForItsReplica() {
        run("alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
    }

    /** Becomes the server that writes. */
    void promote() {
        run("alter system reset synchronous_standby_names", "select pg_reload_conf()", "select pg_promote()");
    }

    private void run(String... commands) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : List.of(commands)) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path goal = to.resolve(from.relativize(file));
                boolean isTheirs = file.getFileName().toString().equals("postmaster.pid")
                        || file.getFileName().toString().equals("epg-lock");
                if (Files.isDirectory(file)) {
                    Files.createDirectories(goal);
                    Files.setPosixFilePermissions(goal, PosixFilePermissions.fromString("rwx------"));
                } else if (!isTheirs) {
                    Files.copy(file, goal);
                }
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}

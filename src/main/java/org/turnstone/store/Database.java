package org.turnstone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file in a private directory, with its vault. Write-ahead log, every commit on disk, immediate transactions
 * (deferred ones lose read-modify-writes to one another), and erased text overwritten.
 *
 * <p>Threads may share one: they take turns on its one connection, which is faster than waiting for SQLite's own lock.
 */
public final class Database implements AutoCloseable {
    /** Work with the connection inside one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Path file;
    private final Connection connection;
    private final Vault vault;
    private final HomeLock lock;
    private final ReentrantLock turn = new ReentrantLock(true);

    private Database(Path file, Connection connection, Vault vault, HomeLock lock) {
        this.file = file;
        this.connection = connection;
        this.vault = vault;
        this.lock = lock;
    }

    /**
     * Opens the database in {@code home}, which is made if need be, and brings it up to date.
     *
     * @throws StoreProblem where it cannot, in words that say what to do
     */
    public static Database open(Path home) {
        makePrivate(home);
        HomeLock lock = HomeLock.take(home);
        try {
            return open(home, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Database open(Path home, HomeLock lock) {
        Path file = home.resolve("turnstone.db");
        Path key = home.resolve("turnstone.key");
        boolean first = !Files.exists(file) && !Files.exists(key);
        Vault vault = first ? Vault.create(key) : Vault.open(key);
        String url = "jdbc:sqlite:" + file;
        try {
            migrate(url, file);
            Connection connection = config().createConnection(url);
            return new Database(file, connection, vault, lock);
        } catch (SQLException e) {
            throw problem(file, e);
        }
    }

    private static void makePrivate(Path home) {
        try {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StoreProblem(
                    home + " cannot be made private to this user. Choose another TURNSTONE_HOME, or mend its rights.",
                    e);
        }
    }

    private static SQLiteConfig config() {
        Properties wishes = new Properties();
        wishes.setProperty("secure_delete", "true");
        SQLiteConfig config = new SQLiteConfig(wishes);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(5_000);
        return config;
    }

    private static void migrate(String url, Path file) {
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource(config());
        source.setUrl(url);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/sqlite")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException sql
                    ? problem(file, sql)
                    : new StoreProblem(
                            file + " cannot be brought up to date ("
                                    + e.getClass().getSimpleName()
                                    + "). Put it aside and restore a backup, or ask for help with this line.",
                            e);
        }
    }

    Vault vault() {
        return vault;
    }

    /**
     * Runs {@code work} in one transaction: all of it, or nothing. It begins and ends here and not in the driver, which would
     * begin the next one at once and so hold the file against everyone else.
     */
    <T> T transact(Work<T> work) {
        turn.lock();
        try {
            command("begin immediate");
            T result = work.on(connection);
            command("commit");
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw problem(file, e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void command(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** After some failures, a full disk among them, SQLite has rolled back by itself; what matters is the failure. */
    private void rollBack(Exception failure) {
        try {
            command("rollback");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Leaves nothing erased readable in the write-ahead log either. */
    void scrub() {
        turn.lock();
        try {
            command("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw problem(file, e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw problem(file, e);
        } finally {
            lock.close();
            turn.unlock();
        }
    }

    /** What went wrong, in words that say what to do. */
    private static StoreProblem problem(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String what = switch (code) {
            case SQLITE_FULL -> " is on a full disk. Free some space; nothing that was saved is lost.";
            case SQLITE_BUSY, SQLITE_LOCKED -> " is in use by another program. Stop the other Turnstone first.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                " is damaged and will not be touched. Put it aside and restore a backup.";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                " cannot be written. Check the rights of the file and its directory.";
            default ->
                code.name().startsWith("SQLITE_IOERR")
                        ? " cannot be read or written (" + code + "). Check the disk."
                        : " refused a command (" + code + ").";
        };
        return new StoreProblem(file + what, e);
    }
}

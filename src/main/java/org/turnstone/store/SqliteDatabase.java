package org.turnstone.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.turnstone.room.Leases;
import org.turnstone.room.Neighbours;

/**
 * One SQLite file in a private directory, with its vault. Write-ahead log, every commit on disk, immediate transactions
 * (deferred ones lose read-modify-writes to one another), and erased text overwritten.
 *
 * <p>Threads may share one: SQLite has one writer, so what is written goes over one connection, and writes that meet share a
 * transaction; what is only read goes over another and waits for no disk.
 */
final class SqliteDatabase extends Database {
    private final Home home;
    private final Path file;
    private final Session writer;
    private final Session reader;
    private final Batch batch = new Batch(this::commit);
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final Checkpoints checkpoints;

    private SqliteDatabase(Home home, Path file, Vault vault) throws SQLException {
        super(vault);
        this.home = home;
        this.file = file;
        this.writer = new Session(config().createConnection("jdbc:sqlite:" + file));
        this.reader = new Session(config().createConnection("jdbc:sqlite:" + file));
        reader.command("pragma query_only = on");
        Sql.all(writer, row -> 0, "pragma wal_autocheckpoint = 0");
        Session copier = new Session(config().createConnection("jdbc:sqlite:" + file));
        this.checkpoints = new Checkpoints(copier, writer, writing);
    }

    static SqliteDatabase openIn(Home home) {
        Path file = home.file("turnstone.db");
        try {
            boolean first = !Files.exists(file) && !Files.exists(home.key());
            Vault vault = first ? Vault.create(home.key()) : Vault.open(home.key());
            Backup.forgetOldUpdate(home, Instant.now());
            migrate(home, file);
            return new SqliteDatabase(home, file, vault);
        } catch (SQLException e) {
            home.close();
            throw problem(file, e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
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
        // Or each insert is followed by a query for its row's number, which nobody asks for.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static void migrate(Home home, Path file) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource(config());
        source.setUrl("jdbc:sqlite:" + file);
        Migrations.run(source, "sqlite", file.toString(), () -> Backup.beforeUpdate(home, file));
    }

    @Override
    <T> T transact(Work<T> work) {
        return batch.run(work);
    }

    /** Together if they can; one that fails takes none of the others with it. */
    private void commit(List<Batch.Job<?>> jobs) {
        writing.lock();
        try {
            inOneTransaction(jobs);
        } catch (SQLException | RuntimeException e) {
            jobs.forEach(this::alone);
        } finally {
            writing.unlock();
        }
    }

    private void alone(Batch.Job<?> job) {
        try {
            inOneTransaction(List.of(job));
        } catch (SQLException e) {
            job.failed(problem(file, e));
        } catch (RuntimeException e) {
            job.failed(e);
        }
    }

    /** It begins and ends here and not in the driver, which would begin the next one at once and so hold the file. */
    private void inOneTransaction(List<Batch.Job<?>> jobs) throws SQLException {
        try {
            writer.command("begin immediate");
            for (Batch.Job<?> job : jobs) {
                job.runOn(writer);
            }
            writer.command("commit");
            checkpoints.committed(jobs.size());
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    /** After some failures, a full disk among them, SQLite has rolled back by itself; what matters is the failure. */
    private void rollBack(Exception failure) {
        writer.forgetStatements();
        try {
            writer.command("rollback");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    <T> T read(Work<T> work) {
        reading.lock();
        try {
            return work.on(reader);
        } catch (SQLException e) {
            reader.forgetStatements();
            throw problem(file, e);
        } finally {
            reading.unlock();
        }
    }

    /** Erased text is overwritten in the file by then, but stands in the write-ahead log until that is emptied. */
    @Override
    void scrub() {
        try {
            checkpoints.empty();
        } catch (SQLException e) {
            throw problem(file, e);
        }
    }

    @Override
    void scrubCopies() {
        scrub();
        Backup.forgetUpdate(home);
    }

    @Override
    public SqlRooms rooms() {
        return new SqlRooms(this);
    }

    /** The directory is this process's alone. */
    @Override
    public Neighbours neighbours() {
        return Neighbours.NONE;
    }

    @Override
    public Leases leases() {
        return Leases.ALONE;
    }

    @Override
    public void close() {
        checkpoints.end();
        reading.lock();
        writing.lock();
        try {
            checkpoints.close();
            reader.close();
            writer.close();
        } catch (SQLException e) {
            throw problem(file, e);
        } finally {
            writing.unlock();
            reading.unlock();
            home.close();
        }
    }

    /** What went wrong, in words that say what to do. */
    static StoreProblem problem(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String what = switch (code) {
            case SQLITE_FULL -> " is on a full disk. Free some space; nothing that was saved is lost.";
            case SQLITE_BUSY, SQLITE_LOCKED -> " is in use by another program. Stop the other Turnstone first.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                " is damaged and will not be touched. Put it aside and restore a backup" + copyBeside(file) + ".";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                " cannot be written. Check the rights of the file and its directory.";
            default ->
                code.name().startsWith("SQLITE_IOERR")
                        ? " cannot be read or written (" + code + "). Check the disk."
                        : " refused a command (" + code + ").";
        };
        return new StoreProblem(file + what, e);
    }

    private static String copyBeside(Path file) {
        Path copy = file.resolveSibling(file.getFileName() + ".before-update");
        return Files.exists(copy) ? "; one from before the last update is " + copy : "";
    }
}

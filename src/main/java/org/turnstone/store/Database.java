package org.turnstone.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.turnstone.room.Leases;
import org.turnstone.room.Neighbours;

/**
 * Where everything is kept: a SQLite file of this process, or a PostgreSQL database that several share. Threads may share
 * one.
 */
public abstract sealed class Database implements AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /**
     * Work with a session, for one transaction. It may be run again after a failure, so it changes nothing but the database.
     */
    @FunctionalInterface
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    private final Vault vault;

    Database(Vault vault) {
        this.vault = vault;
    }

    /**
     * Opens the SQLite database in {@code home}, which is made if need be, and brings it up to date.
     *
     * @throws StoreProblem where it cannot, in words that say what to do
     */
    public static Database open(Path home) {
        return SqliteDatabase.openIn(Home.take(home));
    }

    /**
     * Opens a database on {@code server}, which other processes may share, with the key in {@code home}.
     *
     * @throws StoreProblem where it cannot, in words that say what to do
     */
    public static Database open(Path home, Server server) {
        return PostgresDatabase.openIn(Home.take(home), server);
    }

    Vault vault() {
        return vault;
    }

    /** Runs {@code work} in a transaction: all of it, on disk when this returns, or nothing. */
    abstract <T> T transact(Work<T> work);

    /** Runs {@code work}, which only reads: each of its statements sees everything that was committed before it. */
    abstract <T> T read(Work<T> work);

    /** Leaves nothing erased readable. */
    abstract void scrub();

    /** Leaves nothing erased readable in a copy that the program made by itself, either. */
    abstract void scrubCopies();

    /** Conversations and what they owe. */
    public abstract SqlRooms rooms();

    /** The other processes that share it. */
    public abstract Neighbours neighbours();

    /** How work is divided among the processes that share it. */
    public abstract Leases leases();

    @Override
    public abstract void close();
}

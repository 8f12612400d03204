package org.turnstone.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.room.Leases;
import org.turnstone.room.Neighbours;

/**
 * A PostgreSQL database that several processes share, and the key of this one's directory, which all of them must have.
 * A transaction that meets a lost connection, a server that restarts or another one's lock is run again for a while: every
 * write here may be repeated. Threads may share one.
 */
final class PostgresDatabase extends Database {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

    /** More would only wait for each other on a small machine (measured: 16 connections commit 1.4 times what 4 do). */
    private static final int CONNECTIONS = 8;

    /** How long a server may be gone before what waits for it is refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final Duration FIRST_WAIT = Duration.ofMillis(20);

    /**
     * A process that is frozen in the middle of a transaction keeps what it has locked, and whoever needs the same waits for it:
     * so the server ends a transaction in which nothing happens. One of ours says its next word within milliseconds.
     */
    private static final String NOBODY_HOLDS_UP_OTHERS = "set idle_in_transaction_session_timeout = '5s'";

    private final Home home;
    private final HikariDataSource pool;
    private final Server server;
    /** Who this process is to the others, until it ends; its number tells a person which one that is. */
    private final String holder = ProcessHandle.current().pid() + "/" + UUID.randomUUID();

    private final PostgresNeighbours neighbours;

    private PostgresDatabase(Home home, HikariDataSource pool, Vault vault, Server server) {
        super(vault);
        this.home = home;
        this.pool = pool;
        this.server = server;
        this.neighbours = new PostgresNeighbours(this, pool::getConnection);
    }

    static PostgresDatabase openIn(Home home, Server server) {
        try {
            Vault vault = Files.exists(home.key()) ? Vault.open(home.key()) : Vault.create(home.key());
            return open(home, server, vault);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static PostgresDatabase open(Home home, Server server, Vault vault) {
        HikariDataSource pool = pool(server);
        try {
            Migrations.run(
                    pool, "postgresql", server.name(), () -> LOG.info("The shared database is brought up to date."));
            PostgresDatabase database = new PostgresDatabase(home, pool, vault, server);
            database.checkKey();
            return database;
        } catch (SQLException e) {
            pool.close();
            throw problem(server.name(), e);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(Server server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        server.user().ifPresent(config::setUsername);
        server.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS + 1); // one listens
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3_000);
        config.setAutoCommit(false);
        config.setPoolName("turnstone");
        config.setConnectionInitSql(NOBODY_HOLDS_UP_OTHERS);
        config.setIsolateInternalQueries(true); // or it would be undone with the first transaction that is rolled back
        config.addDataSourceProperty("ApplicationName", "turnstone");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "20");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A statement that fails quotes no values: they may be what somebody wrote.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw e.getCause() instanceof SQLException sql ? problem(server.name(), sql) : e;
        }
    }

    /** Two processes with two keys would each write what the other cannot read. */
    private void checkKey() {
        String place = "vault";
        String word = transact(c -> {
            Sql.run(
                    c,
                    "insert into lock_of_the_vault (id, sealed) values (1, ?) on conflict do nothing",
                    vault().seal(place, "turnstone"));
            return Sql.one(c, row -> row.getString(1), "select sealed from lock_of_the_vault where id = 1")
                    .orElseThrow();
        });
        try {
            vault().open(place, word);
        } catch (StoreProblem e) {
            throw new StoreProblem(
                    home.key() + " is not the key that " + server.name()
                            + " is sealed with. Copy turnstone.key from the"
                            + " directory of the process that was there first.",
                    e);
        }
    }

    String holder() {
        return holder;
    }

    @Override
    <T> T transact(Work<T> work) {
        long start = System.nanoTime();
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (!passes(e) || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw problem(server.name(), e);
                }
                LockSupport.parkNanos(wait.toNanos());
                wait = wait.compareTo(Duration.ofSeconds(1)) < 0 ? wait.multipliedBy(2) : wait;
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.on(new Session(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Whether it may go better another time: connection gone (08), shutting down (57P), conflict or deadlock (40), full (53),
     * silent for too long (25P03), a replica still (25006).
     */
    private static boolean passes(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.equals("25P03")
                || state.equals("25006");
    }

    @Override
    <T> T read(Work<T> work) {
        return transact(work);
    }

    /** PostgreSQL leaves erased rows in its files until a vacuum: what people wrote is sealed there. */
    @Override
    void scrub() {}

    @Override
    void scrubCopies() {}

    @Override
    public SqlRooms rooms() {
        return new PostgresRooms(this, server.lease());
    }

    @Override
    public Neighbours neighbours() {
        return neighbours;
    }

    @Override
    public Leases leases() {
        return new PostgresLeases(this, server.lease());
    }

    @Override
    public void close() {
        neighbours.close();
        pool.close();
        home.close();
    }

    /** The message of a driver may quote values, so only its code is passed on. */
    private static StoreProblem problem(String name, SQLException e) {
        String state = e.getSQLState() == null ? "no code" : e.getSQLState();
        String what;
        if (state.startsWith("08") || state.equals("no code")) {
            what = " cannot be reached (" + state + "). Check that it runs, and its address.";
        } else if (state.startsWith("28")) {
            what = " refused the user or the password (" + state + ").";
        } else if (state.startsWith("53")) {
            what = " has no room left, on its disk or for connections (" + state + "). Nothing that was saved is lost.";
        } else {
            what = " refused a command (" + state + ").";
        }
        return new StoreProblem(name + what);
    }
}

package org.turnstone.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.floor.Person;
import org.turnstone.room.Neighbours;

/**
 * Tells the other processes by PostgreSQL's NOTIFY which room has changed, never what. While the line on which it listens is
 * broken, everybody is taken to have missed something every few seconds. Threads may share one.
 */
final class PostgresNeighbours implements Neighbours, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresNeighbours.class);
    private static final String CHANNEL = "turnstone";

    /** How long it listens before it looks whether it should end; and how long it waits for a line that broke. */
    private static final Duration TURN = Duration.ofSeconds(3);

    /** Gives a connection, which is kept. */
    interface Line {
        Connection open() throws SQLException;
    }

    private final PostgresDatabase database;
    private final Line line;
    private final Set<News> waiting = new LinkedHashSet<>();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(task -> daemon(task, "tells neighbours"));
    private volatile boolean closed;

    PostgresNeighbours(PostgresDatabase database, Line line) {
        this.database = database;
        this.line = line;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What is told while the last is on its way goes together, each room once. */
    @Override
    public void tell(News news) {
        boolean isFirst;
        synchronized (waiting) {
            isFirst = waiting.isEmpty();
            waiting.add(news);
        }
        if (isFirst) {
            try {
                teller.execute(this::tellAll);
            } catch (RejectedExecutionException e) {
                LOG.debug("Neighbours are not told any more: this process ends.");
            }
        }
    }

    private void tellAll() {
        List<News> all;
        synchronized (waiting) {
            all = new ArrayList<>(waiting);
            waiting.clear();
        }
        try {
            database.transact(c -> {
                for (News news : all) {
                    Sql.all(c, row -> 0, "select pg_notify(?, ?)", CHANNEL, written(news));
                }
                return true;
            });
        } catch (StoreProblem e) {
            LOG.warn("Neighbours could not be told that a room has changed: {}", e.getMessage());
        }
    }

    private String written(News news) {
        String person = news.person().map(p -> " " + p.id()).orElse("");
        return database.holder() + " " + news.sort() + " " + news.room() + person;
    }

    @Override
    public void hear(Consumer<News> heard, Runnable missed) {
        daemon(() -> listen(heard, missed), "hears neighbours").start();
    }

    private void listen(Consumer<News> heard, Runnable missed) {
        while (!closed) {
            try (Connection connection = line.open();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("listen " + CHANNEL);
                missed.run();
                while (!closed) {
                    hears(connection.unwrap(PGConnection.class).getNotifications((int) TURN.toMillis()), heard);
                    statement.execute("select 1"); // a line that broke without a word
                }
            } catch (SQLException e) {
                LOG.debug("The line to the neighbours broke ({}).", e.getSQLState());
                missed.run();
                LockSupport.parkNanos(TURN.toNanos());
            }
        }
    }

    private void hears(PGNotification[] notifications, Consumer<News> heard) {
        for (PGNotification one : notifications) {
            String[] words = one.getParameter().split(" ");
            boolean isOurs = words[0].equals(database.holder());
            if (!isOurs && words.length >= 3) {
                sort(words[1])
                        .map(sort -> new News(
                                sort,
                                words[2],
                                words.length > 3 ? Optional.of(new Person(words[3])) : Optional.empty()))
                        .ifPresent(heard);
            }
        }
    }

    /** Empty for what only another version of the program tells. */
    private static Optional<Sort> sort(String name) {
        return Arrays.stream(Sort.values()).filter(s -> s.name().equals(name)).findFirst();
    }

    @Override
    public void close() {
        closed = true;
        teller.shutdown();
    }
}

package org.turnstone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection with the statements that were prepared on it. SQLite prepares a statement anew each time it is asked to,
 * which costs more than running it, so they are kept; the PostgreSQL driver and its pool keep their own. For one thread at
 * a time.
 */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** The statement for this SQL, for one use: the next caller with the same SQL gets the same one. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            kept.put(sql, known);
        }
        return known;
    }

    /** Runs SQL that has no values and no rows: {@code begin}, {@code commit}, a pragma. */
    void command(String sql) throws SQLException {
        prepare(sql).execute();
    }

    /** After a failure SQLite's driver has closed the statement that failed: all are prepared anew. */
    void forgetStatements() {
        kept.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

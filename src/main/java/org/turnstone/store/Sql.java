package org.turnstone.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small words for JDBC: one statement, its values, its rows. Stateless; threads may share it. */
final class Sql {
    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /** Runs a statement and gives the number of rows it changed. */
    static int run(Session session, String sql, Object... values) throws SQLException {
        return prepare(session, sql, values).executeUpdate();
    }

    static <T> List<T> all(Session session, Row<T> row, String sql, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = prepare(session, sql, values).executeQuery()) {
            while (rows.next()) {
                found.add(row.of(rows));
            }
        }
        return found;
    }

    static <T> Optional<T> one(Session session, Row<T> row, String sql, Object... values) throws SQLException {
        return all(session, row, sql, values).stream().findFirst();
    }

    private static PreparedStatement prepare(Session session, String sql, Object... values) throws SQLException {
        PreparedStatement statement = session.prepare(sql);
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Optional<?> maybe) {
            if (maybe.isPresent()) {
                set(statement, index, maybe.get());
            } else {
                statement.setNull(index, Types.NULL);
            }
        } else if (value instanceof Instant instant) {
            statement.setLong(index, instant.toEpochMilli());
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else {
            statement.setString(index, value.toString());
        }
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}

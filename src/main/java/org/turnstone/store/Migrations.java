package org.turnstone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings a database up to date. What both kinds understand stands in {@code db/both}. Stateless. */
final class Migrations {
    /**
     * What a database of each kind is brought up to. Where it stands there already, Flyway need not be asked: that takes a third
     * of a start.
     */
    static final Map<String, String> NEWEST = Map.of("sqlite", "6", "postgresql", "5");

    private Migrations() {}

    /**
     * @param kind {@code sqlite} or {@code postgresql}
     * @param where what to call the database in a message
     * @param before what is done first where there is something to change in a database that is in use
     */
    static void run(DataSource source, String kind, String where, Runnable before) throws SQLException {
        if (isCurrent(source, NEWEST.get(kind))) {
            return;
        }
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/both", "classpath:db/" + kind)
                    .loggers("slf4j")
                    .load();
            MigrationInfoService known = flyway.info();
            if (known.current() != null && known.pending().length > 0) {
                before.run();
            }
            flyway.migrate();
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new StoreProblem(
                    where + " cannot be brought up to date (" + e.getClass().getSimpleName()
                            + "). Put it aside and restore a backup, or ask for help with this line.",
                    e);
        }
    }

    private static boolean isCurrent(DataSource source, String newest) {
        try (Connection connection = source.getConnection();
                PreparedStatement asked = connection.prepareStatement(
                        "select 1 from flyway_schema_history where version = ? and success")) {
            asked.setString(1, newest);
            try (ResultSet row = asked.executeQuery()) {
                return row.next();
            }
        } catch (SQLException unknown) {
            return false;
        }
    }
}

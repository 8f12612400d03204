package org.turnstone.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database up to date. What both kinds understand stands in {@code db/both}. Stateless. */
final class Migrations {
    private Migrations() {}

    /**
     * @param kind {@code sqlite} or {@code postgresql}
     * @param where what to call the database in a message
     */
    static void run(DataSource source, String kind, String where) throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/both", "classpath:db/" + kind)
                    .loggers("slf4j")
                    .load()
                    .migrate();
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
}

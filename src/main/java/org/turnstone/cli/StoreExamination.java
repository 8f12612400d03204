package org.turnstone.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.turnstone.Settings;

/** Looks whether SQLite runs here: it is a native library, unpacked to the temporary directory. No state. */
final class StoreExamination implements Doctor.Examination {

    private static final String STORE = "store";

    @Override
    public Stream<Diagnosis> of(Settings settings) {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement asking = memory.createStatement();
                ResultSet version = asking.executeQuery("select sqlite_version()")) {
            return Stream.of(Diagnosis.ok(STORE, "SQLite " + version.getString(1) + " runs"));
        } catch (SQLException | LinkageError cannotRun) {
            return Stream.of(Diagnosis.mend(
                    STORE,
                    "SQLite cannot run: nothing may be executed in " + System.getProperty("java.io.tmpdir")
                            + "; start with java -Dorg.sqlite.tmpdir=DIRECTORY where it may"));
        }
    }
}

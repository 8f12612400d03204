package org.turnstone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Copies of the SQLite database: made while it runs, each one whole, and put back when it does not. What people wrote is
 * sealed in a copy as it is in the original; the key is never copied. Stateless; threads may share it.
 */
public final class Backup {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Duration UPDATE_KEPT = Duration.ofDays(7);
    private static final String DATABASE = "turnstone.db";

    private Backup() {}

    /**
     * Copies the database in {@code home} into the directory {@code into}, which is made if need be, while it may be in use.
     *
     * @return the copy, which nobody but this user may read
     */
    public static Path make(Path home, Path into, Instant now) {
        Path file = home.resolve(DATABASE);
        if (!Files.isRegularFile(file)) {
            throw new StoreProblem(file + " is not there, so there is nothing to back up. Is TURNSTONE_HOME right?");
        }
        try {
            Files.createDirectories(into);
        } catch (IOException e) {
            throw new StoreProblem(into + " cannot be made. Name a directory that this user may write.", e);
        }
        Path copy = into.resolve("turnstone-" + STAMP.format(now) + ".db");
        copy(file, copy);
        return copy;
    }

    private static Path beforeUpdate(Home home) {
        return home.file(DATABASE + ".before-update");
    }

    /** One copy, of the database before the last time that it was brought up to date. */
    static void beforeUpdate(Home home, Path file) {
        remove(beforeUpdate(home));
        copy(file, beforeUpdate(home));
    }

    /** Somebody's data are erased: that copy goes too, though the week is not over. */
    static void forgetUpdate(Home home) {
        remove(beforeUpdate(home));
    }

    /** That copy also holds what has been erased since, so it does not stay longer than a week. */
    static void forgetOldUpdate(Home home, Instant now) {
        try {
            Path copy = beforeUpdate(home);
            if (Files.exists(copy)
                    && Files.getLastModifiedTime(copy).toInstant().isBefore(now.minus(UPDATE_KEPT))) {
                remove(copy);
            }
        } catch (IOException e) {
            throw new StoreProblem(beforeUpdate(home) + " cannot be looked at. Check its rights.", e);
        }
    }

    /** Makes {@code copy}, which must not exist, of the database as it is at one moment. */
    static void copy(Path file, Path copy) {
        try {
            Files.createFile(copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new StoreProblem(copy + " cannot be written, or is there already. Name another directory.", e);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException e) {
            remove(copy);
            throw SqliteDatabase.problem(file, e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreProblem(file + " cannot be removed. Remove it by hand.", e);
        }
    }

    /**
     * Puts {@code copy} in the place of the database in {@code home}, which no program may be using. What was there is set
     * aside, not removed.
     *
     * @return where the former database is now, if there was one
     */
    public static Optional<Path> restore(Path home, Path copy, Instant now) {
        check(copy);
        Home taken = Home.take(home);
        try {
            Vault.open(taken.key());
            return replace(taken, copy, now);
        } catch (IOException e) {
            throw new StoreProblem(home + " cannot be written. Check its rights, and the disk.", e);
        } finally {
            taken.close();
        }
    }

    private static Optional<Path> replace(Home home, Path copy, Instant now) throws IOException {
        Path file = home.file(DATABASE);
        Path aside = home.file(DATABASE + ".before-" + STAMP.format(now));
        Path arriving = home.file(DATABASE + ".arriving");
        Files.copy(copy, arriving, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(arriving, PosixFilePermissions.fromString("rw-------"));
        boolean former = Files.exists(file);
        if (former) {
            // What stands in the write-ahead log only belongs to the former database: this writes it there.
            copy(file, aside);
        }
        Files.deleteIfExists(home.file(DATABASE + "-wal"));
        Files.deleteIfExists(home.file(DATABASE + "-shm"));
        Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
        return former ? Optional.of(aside) : Optional.empty();
    }

    private static void check(Path copy) {
        if (!Files.isRegularFile(copy)) {
            throw new StoreProblem(copy + " is not there. Name a file that backup has made.");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + copy + "?mode=ro&immutable=1");
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select count(*) from rooms")) {
                row.next();
            }
            try (ResultSet row = statement.executeQuery("pragma integrity_check")) {
                if (!row.next() || !"ok".equals(row.getString(1))) {
                    throw new StoreProblem(copy + " is damaged. Choose an older backup.");
                }
            }
        } catch (SQLException e) {
            throw new StoreProblem(copy + " is no Turnstone database, or is damaged. Choose another backup.", e);
        }
    }
}

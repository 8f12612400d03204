package org.turnstone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The private directory of this process, which it alone uses while it lives: its key, and where SQLite is used its database.
 * For one owner.
 */
final class Home implements AutoCloseable {
    private final Path directory;
    private final HomeLock lock;

    private Home(Path directory, HomeLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Makes {@code directory} if need be, keeps others out of it, and takes it. */
    static Home take(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StoreProblem(
                    directory
                            + " cannot be made private to this user. Choose another TURNSTONE_HOME, or mend its rights.",
                    e);
        }
        return new Home(directory, HomeLock.take(directory));
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    Path key() {
        return file("turnstone.key");
    }

    @Override
    public void close() {
        lock.close();
    }
}

package org.turnstone.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that a directory is in use, for as long as this process lives: two programs on one SQLite file would both play what is
 * owed. The system lets go of it when the process ends, however it ends. For one owner.
 */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Path home) {
        Path file = home.resolve("turnstone.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new StoreProblem(home + " is in use by another Turnstone. Stop that one first, or give this one a"
                        + " TURNSTONE_HOME of its own.");
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StoreProblem(file + " cannot be written. Check the rights of the directory, and the disk.", e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreProblem("The lock of the directory could not be let go of. It goes with the process.", e);
        }
    }
}

package org.turnstone.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.turnstone.Settings;

/** Looks at the directory where everything is kept: there or possible, private, writable, with room. No state. */
final class HomeExamination implements Doctor.Examination {

    private static final String HOME = "home";
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    /** SQLite needs room for its journal; below this, saving will soon fail. */
    private static final long LITTLE_SPACE = 50L << 20;

    @Override
    public Stream<Diagnosis> of(Settings settings) {
        Path home = settings.home();
        try {
            return Files.exists(home) ? existing(home) : Stream.of(coming(home));
        } catch (IOException | SecurityException unreadable) {
            return Stream.of(
                    Diagnosis.mend(HOME, home + " cannot be examined; give it to the user who runs Turnstone (chown)"));
        }
    }

    private static Diagnosis coming(Path home) {
        Path above = home.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && Files.isDirectory(above) && Files.isWritable(above)
                ? Diagnosis.ok(HOME, home + " will be made at the first start, for you alone")
                : Diagnosis.mend(
                        HOME,
                        home + " is not there and cannot be made in " + above + "; make it, or set TURNSTONE_HOME");
    }

    private static Stream<Diagnosis> existing(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return Stream.of(Diagnosis.mend(HOME, home + " is not a directory; move it away, or set TURNSTONE_HOME"));
        }
        return Stream.of(access(home), files(home), privacy(home), space(home));
    }

    private static Diagnosis access(Path home) {
        return Files.isReadable(home) && Files.isWritable(home) && Files.isExecutable(home)
                ? Diagnosis.ok(HOME, home + " can be read and written")
                : Diagnosis.mend(
                        HOME, home + " cannot be read and written; give it to the user who runs Turnstone (chown)");
    }

    private static Diagnosis files(Path home) throws IOException {
        try (Stream<Path> inside = Files.list(home)) {
            return inside.filter(file -> !Files.isReadable(file) || !Files.isWritable(file))
                    .findFirst()
                    .map(file -> Diagnosis.mend(
                            HOME, file + " cannot be read and written; give it to the user who runs Turnstone (chown)"))
                    .orElseGet(() -> Diagnosis.ok(HOME, "every file in it can be read and written"));
        }
    }

    private static Diagnosis privacy(Path home) throws IOException {
        if (!home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Diagnosis.note(
                    HOME, "this system cannot say who else may read " + home + "; see to it that nobody does");
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(home));
        others.removeAll(PRIVATE);
        return others.isEmpty()
                ? Diagnosis.ok(HOME, "nobody else can read it")
                : Diagnosis.mend(HOME, "others may read it; take that away: chmod 700 " + home);
    }

    private static Diagnosis space(Path home) throws IOException {
        FileStore disk = Files.getFileStore(home);
        long free = disk.getUsableSpace();
        return free >= LITTLE_SPACE
                ? Diagnosis.ok(HOME, (free >> 20) + " MB free")
                : Diagnosis.mend(HOME, "only " + (free >> 20) + " MB free; make room on its disk, or saving will fail");
    }
}

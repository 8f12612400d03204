package org.turnstone.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.turnstone.Settings;
import org.turnstone.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: copies the database into a directory, while the program may be running. For one thread. */
@Command(name = "backup", description = "Copies the database into a directory; the program may go on running.")
final class BackupCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Parameters(paramLabel = "DIRECTORY", description = "Where the copy goes. It is made if need be.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    BackupCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        if (settings.shared().isPresent()) {
            spec.commandLine()
                    .getErr()
                    .println("Everything is in PostgreSQL here: use pg_dump, which makes whole copies.");
            return PlainWords.FAILED;
        }
        Path copy = Backup.make(settings.home(), directory, Clock.systemUTC().instant());
        spec.commandLine().getOut().println(copy);
        spec.commandLine()
                .getErr()
                .println("What people wrote is sealed in it. Without "
                        + settings.home().resolve("turnstone.key")
                        + " nobody can read that: keep a copy of the key as well, in another place.");
        return 0;
    }
}

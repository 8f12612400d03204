package org.turnstone.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnstone.Settings;
import org.turnstone.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: puts a copy in the place of the database, while the program does not run. For one thread. */
@Command(
        name = "restore",
        description = "Puts a copy that backup made in the place of the database. Stop the program first.")
final class Restore implements Callable<Integer> {
    private final Map<String, String> environment;

    @Parameters(paramLabel = "COPY", description = "The file that backup made.")
    private Path copy;

    @Spec
    private CommandSpec spec;

    Restore(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        Optional<Path> aside =
                Backup.restore(settings.home(), copy, Clock.systemUTC().instant());
        spec.commandLine()
                .getOut()
                .println(copy + " is in its place."
                        + aside.map(former -> " What was there before is now " + former + ".")
                                .orElse(""));
        return 0;
    }
}

package org.turnstone.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.turnstone.MisreadRows;
import org.turnstone.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code misread}: writes the rows that people let be kept, for whoever teaches the reader. For one thread. */
@Command(
        name = "misread",
        description = {
            "Writes the words that people said were misread and let be kept, as labelled rows.",
            "They hold what somebody wrote: give them to nobody who was not meant to read it."
        })
final class MisreadCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    MisreadCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        MisreadRows.of(Settings.load(environment)).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}

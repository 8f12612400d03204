package org.turnstone.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.turnstone.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: opens a web room, prints its links, and joins Discord if a token is set. For one thread. */
@Command(name = "serve", description = "Opens a web room, prints its two links, and joins Discord if a token is set.")
final class Serve implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    Serve(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        spec.commandLine()
                .getOut()
                .println("Turnstone " + settings.server().host() + ":"
                        + settings.server().port());
        return 0;
    }
}

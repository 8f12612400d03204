package org.turnstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnstone.Settings;
import org.turnstone.Wiring;
import org.turnstone.room.HeldJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: everything that is held of one person, as JSON, while the program is stopped. For one thread. */
@Command(
        name = "export",
        description = {
            "Writes everything that is held of one person as JSON, and nothing of anybody else.",
            "The program must be stopped; while it runs, people get the same by themselves (/turn me on Discord)."
        })
final class Export implements Callable<Integer> {
    private final Map<String, String> environment;

    @Mixin
    private WhoseData whose;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; otherwise it is printed.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    Export(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Wiring wiring = new Wiring(Settings.load(environment), Optional.empty())) {
            String json = HeldJson.write(
                    wiring.holdings().of(whose.person()), Clock.systemUTC().instant());
            out.ifPresentOrElse(
                    file -> write(file, json), () -> spec.commandLine().getOut().print(json));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static void write(Path file, String json) {
        try {
            Files.writeString(file, json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.turnstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnstone.Packs;
import org.turnstone.Settings;
import org.turnstone.learning.CrisisEvaluation;
import org.turnstone.room.Ear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: measures a reading on labelled lines. Nothing is stored. For one thread. */
@Command(name = "evaluate", description = "Measures a reading on labelled lines. Nothing is stored or sent.")
final class EvaluateCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(
            names = "--crisis",
            required = true,
            paramLabel = "FILE",
            description = "Lines {\"text\",\"label\"}; label: self_harm, partner_violence, threat or none.")
    private Path crisis;

    @Option(names = "--json", description = "Writes one JSON object instead of sentences.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    EvaluateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        Ear ear = Packs.of(settings).ear(settings.local().language().getLanguage());
        PrintWriter out = spec.commandLine().getOut();
        try {
            CrisisEvaluation found = CrisisEvaluation.of(crisis.toString(), lines(), ear::alarm);
            if (json) {
                out.println(found.json());
            } else {
                tell(out, found);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return PlainWords.FAILED;
        }
    }

    private List<String> lines() {
        try {
            return Files.readString(crisis, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    crisis + ": cannot be read. It must be a file of text in UTF-8 that this user may read.");
        }
    }

    private static void tell(PrintWriter out, CrisisEvaluation found) {
        out.println("noticed where something was to be noticed: " + share(found.recall()));
        out.println("false alarms where nothing was: " + share(found.falseAlarms()));
        found.perLabel()
                .forEach((label, figures) -> out.println("  " + label + ": noticed " + share(figures.recall())
                        + ", told as what it is " + share(figures.rightLabel())));
    }

    private static String share(@Nullable Double share) {
        return share == null ? "no such lines" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}

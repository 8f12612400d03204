package org.turnstone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.turnstone.learning.CrisisLine;
import org.turnstone.learning.CrisisTrial;
import org.turnstone.learning.CrisisWeightsText;
import org.turnstone.safety.CrisisLexicon;
import org.turnstone.safety.CrisisReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code learn-crisis}: learns what the crisis reading knows beside its cues. For one thread. */
@Command(
        name = "learn-crisis",
        description = "Learns the weights of the crisis reading from labelled lines. Nothing is sent.")
final class LearnCrisis implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--lines", paramLabel = "FOLDER", required = true, description = "Files *.jsonl, one a persona.")
    private Path lines;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            required = true,
            description = "The cues, config/lexicon/crisis.en.txt.")
    private Path lexicon;

    @Option(
            names = "--everyday",
            paramLabel = "FILE",
            description = "Lines {\"reply\"} that speak of no crisis; each counts little.")
    private List<Path> everyday = List.of();

    @Option(names = "--leave-out", paramLabel = "PERSONA", description = "A persona that is not to be learned from.")
    private Set<String> leftOut = Set.of();

    @Option(
            names = "--false-alarms",
            paramLabel = "SHARE",
            defaultValue = "0.025",
            description = "How many of the lines without a crisis may raise an alarm; otherwise ${DEFAULT-VALUE}.")
    private double allowed;

    @Option(names = "--everyday-weight", defaultValue = "0.05", description = "Otherwise ${DEFAULT-VALUE} of a line.")
    private double weight;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the weights are written.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CrisisReader cues = new CrisisReader(CrisisLexicon.parse(lexicon.toString(), ModelOptions.text(lexicon)));
        CrisisTrial.Result result = new CrisisTrial(cues, labelled(), texts(), weight).run(allowed);
        String language = lexicon.getFileName().toString().split("\\.")[1];
        Files.writeString(out, CrisisWeightsText.of(result.weights(), language));
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(String.format(
                Locale.ROOT,
                "on voices never heard: noticed %.1f %%, false alarms %.1f %%, threshold %.3f",
                100 * result.recall(),
                100 * result.falseAlarms(),
                result.threshold()));
        return 0;
    }

    private List<CrisisLine> labelled() throws IOException {
        List<CrisisLine> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(lines)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                List<String> content = Files.readAllLines(file);
                for (int i = 0; i < content.size(); i++) {
                    all.add(CrisisLine.parse(file + ":" + (i + 1), content.get(i)));
                }
            }
        }
        all.removeIf(line -> leftOut.contains(line.author()));
        return all;
    }

    private List<CrisisLine> texts() throws IOException {
        List<CrisisLine> all = new ArrayList<>();
        for (Path file : everyday) {
            for (String line : Files.readAllLines(file)) {
                JsonNode row = JSON.readTree(line);
                all.add(new CrisisLine("", row.path("reply").asText(), Optional.empty()));
            }
        }
        return all;
    }
}

package org.turnstone.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnstone.Packs;
import org.turnstone.Settings;
import org.turnstone.learning.Background;
import org.turnstone.learning.LabelledRow;
import org.turnstone.learning.Learning;
import org.turnstone.learning.RowFile;
import org.turnstone.learning.Split;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code learn}: makes a language's weights file from labelled rows. For one thread. */
@Command(
        name = "learn",
        description = {
            "Makes a weights file from labelled rows. Same rows, same bytes.",
            "Without further options it makes the file that ships, but for thresholds that --restrain moves."
        })
final class LearnCommand implements Callable<Integer> {
    private static final Path ROWS = Path.of("src", "learn", "replies");
    private static final String ENGLISH = "en";

    private final Map<String, String> environment;

    @Parameters(
            paramLabel = "ROWS",
            arity = "0..*",
            description =
                    "Files of labelled rows. Otherwise those in src/learn/replies: for English all but such as are"
                            + " named by another language's code, for another language that one.")
    private List<Path> files = List.of();

    @Option(names = "--language", paramLabel = "CODE", description = "What to learn for: en (the default), es.")
    private String language = ENGLISH;

    @Option(names = "--lexicon", paramLabel = "FILE", description = "The cues. Otherwise the language's own.")
    private @Nullable Path lexicon;

    @Option(
            names = "--split",
            paramLabel = "FILE",
            description = "Which personas are sealed; their rows are not looked at. (${DEFAULT-VALUE})")
    private Path split = ROWS.resolve("split.txt");

    @Option(
            names = "--background",
            paramLabel = "FILE",
            description = "Everyday text as figures. English without this option: src/learn/background.gz.")
    private @Nullable Path background;

    @Option(
            names = "--restrain",
            paramLabel = "FILE",
            description = "Texts that should hardly ever be flagged. They teach nothing, but thresholds look at them.")
    private List<Path> restraint = List.of();

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            description = "The share of flags that is asked to be right on rows that were not seen. (${DEFAULT-VALUE})")
    private double precision = Learning.PRECISION;

    @Option(
            names = "--leave-out",
            paramLabel = "WHO",
            description = "A persona, or a file by its name (c.jsonl): learned and tuned as if it were not there.")
    private Set<String> leftOut = Set.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write. Otherwise config/lexicon/CODE.weights.")
    private @Nullable Path out;

    @Option(
            names = "--make-background",
            paramLabel = "FILE",
            description = "Learns nothing, and makes a background of these everyday rows instead.")
    private @Nullable Path everyday;

    @Spec
    private CommandSpec spec;

    LearnCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try {
            if (everyday != null) {
                makeBackground(everyday);
            } else {
                learn();
            }
            return 0;
        } catch (IllegalArgumentException e) {
            throw new FileProblem(e.getMessage());
        } catch (IOException e) {
            throw new FileProblem(e.getMessage()
                    + ": cannot be read or written. Look at the path, and whether this user" + " may use it.");
        }
    }

    private void makeBackground(Path from) throws IOException {
        Path to = backgroundFile();
        Background made = Background.of(rowFile(from), new Reader(cues()));
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to))) {
            made.write(stream);
        }
        say("Wrote " + to + " (" + Files.size(to) + " bytes).");
    }

    private void learn() throws IOException {
        List<LabelledRow> rows = rows();
        List<RowFile> others = restraint.stream().map(LearnCommand::rowFile).toList();
        String weights = new Learning(cues(), rows, background(), others, precision).run();
        Path to = out == null ? Path.of("config", "lexicon", language + ".weights") : out;
        Files.writeString(to, weights, StandardCharsets.UTF_8);
        say("Learned from " + rows.size() + " rows and wrote " + to + " (" + Files.size(to) + " bytes).");
        if (others.isEmpty()) {
            say("Nothing was named to --restrain, so the threshold that ships rests on these rows alone.");
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private Lexicon cues() {
        if (lexicon != null) {
            return Lexicon.parse(lexicon.toString(), ModelOptions.text(lexicon));
        }
        return Packs.lexicon(Settings.load(environment), language);
    }

    private List<LabelledRow> rows() throws IOException {
        Split parts = Files.exists(split)
                ? Split.parse(split.toString(), ModelOptions.text(split).lines().toList())
                : Split.none();
        Set<String> unknown = new TreeSet<>(leftOut);
        List<LabelledRow> rows = new ArrayList<>();
        for (Path file : files.isEmpty() ? ownFiles() : files) {
            String name = String.valueOf(file.getFileName());
            for (LabelledRow row : rowFile(file).rows()) {
                List<String> who = List.of(name, row.author());
                who.forEach(unknown::remove);
                if (Collections.disjoint(leftOut, who) && !parts.isSealed(row.author())) {
                    rows.add(row);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new FileProblem("--leave-out " + String.join(", ", unknown)
                    + ": no such persona, and no such file. Name a file without its folder: c.jsonl.");
        }
        return rows;
    }

    private List<Path> ownFiles() throws IOException {
        try (Stream<Path> all = Files.list(ROWS)) {
            return all.filter(file -> isOurs(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private boolean isOurs(String name) {
        if (!name.endsWith(".jsonl")) {
            return false;
        }
        boolean named = name.length() == "es.jsonl".length();
        return language.equals(ENGLISH) ? !named : name.equals(language + ".jsonl");
    }

    private static RowFile rowFile(Path file) {
        return RowFile.parse(file.toString(), ModelOptions.text(file).lines().toList());
    }

    private Path backgroundFile() {
        return background == null ? Path.of("src", "learn", "background.gz") : background;
    }

    private Background background() throws IOException {
        if (background == null && !language.equals(ENGLISH)) {
            return Background.none();
        }
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(backgroundFile()))) {
            return Background.read(backgroundFile().toString(), stream);
        }
    }
}

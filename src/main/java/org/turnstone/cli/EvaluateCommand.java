package org.turnstone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turnstone.Packs;
import org.turnstone.Settings;
import org.turnstone.learning.CrisisEvaluation;
import org.turnstone.learning.Evaluation;
import org.turnstone.learning.EvaluationInWords;
import org.turnstone.learning.EvaluationJson;
import org.turnstone.learning.Judgement;
import org.turnstone.learning.RowFile;
import org.turnstone.reading.Tongues;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Ear;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: measures a reading on labelled lines. Nothing is stored. For one thread. */
@Command(name = "evaluate", description = "Measures a reading on labelled lines. Nothing is stored or sent.")
final class EvaluateCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    /** Replies or words of crisis: the two are measured differently. */
    private static final class What {
        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description = "Lines {\"partner\",\"reply\",\"label\"}, perhaps with role, kinds, spans, author, id;"
                        + " label: defend, mixed, lean_in, neutral, start_up_harsh or start_up_soft.")
        private List<Path> files = List.of();

        @Option(
                names = "--crisis",
                paramLabel = "FILE",
                description = "Lines {\"text\",\"label\"}; label: self_harm, partner_violence, threat or none.")
        private @Nullable Path crisis;
    }

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--json", description = "Writes one JSON object instead of sentences.")
    private boolean json;

    @Option(
            names = "--show",
            paramLabel = "N",
            description = "Also shows the N worst misses; with --json their places only.")
    private int show;

    @Spec
    private CommandSpec spec;

    EvaluateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        Packs packs = Packs.of(settings);
        Ear ear = packs.ear(model.language(settings));
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (what.crisis != null) {
                crisis(out, CrisisEvaluation.of(what.crisis.toString(), lines(what.crisis), ear::alarm));
            } else {
                replies(out, judging(ear, model.tongues(packs, settings)));
            }
            return 0;
        } catch (IllegalArgumentException e) {
            throw new FileProblem(e.getMessage());
        }
    }

    private static Function<Utterance, Judgement> judging(Ear ear, Tongues reader) {
        return utterance -> Judgement.of(reader, utterance, ear.alarm(utterance.text()));
    }

    private void replies(PrintWriter out, Function<Utterance, Judgement> judge) {
        Set<String> names = new HashSet<>();
        List<RowFile> files = new ArrayList<>();
        for (Path file : what.files) {
            String own = String.valueOf(file.getFileName());
            String name = names.add(own) ? own : file.toString();
            files.add(RowFile.parse(name, lines(file)));
        }
        Evaluation found = Evaluation.of(files, judge);
        if (json) {
            out.println(EvaluationJson.of(found, show));
        } else {
            EvaluationInWords.of(found, show).forEach(out::println);
        }
    }

    private static List<String> lines(Path file) {
        return ModelOptions.text(file).lines().toList();
    }

    private void crisis(PrintWriter out, CrisisEvaluation found) {
        if (json) {
            out.println(found.json());
            return;
        }
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

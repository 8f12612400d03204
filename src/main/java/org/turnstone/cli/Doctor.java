package org.turnstone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.turnstone.Settings;
import org.turnstone.SettingsRefused;
import org.turnstone.cli.Diagnosis.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code doctor}: looks at everything that Turnstone stands on and prints a line for each, with what to do. It changes
 * nothing. Each part of the examination is a class of its own. For one thread.
 */
@Command(name = "doctor", description = "Checks settings, files, the store, ports and tokens, and says what to do.")
final class Doctor implements Callable<Integer> {

    /** One part of the examination. */
    @FunctionalInterface
    interface Examination {
        Stream<Diagnosis> of(Settings settings);
    }

    private static final List<Examination> EXAMINATIONS =
            List.of(new HomeExamination(), new StoreExamination(), new PortExamination(), new DiscordExamination());

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    Doctor(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<Diagnosis> found = new ArrayList<>();
        found.add(java());
        found.addAll(SlipsOfThePen.in(environment));
        try {
            Settings settings = Settings.load(environment);
            found.add(Diagnosis.ok(
                    "settings", settings.file().map(file -> file + " is good").orElse("no file: the defaults hold")));
            EXAMINATIONS.forEach(examination -> examination.of(settings).forEach(found::add));
        } catch (SettingsRefused refused) {
            refused.problems().forEach(problem -> found.add(Diagnosis.mend("settings", problem)));
        }
        return tell(found);
    }

    private int tell(List<Diagnosis> found) {
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(diagnosis -> out.println(diagnosis.line()));
        long toMend = found.stream()
                .filter(diagnosis -> diagnosis.state() == State.MEND)
                .count();
        out.println(toMend == 0 ? "All is well." : toMend == 1 ? "One thing to mend." : toMend + " things to mend.");
        out.flush();
        return toMend == 0 ? 0 : PlainWords.FAILED;
    }

    private static Diagnosis java() {
        return Diagnosis.ok(
                "java",
                Runtime.version().feature() + " (" + System.getProperty("java.vm.vendor") + ") on "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}

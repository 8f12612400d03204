package org.turnstone.cli;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnstone.Settings;
import org.turnstone.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code forget}: erases everything that is held of one person, while the program is stopped. For one thread. */
@Command(
        name = "forget",
        description = {
            "Erases everything that is held of one person, and ends every talk of theirs. It cannot be brought back.",
            "The program must be stopped; while it runs, people do the same by themselves (/turn me on Discord)."
        })
final class Forget implements Callable<Integer> {
    private final Map<String, String> environment;

    @Mixin
    private WhoseData whose;

    @Option(names = "--yes", description = "Really do it; without this it only says what would go.")
    private boolean really;

    @Spec
    private CommandSpec spec;

    Forget(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Wiring wiring = new Wiring(Settings.load(environment), Optional.empty())) {
            var held = wiring.holdings().of(whose.person());
            String what = held.parts().size() + " rooms, " + held.kept().size() + " kept texts, "
                    + held.notes().size() + " notes, " + held.lines().size() + " lines";
            if (really) {
                wiring.holdings().forget(whose.person(), Clock.systemUTC().instant());
            }
            String did = really ? "Erased: " : "This would be erased, with what they chose; add --yes to do it: ";
            spec.commandLine().getOut().println(did + what + ".");
        }
        spec.commandLine().getOut().println("Copies made by backup before now still hold it.");
        return 0;
    }
}

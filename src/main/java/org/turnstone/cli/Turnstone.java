package org.turnstone.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code turnstone}, under which all others hang. Alone it is {@code serve}. For one thread. */
@Command(
        name = "turnstone",
        description = {
            "Passes the floor between partners, so that both feel heard.",
            "Without a command it serves. Settings are explained in config/turnstone.json and .env.example."
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Turnstone.Version.class)
public final class Turnstone implements Callable<Integer> {

    private static final String SERVE = "serve";

    @Spec
    private CommandSpec spec;

    private Turnstone() {}

    /** Runs the program and gives its exit code. */
    public static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        boolean isPlain = arguments.length == 0 || arguments.length == 1 && arguments[0].equals(SERVE);
        return isPlain
                ? Serve.plainly(environment, out, err)
                : in(environment, arguments).setOut(out).setErr(err).execute(arguments);
    }

    /** The whole command line, for a program whose environment variables are {@code environment}. */
    public static CommandLine in(Map<String, String> environment) {
        return with(environment, commands(environment).keySet());
    }

    /**
     * The command line as far as {@code arguments} need it: where they begin with a command, only that one. Looking through all
     * the others would cost every start a tenth of its time.
     */
    public static CommandLine in(Map<String, String> environment, String... arguments) {
        String first = arguments.length == 0 ? SERVE : arguments[0];
        return commands(environment).containsKey(first) ? with(environment, List.of(first)) : in(environment);
    }

    private static CommandLine with(Map<String, String> environment, Collection<String> names) {
        Map<String, Supplier<Object>> commands = commands(environment);
        CommandLine line = new CommandLine(new Turnstone());
        names.forEach(name -> line.addSubcommand(commands.get(name).get()));
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(new PlainWords());
    }

    /** In the order in which help lists them. */
    private static Map<String, Supplier<Object>> commands(Map<String, String> environment) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put(SERVE, () -> new Serve(environment));
        all.put("doctor", () -> new Doctor(environment));
        all.put("health", () -> new Health(environment));
        all.put("read", () -> new Read(environment));
        all.put("evaluate", () -> new EvaluateCommand(environment));
        all.put("learn-crisis", LearnCrisis::new);
        all.put("misread", () -> new MisreadCommand(environment));
        all.put("learn", () -> new LearnCommand(environment));
        all.put("replay", () -> new Replay(environment));
        all.put("export", () -> new Export(environment));
        all.put("forget", () -> new Forget(environment));
        all.put("backup", () -> new BackupCommand(environment));
        all.put("restore", () -> new Restore(environment));
        all.put("practice", () -> new Practice(environment));
        return all;
    }

    @Override
    public Integer call() {
        return spec.subcommands().get(SERVE).execute();
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Turnstone.class.getPackage().getImplementationVersion();
            return new String[] {"Turnstone " + (version == null ? "(from sources)" : version)};
        }
    }
}

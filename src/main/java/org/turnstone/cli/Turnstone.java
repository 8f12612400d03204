package org.turnstone.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

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

    private final Serve serve;

    private Turnstone(Serve serve) {
        this.serve = serve;
    }

    /** The whole command line, for a program whose environment variables are {@code environment}. */
    public static CommandLine in(Map<String, String> environment) {
        Serve serve = new Serve(environment);
        return new CommandLine(new Turnstone(serve))
                .addSubcommand(serve)
                .addSubcommand(new Doctor(environment))
                .addSubcommand(new Health(environment))
                .addSubcommand(new Read(environment))
                .addSubcommand(new EvaluateCommand(environment))
                .addSubcommand(new LearnCrisis())
                .addSubcommand(new MisreadCommand(environment))
                .addSubcommand(new LearnCommand(environment))
                .addSubcommand(new Replay(environment))
                .addSubcommand(new Export(environment))
                .addSubcommand(new Forget(environment))
                .addSubcommand(new BackupCommand(environment))
                .addSubcommand(new Restore(environment))
                .addSubcommand(new Practice(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new PlainWords());
    }

    @Override
    public Integer call() throws Exception {
        return serve.call();
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

package org.turnstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.turnstone.ConfigProblem;
import org.turnstone.Settings;
import org.turnstone.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: opens a web room, prints its links, and joins Discord if a token is set. For one thread. */
@Command(name = "serve", description = "Opens a web room, prints its two links, and joins Discord if a token is set.")
final class Serve implements Callable<Integer> {

    private final Map<String, String> environment;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lan",
            description = "Let phones and computers in this home network open the room. What is written crosses the"
                    + " network unencrypted: not for a café.")
    private boolean lan;

    @Option(
            names = "--shards",
            paramLabel = "WHICH",
            description =
                    "Which part of the bot's Discord servers this process sees to, where several share a database:"
                            + " 0-3/16, or auto/16 for its share of them. The same as DISCORD_SHARDS.")
    private Optional<String> shards = Optional.empty();

    Serve(Map<String, String> environment) {
        this.environment = environment;
    }

    /** As services start it: without options, and so without the parser of options, which takes a tenth of a start. */
    static int plainly(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        try {
            return new Serve(environment).serve(out);
        } catch (Exception e) {
            return PlainWords.say(e, err);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return serve(spec.commandLine().getOut());
    }

    private int serve(PrintWriter out) throws IOException, InterruptedException {
        Settings settings = Settings.load(variables());
        Optional<String> network = network();
        Wiring wiring = new Wiring(settings, network);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(wiring), "stop"));
        wiring.start();
        Files.writeString(settings.addressFile(), wiring.address() + "\n");
        out.println(new Greeting(settings, wiring.links(), network).text());
        out.flush();
        stopped.await();
        return 0;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment);
        shards.ifPresent(which -> variables.put("DISCORD_SHARDS", which));
        return variables;
    }

    private void stop(Wiring wiring) {
        wiring.close();
        stopped.countDown();
    }

    private Optional<String> network() {
        if (!lan) {
            return Optional.empty();
        }
        return Optional.of(HomeNetwork.address()
                .orElseThrow(() -> new ConfigProblem("--lan: this computer is in no home network just now. Join one, or"
                        + " start without --lan.")));
    }
}

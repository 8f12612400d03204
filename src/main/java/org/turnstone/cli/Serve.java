package org.turnstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.turnstone.Settings;
import org.turnstone.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: opens a web room, prints its links, and joins Discord if a token is set. For one thread. */
@Command(name = "serve", description = "Opens a web room, prints its two links, and joins Discord if a token is set.")
final class Serve implements Callable<Integer> {

    private final Map<String, String> environment;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Spec
    private CommandSpec spec;

    Serve(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = Settings.load(environment);
        Wiring wiring = new Wiring(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(wiring), "stop"));
        wiring.start();
        Files.writeString(settings.addressFile(), wiring.address() + "\n");
        tell(settings, wiring.links());
        stopped.await();
        return 0;
    }

    private void stop(Wiring wiring) {
        wiring.close();
        stopped.countDown();
    }

    private void tell(Settings settings, List<URI> links) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println("Turnstone has opened a room. Each of you has a link of your own:");
        out.println();
        out.println("  for you           " + links.get(0));
        out.println("  for your partner  " + links.get(1));
        out.println();
        boolean joins = settings.discord().token().isPresent();
        out.println(joins ? "It is joining Discord as well." : "Discord: no token is set, so it stays away.");
        out.println("Everything is kept in " + settings.home() + ". Stop with Ctrl+C; the links stay the same.");
        out.flush();
    }
}

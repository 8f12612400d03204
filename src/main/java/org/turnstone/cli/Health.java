package org.turnstone.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import org.turnstone.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code health}: asks the running program whether it is well, and says so by its exit code; for a container's or a
 * supervisor's check. It finds the program by the address that it left in {@link Settings#addressFile()}, because the
 * port may be another than the one set. For one thread.
 */
@Command(name = "health", description = "Asks the running program whether it is well: exit code 0 if so, 1 if not.")
final class Health implements Callable<Integer> {

    /** Longer than a busy small machine needs to answer, shorter than a supervisor's patience. */
    private static final int PATIENCE_MILLIS = 3_000;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    Health(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        URI address = address(Settings.load(environment));
        if (isWell(address)) {
            spec.commandLine().getOut().println("well: " + address);
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println(
                        "not well: " + address
                                + " gives no good answer. If Turnstone should be running, look at its log; else start it with serve.");
        return PlainWords.FAILED;
    }

    /** Where a program with these settings answers: what it wrote down, else what is set. */
    static URI address(Settings settings) {
        try {
            return URI.create(Files.readString(settings.addressFile()).strip());
        } catch (IOException | IllegalArgumentException nothingWritten) {
            return URI.create("http://" + reachable(settings.server().host()) + ":"
                    + settings.server().port());
        }
    }

    /** Whether a healthy Turnstone answers at {@code address}. */
    static boolean isWell(URI address) {
        try {
            HttpURLConnection asking =
                    (HttpURLConnection) address.resolve("/health").toURL().openConnection();
            asking.setConnectTimeout(PATIENCE_MILLIS);
            asking.setReadTimeout(PATIENCE_MILLIS);
            return asking.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException | ClassCastException | IllegalArgumentException noAnswer) {
            return false;
        }
    }

    /** A name for {@code host} that can be called: one listens on all addresses but calls one. */
    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}

package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.turnstone.Main;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.store.Database;

/** {@code serve} in a process of its own, which can be killed at any moment and started again. For one thread. */
final class OtherProcess implements Serving {
    private final Path home;
    private final LoopbackDiscord server;
    private final Map<String, String> settings;
    private Process process;

    OtherProcess(Path home, LoopbackDiscord server) {
        this(home, server, Map.of());
    }

    /** @param settings more variables of its environment */
    OtherProcess(Path home, LoopbackDiscord server, Map<String, String> settings) {
        this.home = home;
        this.server = server;
        this.settings = settings;
    }

    @Override
    public Database database() {
        return Database.open(home);
    }

    @Override
    public void start() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                path,
                Main.class.getName(),
                "serve");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("TURNSTONE_HOME", home.toString());
            builder.environment().put("DISCORD_TOKEN", server.app().token());
            builder.environment().put("DISCORD_API_URL", server.apiUrl());
            builder.environment().put("DISCORD_GATEWAY_URL", server.gatewayUrl());
            builder.environment().putAll(settings);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("log.txt").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL, {@code millis} from now. */
    @Override
    public void failsAfter(long millis) {
        liveOn(millis);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void recovers() {
        start();
    }

    /** Lets so much time go by, in which it must not end. */
    void liveOn(long millis) {
        try {
            if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the bot ended by itself with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** @param signal STOP or CONT */
    void signal(String signal) {
        try {
            int end = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(end).as("kill -" + signal).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

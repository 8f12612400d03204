package org.turnstone.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.turnstone.Main;
import org.turnstone.discord.loopback.LoopbackDiscord;

/** {@code serve} in a process of its own, which can be killed at any moment and started again. For one thread. */
final class OtherProcess implements AutoCloseable {
    private final Path home;
    private final LoopbackDiscord server;
    private Process process;

    OtherProcess(Path home, LoopbackDiscord server) {
        this.home = home;
        this.server = server;
    }

    void start() {
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
    void killAfter(long millis) {
        try {
            if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the bot ended by itself with " + process.exitValue());
            }
            process.destroyForcibly().waitFor();
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

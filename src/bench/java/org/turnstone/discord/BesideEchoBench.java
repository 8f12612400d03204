package org.turnstone.discord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;

/**
 * What Turnstone holds in memory with Discord connected, beside a bot on discord.js that only echoes: both on the same loopback
 * server, one after the other, each after it was connected and heard 200 messages. Before it: {@code mvn package -DskipTests}
 * and {@code npm install} in {@code src/bench/echo}.
 */
public final class BesideEchoBench {
    private static final int MESSAGES = 200;
    private static final int RUNS = 5;
    private static final long SETTLED_MILLIS = 10_000;

    private BesideEchoBench() {}

    public static void main(String[] args) throws Exception {
        // The first makes the database, the second leaves the archive behind.
        resident(List.of("target/turnstone", "serve"));
        resident(List.of("target/turnstone", "serve"));
        for (int run = 1; run <= RUNS; run++) {
            long turnstone = resident(List.of("target/turnstone", "serve"));
            long echo = resident(List.of("node", "src/bench/echo/echo.mjs"));
            System.out.printf("run %d: Turnstone %,d MB, echo on discord.js %,d MB%n", run, turnstone >> 10, echo >> 10);
        }
    }

    /** In kilobytes. */
    private static long resident(List<String> command) throws Exception {
        Path home = Files.createDirectories(Path.of("target/beside-echo"));
        try (LoopbackDiscord server = LoopbackDiscord.start()) {
            Person ann = server.person("Ann");
            Guild guild = server.guild("Town", server.person("Olga"))
                    .join(ann)
                    .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
            Channel square = guild.textChannel("square");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment()
                    .putAll(Map.of(
                            "TURNSTONE_HOME", home.toAbsolutePath().toString(),
                            "DISCORD_TOKEN", server.app().token(),
                            "DISCORD_API_URL", server.apiUrl(),
                            "DISCORD_GATEWAY_URL", server.gatewayUrl()));
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve("log.txt").toFile())
                    .start();
            try {
                server.gateway().awaitConnected();
                for (int i = 0; i < MESSAGES; i++) {
                    ann.says(square, "Message " + i);
                    Thread.sleep(20);
                }
                Thread.sleep(SETTLED_MILLIS);
                return kilobytes(process.pid());
            } finally {
                process.destroy();
                process.onExit().join();
            }
        }
    }

    /** Linux only. */
    private static long kilobytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

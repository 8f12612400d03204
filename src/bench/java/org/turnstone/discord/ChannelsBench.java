package org.turnstone.discord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.WireLog;
import org.turnstone.room.Manners;
import org.turnstone.store.Database;
import org.turnstone.store.SqlPeople;

/**
 * Many channels with a live talk in each, on one process of the bot: how soon a press is acknowledged, and how much memory the
 * process takes. The platform and the people run in this process, on the same machine, and take their share of it. Arguments:
 * channels (200), seconds (90), mean seconds between two things that a couple does (8).
 */
public final class ChannelsBench {
    private ChannelsBench() {}

    public static void main(String[] args) throws Exception {
        int channels = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 90;
        int thinks = args.length > 2 ? Integer.parseInt(args[2]) : 8;
        Path home = Files.createTempDirectory(Path.of("target"), "channels-bench");
        try (LoopbackDiscord server = LoopbackDiscord.start()) {
            Guild guild = server.guild("Town", server.person("Olga"))
                    .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
            List<Couple> couples = new ArrayList<>();
            for (int i = 0; i < channels; i++) {
                couples.add(new Couple(server, guild, i, 1, Duration.ofSeconds(thinks)));
            }
            setUp(home, couples);
            try (OtherProcess bot = new OtherProcess(home, server)) {
                bot.start();
                server.gateway().awaitConnected();
                server.await("the commands", () -> !server.app().commandNames().isEmpty());
                System.out.printf("resident when connected: %,d MB%n", resident(bot.pid()));
                talk(server, couples, seconds);
                report(server, bot.pid());
            }
        } finally {
            remove(home);
        }
    }

    private static void setUp(Path home, List<Couple> couples) {
        try (Database database = Database.open(home)) {
            SqlPeople people = new SqlPeople(database);
            Instant now = Instant.now();
            for (Couple couple : couples) {
                for (Person person : List.of(couple.ann, couple.ben)) {
                    people.save(couple.id(person), Manners.UNSAID.setUp(now));
                }
            }
        }
    }

    /** All begin first, within as long as it takes; what is measured is the time in which all talk. */
    private static void talk(LoopbackDiscord server, List<Couple> couples, int seconds) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(couples.size());
        AtomicInteger acts = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        AtomicReference<Instant> end = new AtomicReference<>(Instant.MAX);
        for (Couple couple : couples) {
            Thread thread = new Thread(() -> {
                try {
                    couple.begin();
                    begun.countDown();
                    begun.await();
                    while (Instant.now().isBefore(end.get())) {
                        couple.act();
                        acts.incrementAndGet();
                    }
                } catch (InterruptedException | AssertionError e) {
                    failed.incrementAndGet();
                    begun.countDown();
                }
            });
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        begun.await();
        server.wire().clear();
        end.set(Instant.now().plusSeconds(seconds));
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(seconds + 60).toMillis());
        }
        System.out.printf(
                "%d channels, %d s: %,d things done (%.0f a second), %d couples stuck%n",
                couples.size(), seconds, acts.get(), acts.get() / (double) seconds, failed.get());
    }

    private static void report(LoopbackDiscord server, long pid) throws IOException {
        List<Duration> delays = server.wire().answers().stream()
                .map(WireLog.Answer::delay)
                .sorted()
                .toList();
        System.out.printf(
                "%,d presses acknowledged: median %d ms, p99 %d ms, slowest %d ms; requests refused: %d%n",
                delays.size(),
                at(delays, 0.5),
                at(delays, 0.99),
                at(delays, 1),
                server.wire().refusals().size());
        System.out.printf("resident afterwards: %,d MB%n", resident(pid));
    }

    private static long at(List<Duration> sorted, double share) {
        return sorted.isEmpty() ? -1 : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())).toMillis();
    }

    /** Megabytes that the process holds in memory; Linux only. */
    private static long resident(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(-1);
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}

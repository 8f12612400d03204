package org.turnstone;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * From the launcher's start to the first answered {@code /health}, and what the process takes of the machine, over 11 starts of
 * one home without tokens: two before them make the database and the archive of classes. Needs {@code target/turnstone}, so
 * {@code package} comes first.
 */
public final class StartBench {
    private static final int STARTS = 11;
    private static final int PORT = 18_420;
    private static final long SETTLES_MILLIS = 2_000;
    private static final double TICKS = 100;

    private record Start(double readySeconds, double readyWork, double settledWork, double megabytes) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home;

    private StartBench(Path home) throws IOException {
        this.home = home;
        Files.writeString(home.resolve("turnstone.json"), "{\"server\": {\"port\": " + PORT + "}}");
    }

    public static void main(String[] args) throws Exception {
        StartBench bench = new StartBench(Files.createTempDirectory("start-bench"));
        bench.start();
        bench.start();
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(bench.start());
        }
        print("s to the first answer", starts, Start::readySeconds);
        print("s of processor time until then", starts, Start::readyWork);
        print("s of processor time two seconds later", starts, Start::settledWork);
        print("MB resident then", starts, Start::megabytes);
    }

    private static void print(String what, List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        System.out.printf(
                Locale.ROOT, "%.2f (%.2f to %.2f) %s%n", sorted[STARTS / 2], sorted[0], sorted[STARTS - 1], what);
    }

    private Start start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Path.of("target", "turnstone").toString(), "serve");
        builder.environment().put("TURNSTONE_HOME", home.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()));
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            while (!answers()) {
                if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("it ended; see " + home.resolve("log.txt"));
                }
            }
            double ready = (System.nanoTime() - begin) / 1e9;
            double readyWork = work(process);
            Thread.sleep(SETTLES_MILLIS);
            return new Start(ready, readyWork, work(process), resident(process));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private boolean answers() throws IOException, InterruptedException {
        HttpRequest asks = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/health"))
                .build();
        try {
            return client.send(asks, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Seconds on all cores, as Linux tells. */
    private static double work(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static double resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}

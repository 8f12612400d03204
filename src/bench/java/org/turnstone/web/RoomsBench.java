package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a message takes to the partner's socket, and how much memory a room takes, with 400 rooms and 800 open sockets on
 * one process and 200 messages a second, each by a speaker in a longer talk: taken in, read, saved, played. The pages are in a
 * process of their own ({@link RoomsBenchPages}), which measures from its write to its read, over loopback.
 */
public final class RoomsBench {
    private static final int ROOMS = 400;

    private static long processor;

    private RoomsBench() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory(Path.of("target"), "rooms-bench");
        try (RoomHere room = RoomHere.in(home)) {
            long before = heap();
            Path list = home.resolve("pages");
            Files.write(list, pages(room));
            Process pages = new ProcessBuilder(
                            "java",
                            "-XX:+UseSerialGC",
                            "-Xmx600m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RoomsBenchPages.class.getName(),
                            Integer.toString(room.links().get(0).getPort()),
                            list.toString())
                    .inheritIO()
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            pages.inputReader().lines().forEach(line -> {
                System.out.println(line);
                if (line.startsWith("open")) {
                    System.out.printf("heap a room, two sockets open: %,d bytes%n", (heap() - before) / ROOMS);
                    processor = processor();
                }
            });
            System.out.printf(
                    "processor time a message: %.1f ms%n",
                    (processor() - processor) / 1e6 / (RoomsBenchPages.WARM_UP + RoomsBenchPages.MEASURED));
        } finally {
            remove(home);
        }
    }

    private static List<String> pages(RoomHere room) {
        List<Wire> people = people(room);
        people.forEach(Wire::close);
        return people.stream().map(RoomsBench::page).toList();
    }

    /** Of this process, all its threads, in nanoseconds. */
    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Two people for each room, in a longer talk in which the first has the floor. */
    private static List<Wire> people(RoomHere room) {
        List<Wire> people = new ArrayList<>();
        Wire host = new Wire(room.links().get(0)).isHere("Host");
        for (int i = 0; i < ROOMS; i++) {
            room.passes(Duration.ofSeconds(4));
            JsonNode desk = Json.read(host.post(
                            "rooms",
                            b -> b.put("do", "open").put("keep", "WEEK").putPOJO("names", List.of("Ana", "Ben")))
                    .body());
            people.addAll(couple(desk));
        }
        host.close();
        return people;
    }

    private static List<Wire> couple(JsonNode desk) {
        for (JsonNode opened : desk.path("rooms")) {
            if (opened.path("id").equals(desk.path("opened"))) {
                List<Wire> couple = Stream.of(0, 1)
                        .map(seat -> opened.path("seats").get(seat).path("link").asText())
                        .map(link -> new Wire(URI.create(link)).isHere("Somebody"))
                        .toList();
                couple.get(0).does("asks", m -> m.put("length", "longer"));
                couple.get(1).presses("here");
                return couple;
            }
        }
        throw new IllegalStateException("no room: " + desk);
    }

    private static String page(Wire who) {
        return who.path() + " " + who.cookie();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

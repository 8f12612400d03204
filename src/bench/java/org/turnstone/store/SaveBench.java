package org.turnstone.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Person;
import org.turnstone.room.RoomStore;

/**
 * How many saves a second reach the disk, for 1, 16, 256 and 1,024 rooms at once, each with a thread of its own, beside what
 * the disk itself can do in the same run: a page written and {@code fdatasync}ed again and again. A save is a conversation,
 * its deadline and the id of its event, as when somebody writes a chunk. With the address of a PostgreSQL server as argument
 * (postgresql://host/name, user and password in it are not read) the same over that.
 */
public final class SaveBench {
    private static final long NANOS = 4_000_000_000L;
    private static final int PAGE = 4_096;
    /** The raw file is as long as it will be before it is measured: only its data has to reach the disk. */
    private static final int PAGES = 1_024;

    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");
    private static final Conversation TALK = Conversation.of(
            Circle.couple(new Person("discord/1234567890"), new Person("discord/2345678901")),
            Customs.in(ZoneId.of("UTC")));

    private SaveBench() {}

    public static void main(String[] args) throws Exception {
        Path place = Files.createTempDirectory(Path.of("target"), "save-bench");
        try {
            double disk = syncsASecond(place.resolve("raw"));
            System.out.printf("fdatasync of one page: %,.0f a second%n", disk);
            try (Database database = open(place, args)) {
                for (int rooms : List.of(1, 16, 256, 1_024, 1)) {
                    double saves = savesASecond(database.rooms(), rooms);
                    System.out.printf(
                            "%,5d rooms at once: %,9.0f saves a second, %.2f times the disk%n",
                            rooms, saves, saves / disk);
                }
            }
            System.out.printf("fdatasync of one page, again: %,.0f a second%n", syncsASecond(place.resolve("raw2")));
        } finally {
            remove(place);
        }
    }

    private static Database open(Path place, String[] args) {
        Path home = place.resolve("home");
        return args.length == 0
                ? Database.open(home)
                : Database.open(
                        home, new Server("jdbc:" + args[0], Optional.of("postgres"), Optional.of("none")));
    }

    private static double syncsASecond(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            for (int i = 0; i < PAGES; i++) {
                channel.write(page.clear());
            }
            channel.force(true);
            long begin = System.nanoTime();
            int times = 0;
            while (System.nanoTime() - begin < NANOS / 2) {
                channel.write(page.clear(), (long) times % PAGES * PAGE);
                channel.force(false);
                times++;
            }
            return times * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static double savesASecond(RoomStore store, int rooms) throws InterruptedException {
        AtomicLong saves = new AtomicLong();
        CountDownLatch ready = new CountDownLatch(rooms);
        CountDownLatch go = new CountDownLatch(1);
        long[] end = new long[1];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            String room = "bench/" + rooms + "/" + System.nanoTime() + "/" + i;
            Thread thread = new Thread(() -> {
                store.begin(room, TALK);
                ready.countDown();
                awaitQuietly(go);
                saves.addAndGet(saveUntil(store, room, end));
            });
            threads.add(thread);
            thread.start();
        }
        ready.await();
        long begin = System.nanoTime();
        end[0] = begin + NANOS;
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return saves.get() * 1e9 / (System.nanoTime() - begin);
    }

    private static long saveUntil(RoomStore store, String room, long[] end) {
        long version = 1;
        while (System.nanoTime() < end[0]) {
            RoomStore.Change change = new RoomStore.Change(
                    room,
                    version,
                    "event" + version,
                    Instant.now(),
                    TALK,
                    List.of(),
                    Optional.of(NOW.plusSeconds(90)),
                    List.of(),
                    List.of());
            if (store.save(change) != RoomStore.Outcome.SAVED) {
                throw new IllegalStateException("a save went wrong");
            }
            version++;
        }
        return version - 1;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

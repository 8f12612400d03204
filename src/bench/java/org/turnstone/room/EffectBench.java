package org.turnstone.room;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From an input to its first effect, which is stored by then, in one process over SQLite: p50, p99 and p99.9 with 1, 100 and
 * 10,000 live rooms. Inputs come 100 a second (20 where there is one room), whether or not the last was answered; beside it
 * the disk's own commits, a page written and {@code fdatasync}ed at the same rate in the same run. Both are counted from the
 * moment at which they were due.
 */
public final class EffectBench {
    private static final int SECONDS = 20;
    /** Long enough for the compiler to have seen what a running server has. */
    private static final int WARMS_UP = 60;
    private static final int PAGE = 4_096;
    private static final int PAGES = 1_024;

    private EffectBench() {}

    public static void main(String[] args) throws Exception {
        for (int rooms : List.of(1, 100, 10_000)) {
            measure(rooms, rooms == 1 ? 20 : 100);
        }
    }

    private static void measure(int number, int perSecond) throws Exception {
        ConcurrentHashMap<String, Long> begun = new ConcurrentHashMap<>();
        List<Long> took = new ArrayList<>();
        Stages stages = owed -> {
            Long begin = begun.remove(owed.room());
            if (begin != null) {
                synchronized (took) {
                    took.add(System.nanoTime() - begin);
                }
            }
            return Silent.of(owed);
        };
        try (Scene scene = new Scene(stages)) {
            List<Couple> couples = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                couples.add(new Couple(scene.rooms, scene.people, i));
            }
            ExecutorService hands = Executors.newFixedThreadPool(16);
            run(couples, begun, hands, perSecond, WARMS_UP);
            synchronized (took) {
                took.clear();
            }
            run(couples, begun, hands, perSecond, SECONDS);
            hands.shutdown();
            hands.awaitTermination(60, TimeUnit.SECONDS);
            long[] disk = commits(scene.place().resolve("raw"), perSecond);
            print(number + " live rooms, " + perSecond + " inputs a second", sorted(took));
            print("  the disk's own commits", disk);
            System.out.printf(
                    "  p99 is %.1f times the disk's%n", (double) at(sorted(took), 0.99) / at(disk, 0.99));
        }
    }

    private static void run(
            List<Couple> couples, ConcurrentHashMap<String, Long> begun, ExecutorService hands, int perSecond, int time) {
        long start = System.nanoTime();
        for (int i = 0; i < perSecond * time; i++) {
            Couple couple = couples.get(i % couples.size());
            long due = start + i * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
            hands.execute(() -> {
                synchronized (couple) {
                    begun.put(couple.room(), due);
                    Instant at = couple.next(java.time.Duration.ofDays(1));
                    couple.goesOn(at);
                    begun.remove(couple.room());
                }
            });
        }
    }

    private static long[] commits(Path file, int perSecond) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            for (int i = 0; i < PAGES; i++) {
                channel.write(page.clear());
            }
            channel.force(true);
            long[] took = new long[perSecond * SECONDS];
            long start = System.nanoTime();
            for (int i = 0; i < took.length; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                channel.write(page.clear(), (long) i % PAGES * PAGE);
                channel.force(false);
                took[i] = System.nanoTime() - due;
            }
            Arrays.sort(took);
            return took;
        }
    }

    private static long[] sorted(List<Long> took) {
        synchronized (took) {
            return took.stream().mapToLong(Long::longValue).sorted().toArray();
        }
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    private static void print(String what, long[] sorted) {
        System.out.printf(
                "%s (%,d): p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
                what, sorted.length, at(sorted, 0.5) / 1e6, at(sorted, 0.99) / 1e6, at(sorted, 0.999) / 1e6);
    }
}

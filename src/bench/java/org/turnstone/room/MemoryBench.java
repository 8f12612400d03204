package org.turnstone.room;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a room takes of the heap: 1,000,000 that are idle, and 10,000 in the middle of a turn, over SQLite. Measured after full
 * collections, before and after; what only the measuring holds is let go first.
 */
public final class MemoryBench {
    private static final int IDLE = 1_000_000;
    private static final int LIVE = 10_000;

    private MemoryBench() {}

    public static void main(String[] args) throws Exception {
        try (Scene scene = new Scene(Silent::of)) {
            long empty = heap();
            open(scene, 0, LIVE);
            for (Couple couple : open(scene, LIVE, LIVE)) {
                for (int act = 0; act < 3; act++) {
                    couple.goesOn(couple.next(Duration.ofDays(1)));
                }
            }
            long live = heap();
            System.out.printf(
                    "%,d rooms in the middle of a turn: %,d bytes of heap each%n", LIVE, (live - empty) / LIVE);
            Thread[] hands = new Thread[32];
            int each = IDLE / hands.length;
            for (int i = 0; i < hands.length; i++) {
                int from = 2 * LIVE + i * each;
                hands[i] = new Thread(() -> open(scene, from, each));
                hands[i].start();
            }
            for (Thread hand : hands) {
                hand.join();
            }
            scene.rooms.wake(Couple.BEGIN);
            long idle = heap();
            System.out.printf(
                    "%,d idle rooms: %,.1f bytes of heap each; database %,d MB%n",
                    IDLE, (double) (idle - live) / IDLE, scene.bytes() >> 20);
        }
    }

    private static List<Couple> open(Scene scene, int from, int number) {
        List<Couple> couples = new ArrayList<>();
        for (int i = from; i < from + number; i++) {
            Couple couple = new Couple(scene.rooms, scene.people, i);
            if (number == LIVE) {
                couples.add(couple);
            }
        }
        return couples;
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

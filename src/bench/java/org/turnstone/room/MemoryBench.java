package org.turnstone.room;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneId;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Person;

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
            for (int i = 0; i < LIVE; i++) {
                Couple couple = new Couple(scene.rooms, scene.people, i);
                for (int act = 0; act < 3; act++) {
                    couple.goesOn(couple.next(Duration.ofDays(1)));
                }
            }
            long live = heap();
            System.out.printf(
                    "%,d rooms in the middle of a turn: %,d bytes of heap each%n", LIVE, (live - empty) / LIVE);
            Thread[] hands = new Thread[250];
            int each = IDLE / hands.length;
            for (int i = 0; i < hands.length; i++) {
                int from = i * each;
                hands[i] = new Thread(() -> open(scene, from, from + each));
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

    private static void open(Scene scene, int from, int to) {
        Customs customs = Customs.in(ZoneId.of("UTC"));
        for (int i = from; i < to; i++) {
            Circle couple = Circle.couple(new Person("idle:" + 2 * i), new Person("idle:" + (2 * i + 1)));
            scene.rooms.open("idle/" + i, couple, customs);
        }
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

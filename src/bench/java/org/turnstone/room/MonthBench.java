package org.turnstone.room;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A month of 10,000 couples on one process over SQLite, as fast as it goes: each has a quick turn every three days, and the
 * rooms are woken every ten minutes of theirs. Says what it cost.
 */
public final class MonthBench {
    private static final int COUPLES = 10_000;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration APART = Duration.ofDays(3);
    private static final Duration BEAT = Duration.ofMinutes(10);

    private MonthBench() {}

    private record Next(Instant at, Couple couple, Duration late) {}

    public static void main(String[] args) throws Exception {
        try (Scene scene = new Scene(Silent::of)) {
            PriorityQueue<Next> waiting = new PriorityQueue<>(Comparator.comparing(Next::at));
            for (int i = 0; i < COUPLES; i++) {
                Couple couple = new Couple(scene.rooms, scene.people, i);
                Duration late = APART.multipliedBy(i).dividedBy(COUPLES);
                waiting.add(new Next(couple.next(APART).plus(late), couple, late));
            }
            OperatingSystemMXBean system =
                    (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long begin = System.nanoTime();
            long inputs = run(scene, waiting);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%,d couples, %d days: %,d inputs, none refused, in %.0f s (%.2f ms of processor time an input, wakings"
                            + " included); database %,d MB, heap at most %,d MB%n",
                    COUPLES,
                    MONTH.toDays(),
                    inputs,
                    seconds,
                    (system.getProcessCpuTime() - cpu) / 1e6 / inputs,
                    scene.bytes() >> 20,
                    Runtime.getRuntime().totalMemory() >> 20);
        }
    }

    private static long run(Scene scene, PriorityQueue<Next> waiting) {
        Instant end = Couple.BEGIN.plus(MONTH);
        Instant beat = Couple.BEGIN;
        long inputs = 0;
        while (waiting.peek().at().isBefore(end)) {
            Next next = waiting.poll();
            for (; beat.isBefore(next.at()); beat = beat.plus(BEAT)) {
                scene.rooms.wake(beat);
            }
            Taken.How how = next.couple().goesOn(next.at());
            if (how != Taken.How.MOVED) {
                throw new IllegalStateException("an input was " + how);
            }
            inputs++;
            waiting.add(new Next(next.couple().next(APART).plus(next.late()), next.couple(), next.late()));
        }
        return inputs;
    }
}

package org.turnstone.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one step of the floor costs: an event of a random conversation, as the random tests make them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FloorBench {
    private static final int TALKS = 200;
    private static final int EVENTS = 60;

    private record Moment(Conversation before, Event event) {}

    private final List<Moment> moments = new ArrayList<>();
    private int next;

    @Setup
    public void prepare() {
        for (int seed = 0; seed < TALKS; seed++) {
            RandomTalk talk = new RandomTalk(seed);
            Conversation now = talk.start;
            for (int i = 0; i < EVENTS; i++) {
                Event event = talk.next(now);
                moments.add(new Moment(now, event));
                now = now.on(event).next();
            }
        }
    }

    @Benchmark
    public Step step() {
        Moment moment = moments.get(next++ % moments.size());
        return moment.before().on(moment.event());
    }
}

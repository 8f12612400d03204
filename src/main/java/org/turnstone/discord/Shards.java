package org.turnstone.discord;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.turnstone.room.Leases;

/**
 * Which of the parts that Discord divides a bot's servers into are this process's. A server is in part
 * {@code (id >> 22) % total}, direct messages are in part 0 (Discord, "Sharding"). Threads may share one.
 *
 * @param total how many parts there are
 * @param leases which of them are ours
 */
public record Shards(int total, Leases leases) {
    /** One connection for all. */
    public static final Shards ONE = new Shards(1, Leases.ALONE);

    private static final int TIME_SHIFT = 22;

    /** These and no others, whatever other processes do. */
    public static Shards fixed(int first, int last, int total) {
        Set<Integer> ours =
                new TreeSet<>(IntStream.rangeClosed(first, last).boxed().toList());
        return new Shards(total, new Leases() {
            @Override
            public Set<Integer> held(int all) {
                return ours;
            }

            @Override
            public void giveBack(int all, int part) {}
        });
    }

    /** The part that a server is in; 0 for what is in none. */
    int of(long guild) {
        return (int) ((guild >>> TIME_SHIFT) % total);
    }
}

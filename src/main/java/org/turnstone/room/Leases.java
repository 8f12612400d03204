package org.turnstone.room;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Numbered parts of one work, each done by one of the processes that share a database, and by another when that one is gone.
 * Threads may share one.
 */
public interface Leases {
    /** There is no other process: all is ours. */
    Leases ALONE = new Leases() {
        @Override
        public Set<Integer> held(int total) {
            return new TreeSet<>(IntStream.range(0, total).boxed().toList());
        }

        @Override
        public void giveBack(int total, int part) {}
    };

    /**
     * Renews what this process holds, and takes of what is free until it has its fair share. To be asked every few seconds:
     * whoever does not ask is taken for gone.
     *
     * @param total how many parts there are, numbered from 0
     * @return the parts to do from now on; a part that this process held and that is not among them is to be left, then
     *     given back
     */
    Set<Integer> held(int total);

    /** This process has left {@code part}; nothing where it does not hold it. */
    void giveBack(int total, int part);
}

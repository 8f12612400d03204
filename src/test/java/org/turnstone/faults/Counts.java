package org.turnstone.faults;

import java.util.concurrent.atomic.AtomicLong;
import org.turnstone.room.Figures;
import org.turnstone.room.Taken;

/** What one worker did, as it tells it to the platform whenever it asks for more. Threads may share one. */
final class Counts implements Figures {
    private final AtomicLong moved = new AtomicLong();
    private final AtomicLong anew = new AtomicLong();

    /** Who, how many events it took in, and how many saves it had to do again. */
    String report() {
        return ProcessHandle.current().pid() + " " + moved + " " + anew;
    }

    @Override
    public void took(Taken.How how, long nanos) {
        if (how == Taken.How.MOVED) {
            moved.incrementAndGet();
        }
    }

    @Override
    public void savedAnew() {
        anew.incrementAndGet();
    }
}

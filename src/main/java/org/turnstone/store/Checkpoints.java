package org.turnstone.store;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what stands in SQLite's write-ahead log into the database file, beside the writing. SQLite would do it in the middle of
 * every few hundredth commit, whose caller, and all who wait behind it, would stand there for the length of several. Here most of
 * it is copied while others write; only what was written meanwhile, little, is copied while the writer waits, so that the log
 * can begin anew. Starts its own thread; threads may share it.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** After so many commits; a commit of one room writes about four pages of 4 kB. */
    static final int COMMITS = 4_000;

    private static final long AGAIN_NANOS = 1_000_000_000;

    private final Session copier;
    private final Session writer;
    private final ReentrantLock writing;
    /** SQLite lets one copy at a time, and refuses another without waiting. Taken before {@link #writing}. */
    private final ReentrantLock copying = new ReentrantLock();

    private final Thread thread = new Thread(this::run, "checkpoints");
    private volatile int commits;
    /** Whether the log is to be emptied as soon as nobody reads in it. */
    private volatile boolean emptyingWaits;

    private volatile boolean closed;

    /**
     * @param copier a connection for this alone
     * @param writing held by whoever uses {@code writer}
     */
    Checkpoints(Session copier, Session writer, ReentrantLock writing) {
        this.copier = copier;
        this.writer = writer;
        this.writing = writing;
        thread.setDaemon(true);
        thread.start();
    }

    /** Told by whoever holds {@code writing}, after each commit. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void committed(int saves) {
        commits += saves;
        if (commits >= COMMITS) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            if (emptyingWaits) {
                LockSupport.parkNanos(this, AGAIN_NANOS);
                emptyIfItCan();
            } else if (commits < COMMITS) {
                LockSupport.park(this);
            } else {
                copy();
            }
        }
    }

    /** What fails here is tried again after the next commits: until then the log grows, and nothing is lost. */
    private void copy() {
        copying.lock();
        try {
            copyMost();
            copyTheRest();
        } finally {
            copying.unlock();
        }
    }

    private void copyMost() {
        try {
            run(copier, "passive");
        } catch (SQLException e) {
            LOG.warn("The write-ahead log could not be copied just now ({}).", e.getErrorCode());
        }
    }

    private void copyTheRest() {
        writing.lock();
        try {
            commits = 0;
            if (!closed) {
                run(writer, "passive");
            }
        } catch (SQLException e) {
            writer.forgetStatements();
            LOG.warn("The write-ahead log could not be copied just now ({}).", e.getErrorCode());
        } finally {
            writing.unlock();
        }
    }

    /**
     * Empties the log: nothing that was erased stands in it any more. Where another program reads the file just then, a backup
     * perhaps, it is emptied as soon as that has ended. Not to be called while {@code writing} is held.
     */
    void empty() throws SQLException {
        copying.lock();
        writing.lock();
        try {
            emptyingWaits = run(writer, "truncate");
            LockSupport.unpark(thread);
        } catch (SQLException e) {
            writer.forgetStatements();
            throw e;
        } finally {
            writing.unlock();
            copying.unlock();
        }
    }

    private void emptyIfItCan() {
        try {
            empty();
        } catch (SQLException e) {
            LOG.warn("The write-ahead log could not be emptied just now ({}).", e.getErrorCode());
        }
    }

    /** Whether somebody who reads or writes has kept it from its end. */
    private static boolean run(Session session, String how) throws SQLException {
        return Sql.one(session, row -> row.getInt(1) != 0, "pragma wal_checkpoint(" + how + ")")
                .orElse(false);
    }

    /** Returns when it does no more; not to be called while {@code writing} is held. */
    void end() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        copier.close();
    }
}

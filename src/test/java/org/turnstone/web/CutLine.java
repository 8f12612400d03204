package org.turnstone.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad line between a page and the program: every connection over it breaks after a random number of bytes, in either
 * direction, in the middle of whatever goes over it. The page hears of it by a reset (the JDK's client does not notice an end
 * in the middle of a frame), the program now by a reset and now by an end. Which number follows from the seed and from the
 * connection's number. Threads may share one.
 */
final class CutLine implements AutoCloseable {
    private final ServerSocket entry;
    private final int target;
    private final long seed;
    private final int longest;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean good;

    private CutLine(ServerSocket entry, int target, long seed, int longest) {
        this.entry = entry;
        this.target = target;
        this.seed = seed;
        this.longest = longest;
    }

    /**
     * A line to {@code target} on this computer.
     *
     * @param longest bytes that a connection lasts for at most; the least is a tenth of it
     */
    static CutLine to(int target, long seed, int longest) {
        try {
            ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            CutLine line = new CutLine(entry, target, seed, longest);
            start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cut line");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return entry.getLocalPort();
    }

    /** How many connections went over it. */
    int connections() {
        return connections.get();
    }

    /** From now on nothing breaks. */
    void mends() {
        good = true;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                carry(entry.accept(), new Random(seed + 1_000_003L * connections.incrementAndGet()));
            } catch (IOException e) {
                // closed, or a connection that came to nothing: the page tries again
            }
        }
    }

    private void carry(Socket page, Random dice) throws IOException {
        Socket program = new Socket(InetAddress.getLoopbackAddress(), target);
        AtomicLong left = new AtomicLong(longest / 10 + dice.nextInt(longest));
        boolean abrupt = dice.nextBoolean();
        page.setSoLinger(true, 0);
        program.setSoLinger(abrupt, 0);
        start(() -> carry(page, program, left));
        start(() -> carry(program, page, left));
    }

    private void carry(Socket from, Socket to, AtomicLong left) {
        byte[] some = new byte[512];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                long allowed = good ? read : Math.min(read, left.getAndAdd(-read));
                if (allowed > 0) {
                    out.write(some, 0, (int) allowed);
                }
                if (allowed < read) {
                    return;
                }
            }
        } catch (IOException e) {
            // that is how lines end
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

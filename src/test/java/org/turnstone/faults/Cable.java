package org.turnstone.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The line between a program and its database, which can be cut, held, and led to another server. Threads may share one. */
final class Cable implements AutoCloseable {
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private volatile int target;
    private volatile boolean cut;
    private boolean held;

    Cable(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accepts);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every connection breaks, and none is made. */
    void cut() {
        cut = true;
        open.forEach(Cable::close);
    }

    /** Nothing comes through, and nobody is told. */
    void hold() {
        lock.lock();
        held = true;
        lock.unlock();
    }

    /** From now on it leads to the server on {@code port}. */
    void leadsTo(int port) {
        target = port;
        cut = false;
        lock.lock();
        held = false;
        change.signalAll();
        lock.unlock();
    }

    void mend() {
        leadsTo(target);
    }

    private void accepts() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                thread(() -> carries(near, far));
                thread(() -> carries(far, near));
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void carries(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                waitsWhileHeld();
                out.write(bytes, 0, read);
            }
        } catch (IOException broken) {
            close(to);
        } finally {
            open.remove(from);
        }
    }

    private void waitsWhileHeld() {
        lock.lock();
        try {
            while (held) {
                change.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        mend();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

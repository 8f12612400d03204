package org.turnstone.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * The threads of the web server. To make them takes a sixth of a start, most of it for loading classes, and needs nothing else
 * of the program: so they are made in the background while the rest is begun. Threads may share it.
 */
public final class Workers implements AutoCloseable {
    private static final int SOCKETS = 2;
    private static final int WORKERS = 16;

    private final FutureTask<XnioWorker> made = new FutureTask<>((Callable<XnioWorker>) Workers::make);

    private Workers() {}

    /** At once; whoever needs them waits until they are there. */
    public static Workers soon() {
        Workers workers = new Workers();
        Thread maker = new Thread(workers.made, "web workers");
        maker.setDaemon(true);
        maker.start();
        return workers;
    }

    private static XnioWorker make() throws IOException {
        OptionMap options = OptionMap.builder()
                .set(Options.WORKER_IO_THREADS, SOCKETS)
                .set(Options.WORKER_TASK_CORE_THREADS, WORKERS)
                .set(Options.WORKER_TASK_MAX_THREADS, WORKERS)
                .set(Options.TCP_NODELAY, true)
                .getMap();
        return Xnio.getInstance(Workers.class.getClassLoader()).createWorker(options);
    }

    XnioWorker get() {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? new UncheckedIOException(io)
                    : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        get().shutdown();
    }
}

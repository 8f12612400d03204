package org.turnstone.web;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.turnstone.floor.Stage;
import org.turnstone.room.RoomStore.Owed;

/**
 * The room that the program itself serves: a page for each person, live, without an account. Start and close belong to one
 * owner; otherwise threads may share one.
 */
public final class WebRoom implements AutoCloseable {
    private static final int PORTS_TRIED = 20;
    /** Bytes of a body that is too long anyway which are read, so that its sender gets an answer. */
    private static final long READ_TO_REFUSE = 1024 * 1024;

    private static final int SECOND = 1_000;

    private final House house;
    private final Where where;
    private final Wellness wellness;
    private final Workers workers;
    private final Hub hub = new Hub();
    private final Seats seats;
    private final Hands hands;
    private final Copies copies;
    private final Pages pages;
    private final Desk desk;
    private final Retention retention;
    private final ExecutorService threads;
    private final Porch porch = new Porch();
    private Undertow server;
    private volatile int port;

    /** @param workers this room's own, closed with it */
    public WebRoom(House house, Where where, Wellness wellness, Workers workers) {
        this(house, where, wellness, workers, new Secrets(Secrets.SLOW));
    }

    WebRoom(House house, Where where, Wellness wellness, Workers workers, Secrets secrets) {
        this.workers = workers;
        this.house = house;
        this.where = where;
        this.wellness = wellness;
        this.threads = Executors.newFixedThreadPool(2, WebRoom::daemon);
        this.seats = new Seats(house.marks(), secrets, house.clock());
        this.hands = new Hands(seats, house.scribe(), house.customs().waits().zone(), house.clock());
        this.desk = new Desk(house, seats, hub, where, () -> where.base(port));
        this.copies = new Copies(house, seats, hands);
        this.pages = new Pages(house, hub, seats, hands, copies, (Executor) threads);
        this.retention = new Retention(house, seats, pages, desk);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "web room");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether a room's effects are played here. */
    public static boolean isIn(String room) {
        return room.startsWith(Seat.PREFIX);
    }

    /** The stage for an effect owed to a web room. */
    public Stage stage(Owed owed) {
        return new WebStage(house, pages, retention, hands, owed);
    }

    /** Opens the first room, unless it is open already, and listens on the first free port. */
    public int start() {
        List<Seat> first = seats.first();
        if (house.rooms().conversation(first.get(0).room()).isEmpty()) {
            desk.begin(first, house.language());
        }
        house.neighbours().hear(pages::heardFromElsewhere, pages::anythingElsewhere);
        for (int tried = 0; ; tried++) {
            try {
                return listen(where.port() == 0 ? 0 : where.port() + tried);
            } catch (RuntimeException e) {
                if (!(e.getCause() instanceof BindException) || tried == PORTS_TRIED) {
                    throw e;
                }
            }
        }
    }

    /** How many pages are open just now. */
    public int pages() {
        return hub.everyone().size();
    }

    /** Lets rooms go that nobody has used for a long time. */
    public void tidy(Instant now) {
        retention.tidy(now);
    }

    private int listen(int wanted) {
        Entrance entrance = new Entrance(seats, pages, hub, where, house.clock());
        Reception reception = new Reception(house, pages, hub, seats, hands, copies, retention);
        Undertow starting = Undertow.builder()
                .addHttpListener(wanted, where.host())
                .setWorker(workers.get())
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, READ_TO_REFUSE)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 16 * 1024)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10 * SECOND)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 30 * SECOND)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, 120 * SECOND)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                .setServerOption(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .setHandler(new Guard(
                        where,
                        new Doors(
                                entrance,
                                reception,
                                desk,
                                new Takeaway(house, entrance, copies),
                                porch,
                                new PageWords(house),
                                new Backstage(wellness, porch))))
                .build();
        starting.start();
        server = starting;
        port = ((InetSocketAddress) starting.getListenerInfo().get(0).getAddress()).getPort();
        return port;
    }

    /** The links of the first room, for whoever runs this computer and for the other; the same ones at every start. */
    public List<URI> links() {
        return seats.first().stream()
                .map(seat -> URI.create(where.base(port) + seats.link(seat)))
                .toList();
    }

    /** Where the program can be asked whether it is well, from this computer. */
    public URI address() {
        return where.address(port);
    }

    @Override
    public void close() {
        hub.everyone().forEach(visitor -> visitor.closes(1001));
        if (server != null) {
            server.stop();
        }
        workers.close();
        porch.close();
        threads.shutdown();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

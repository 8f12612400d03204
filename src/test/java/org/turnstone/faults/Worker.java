package org.turnstone.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.turnstone.room.Bystander;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.PlainEar;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.Rooms;
import org.turnstone.room.Upkeep;
import org.turnstone.store.Database;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRooms;

/** A Turnstone without Discord and web room, in a process of its own: takes in what a {@link Platform} tells it. */
final class Worker {
    private static final int HANDS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String platform;
    private final SqlRooms store;
    private final SqlPeople people;
    private final Rooms rooms;
    private final long begun = System.nanoTime();
    private final Counts counts = new Counts();

    private Worker(Database database, String platform) {
        this.platform = platform;
        this.store = database.rooms();
        this.people = new SqlPeople(database);
        this.rooms = new Rooms(
                store,
                people,
                language -> new PlainEar(),
                new Mouthpiece(store::text, this::says),
                Bystander.NOBODY,
                new Upkeep(counts, Executors.newFixedThreadPool(2)));
    }

    /** @param args the home directory, the platform's port, and where there is one the address of a PostgreSQL */
    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        Database database = args.length == 2 ? Database.open(home) : Database.open(home, Fleet.server(args[2]));
        new Worker(database, "http://127.0.0.1:" + args[1]).works();
    }

    private void works() {
        Executors.newSingleThreadScheduledExecutor()
                .scheduleWithFixedDelay(this::wakes, 50, 200, TimeUnit.MILLISECONDS);
        for (int i = 0; i < HANDS; i++) {
            new Thread(this::takesIn, "hand-" + i).start();
        }
    }

    /** Only what waits to be played: the talks' own deadlines are hours away. */
    private void wakes() {
        Instant now = Talk.BEGIN.plusNanos(System.nanoTime() - begun);
        try {
            rooms.wake(now);
        } catch (RuntimeException e) {
            complains(e);
        }
    }

    private void takesIn() {
        while (true) {
            try {
                String[] act = asks("next", counts.report(), "").split(" ", 3);
                if (act.length < 3) {
                    TimeUnit.MILLISECONDS.sleep(5);
                    continue;
                }
                Talk.happens(rooms, people, act[0], Integer.parseInt(act[1]), act[2]);
                asks("done", act[0] + " " + act[1], "");
            } catch (RuntimeException e) {
                complains(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void complains(RuntimeException e) {
        System.err.println(e);
    }

    private void says(Owed owed, String text) {
        asks("say", owed.room() + " " + owed.id(), text);
    }

    private String asks(String what, String query, String body) {
        URI address = URI.create(platform + "/" + what + "?" + query.replace(" ", "%20"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new NotPlayed("the platform says " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new NotPlayed("the platform does not answer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

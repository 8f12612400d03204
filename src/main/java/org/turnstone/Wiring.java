package org.turnstone;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.discord.Access;
import org.turnstone.discord.CircleTimes;
import org.turnstone.discord.Discord;
import org.turnstone.discord.Holding;
import org.turnstone.discord.Shards;
import org.turnstone.discord.Surroundings;
import org.turnstone.discord.Turns;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Stage;
import org.turnstone.room.Counting;
import org.turnstone.room.Holdings;
import org.turnstone.room.Leases;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;
import org.turnstone.room.Upkeep;
import org.turnstone.store.Database;
import org.turnstone.store.Server;
import org.turnstone.store.SqlMarks;
import org.turnstone.store.SqlNotes;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRoomText;
import org.turnstone.store.SqlRooms;
import org.turnstone.store.SqlTallies;
import org.turnstone.store.StoreProblem;
import org.turnstone.web.House;
import org.turnstone.web.Keep;
import org.turnstone.web.WebRoom;
import org.turnstone.web.Wellness;
import org.turnstone.web.Where;
import org.turnstone.web.Workers;

/** The one place where things are plugged together. Start and close belong to one thread. */
public final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private static final String EVERYWHERE = "0.0.0.0";
    private static final int WAKERS = 8;
    private static final int ROOMS_WAITING = 256;

    private final Settings settings;
    private final Workers workers = Workers.soon();
    private final Clock clock = Clock.systemUTC();
    private final Packs packs;
    private final Metrics metrics = new Metrics();
    private final ExecutorService wakers = wakers();
    private final Database database;
    private final SqlRooms store;
    private final SqlNotes notes;
    private final SqlPeople people;
    private final SqlRoomText text;
    private final SqlMarks marks;
    private final SqlTallies tallies;
    private final Rooms rooms;
    private final Scribe scribe;
    private final Holdings holdings;
    private final WebRoom web;
    private final Optional<Discord> discord;
    private final Heartbeat heartbeat;

    /** @param network this computer's address in a network at home where everybody may come in; empty: as set */
    public Wiring(Settings settings, Optional<String> network) {
        this.settings = settings;
        packs = Packs.promptsFirst(settings);
        database = database(settings);
        store = database.rooms();
        notes = new SqlNotes(database);
        people = new SqlPeople(database);
        text = new SqlRoomText(database);
        marks = new SqlMarks(database);
        tallies = new SqlTallies(database);
        Upkeep upkeep = new Upkeep(metrics, wakers);
        rooms = new Rooms(store, people, packs::ear, this::stage, new Counting(tallies, WebRoom::isIn), upkeep);
        scribe = new Scribe(packs::book, rooms::text, people, HelpInWords.of(settings));
        holdings = new Holdings(rooms, store, notes, people, marks, tallies, text, WebRoom::isIn);
        web = web(network);
        discord = settings.discord().token().map(this::discord);
        showFigures();
        heartbeat = new Heartbeat(
                clock, List.of(rooms::wake, notes::tidy, text::tidy, now -> refresh(), new Hourly(this::tidy)));
    }

    /** No room waits for another's platform; what finds all threads taken and the queue full comes with the next beat. */
    private static ExecutorService wakers() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                WAKERS, WAKERS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(ROOMS_WAITING), task -> {
                    Thread thread = new Thread(task, "waker");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private void showFigures() {
        metrics.shows(
                "turnstone_effects_owed",
                "Effects that wait to go through.",
                () -> store.backlog().effects());
        metrics.shows(
                "turnstone_oldest_effect_owed_seconds",
                "Since when the oldest of them waits.",
                () -> since(store.backlog().oldest()));
        metrics.shows(
                "turnstone_deadline_overdue_seconds",
                "By how much the earliest deadline is past.",
                () -> since(store.backlog().deadline()));
        metrics.shows("turnstone_pages_open", "Pages of web rooms that are connected.", web::pages);
        discord.ifPresent(d -> metrics.shows(
                "turnstone_discord_connected",
                "1 while Discord is connected.",
                () -> d.trouble().isEmpty() ? 1 : 0));
        discord.ifPresent(
                d -> metrics.shows("turnstone_discord_shards", "Discord's shards that this process has.", d::shards));
    }

    private double since(Optional<Instant> then) {
        return then.map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1e3))
                .orElse(0.0);
    }

    private Wellness wellness() {
        return new Wellness() {
            @Override
            public Optional<String> trouble() {
                try {
                    store.backlog();
                } catch (StoreProblem e) {
                    return Optional.of(e.getMessage());
                }
                return discord.flatMap(Discord::trouble);
            }

            @Override
            public String figures() {
                return metrics.text();
            }

            @Override
            public Readers readers() {
                return Readers.valueOf(settings.server().metrics().name());
            }
        };
    }

    /** Takes in the language files that somebody has edited meanwhile. */
    private void refresh() {
        packs.refresh().forEach(LOG::warn);
    }

    static Database database(Settings settings) {
        return settings.shared()
                .map(shared -> Database.open(
                        settings.home(),
                        new Server(
                                "jdbc:" + shared.url(),
                                shared.user(),
                                shared.password().map(Secret::reveal))))
                .orElseGet(() -> Database.open(settings.home()));
    }

    private WebRoom web(Optional<String> network) {
        House house = new House(
                rooms,
                store,
                text,
                notes,
                marks,
                people,
                tallies,
                holdings,
                packs::ear,
                packs::situations,
                scribe,
                customs(),
                settings.local().language().getLanguage(),
                packs::languages,
                Keep.valueOf(settings.words().web().name()),
                database.neighbours(),
                settings.safety().notBefore(),
                clock);
        Settings.Server server = settings.server();
        String host = network.isPresent() ? EVERYWHERE : server.host();
        return new WebRoom(house, new Where(host, server.port(), server.publicUrl(), network), wellness(), workers);
    }

    private Discord discord(Secret token) {
        Settings.Discord d = settings.discord();
        Turns turns = Turns.valueOf(d.turns().name());
        Surroundings around = new Surroundings(
                notes,
                marks,
                people,
                holdings,
                scribe,
                packs::book,
                packs::ear,
                packs.languages(),
                settings.local().language().getLanguage(),
                customs(),
                new CircleTimes(d.circle().turn(), d.circle().length()),
                Holding.valueOf(d.floor().name()),
                settings.safety().notBefore(),
                clock);
        return new Discord(new Access(token.reveal(), d.api(), d.gateway(), turns, shards(d.shards())), around);
    }

    private Shards shards(Settings.Shards shards) {
        return shards.ours()
                .map(range -> Shards.fixed(range.first(), range.last(), shards.total()))
                .orElseGet(() -> new Shards(shards.total(), shards.total() == 1 ? Leases.ALONE : database.leases()));
    }

    private Customs customs() {
        return Numbers.customs(settings);
    }

    private Stage stage(Owed owed) {
        if (WebRoom.isIn(owed.room())) {
            return web.stage(owed);
        }
        return discord.orElseThrow(() -> NotPlayed.waits("Discord has no token at present"))
                .stage(owed);
    }

    private void tidy(Instant now) {
        discord.ifPresent(d -> d.tidy(now));
        store.tidy();
        people.tidy(now);
        web.tidy(now);
    }

    /** Opens the room, joins Discord where a token is set, and plays what was owed when the program last stopped. */
    public void start() {
        web.start();
        packs.readAll();
        // Reading them took several times the memory that is left of it: it is given back before anybody has come.
        System.gc();
        discord.ifPresent(d -> d.start(rooms));
        heartbeat.start();
    }

    /** The links of the first web room, one for each of its two people. */
    public List<URI> links() {
        return web.links();
    }

    /** What is held of each person. */
    public Holdings holdings() {
        return holdings;
    }

    /** Where this program can be asked whether it is well. */
    public URI address() {
        return web.address();
    }

    @Override
    public void close() {
        heartbeat.close();
        wakers.shutdown();
        discord.ifPresent(Discord::close);
        web.close();
        database.close();
    }
}

package org.turnstone.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Move;
import org.turnstone.practice.Situations;
import org.turnstone.prompts.PromptBook;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Counting;
import org.turnstone.room.Ear;
import org.turnstone.room.Holdings;
import org.turnstone.room.Marks;
import org.turnstone.room.Notes;
import org.turnstone.room.RoomText;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;
import org.turnstone.room.Tallies;
import org.turnstone.room.Upkeep;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;
import org.turnstone.store.Database;
import org.turnstone.store.Server;
import org.turnstone.store.SqlMarks;
import org.turnstone.store.SqlNotes;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRoomText;
import org.turnstone.store.SqlRooms;
import org.turnstone.store.SqlTallies;

/**
 * A web room that is really served, over a real database, with the texts and the lexicon that ship. It is always
 * early evening there, and the clock can be set forward. For one thread.
 */
final class RoomHere implements AutoCloseable {
    static final PromptBook BOOK = PromptBook.parse("en.txt", file("prompts/en.txt"));
    static final PromptBook SPANISH = PromptBook.parse("es.txt", file("prompts/es.txt"), BOOK);
    private static final Situations SITUATIONS = Situations.parse("en.txt", file("practice/en.txt"));
    private static final Situations SITUACIONES = Situations.parse("es.txt", file("practice/es.txt"));
    private static final Reader READER = new Reader(Lexicon.parse("en.txt", file("lexicon/en.txt")));

    /** How the program says it is. */
    static final class Said implements Wellness {
        volatile Optional<String> trouble = Optional.empty();
        volatile Readers readers = Readers.HERE;

        @Override
        public Optional<String> trouble() {
            return trouble;
        }

        @Override
        public String figures() {
            return "figures 1\n";
        }

        @Override
        public Readers readers() {
            return readers;
        }
    }

    final Said wellness = new Said();
    private final Path home;
    private final Turned clock = new Turned();
    private Database database;
    private WebRoom web;
    private Rooms rooms;
    private House house;

    private final Optional<Server> server;

    private RoomHere(Path home, Optional<Server> server) {
        this.home = home;
        this.server = server;
    }

    /** Serves a room that keeps everything in {@code home}. */
    static RoomHere in(Path home) {
        RoomHere here = new RoomHere(home, Optional.empty());
        here.start();
        return here;
    }

    /** Serves a room over a database that others may serve it from as well; {@code home} holds the same key. */
    static RoomHere over(Server server, Path home) {
        RoomHere here = new RoomHere(home, Optional.of(server));
        here.start();
        return here;
    }

    private void start() {
        start(0);
    }

    private void start(int port) {
        database = server.map(s -> Database.open(home, s)).orElseGet(() -> Database.open(home));
        SqlPeople people = new SqlPeople(database);
        SqlRooms store = database.rooms();
        Marks marks = new SqlMarks(database);
        Function<String, Ear> ears = language -> new EnglishEar();
        AtomicReference<WebRoom> stage = new AtomicReference<>();
        Tallies tallies = new SqlTallies(database);
        rooms = new Rooms(
                store,
                people,
                ears,
                owed -> stage.get().stage(owed),
                new Counting(tallies, WebRoom::isIn),
                Upkeep.PLAIN);
        Scribe scribe = new Scribe(
                RoomHere::book, rooms::text, people, (concern, country, book) -> "Help is here: 0800 000 000.");
        RoomText text = new SqlRoomText(database);
        Notes notes = new SqlNotes(database);
        Holdings holdings = new Holdings(rooms, store, notes, people, marks, tallies, text, WebRoom::isIn);
        house = new House(
                rooms,
                store,
                text,
                notes,
                marks,
                people,
                tallies,
                holdings,
                ears,
                language -> language.startsWith("es") ? SITUACIONES : SITUATIONS,
                scribe,
                Customs.in(ZoneId.of("Europe/Dublin")),
                "en",
                () -> List.of("en", "es"),
                Keep.DAY,
                database.neighbours(),
                Duration.ofDays(7),
                clock);
        web = new WebRoom(
                house,
                new Where("127.0.0.1", port, Optional.empty(), Optional.empty()),
                wellness,
                Workers.soon(),
                new Secrets(1_000));
        stage.set(web);
        web.start();
    }

    private static PromptBook book(String language) {
        return language.equals("es") ? SPANISH : BOOK;
    }

    /** Stops the program and starts it again over the same files and at the same address. */
    void restart() {
        int port = web.address().getPort();
        close();
        start(port);
    }

    WebRoom web() {
        return web;
    }

    House house() {
        return house;
    }

    Rooms rooms() {
        return rooms;
    }

    List<URI> links() {
        return web.links();
    }

    String room() {
        return new Seat(links().get(0).getPath().split("/")[2], 1).room();
    }

    /** Lets time pass, and wakes what waited for it. */
    void passes(Duration time) {
        clock.ahead = clock.ahead.plus(time);
        clock.still = clock.still.map(instant -> instant.plus(time));
        rooms.wake(clock.instant());
        house.text().tidy(clock.instant());
        house.notes().tidy(clock.instant());
        web.tidy(clock.instant());
    }

    /** The clock stands still from now on: on a busy machine nothing becomes allowed again in the meantime. */
    void standsStill() {
        clock.still = Optional.of(clock.instant());
    }

    /** The clock stands still on the minute, so that two rooms can be compared to the millisecond. */
    void standsOnTheMinute() {
        clock.still = Optional.of(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    @Override
    public void close() {
        web.close();
        database.close();
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("config").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Turned extends Clock {
        /** An evening that is not late: at night a pause would last until the morning. */
        private volatile Duration ahead = Duration.between(Instant.now(), Instant.parse("2026-03-02T19:00:00Z"));

        private volatile Optional<Instant> still = Optional.empty();

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return still.orElseGet(() -> Instant.now().plus(ahead));
        }
    }

    /** The shipped reader and typed buttons; of danger it knows two phrases. */
    private static final class EnglishEar implements Ear {
        @Override
        public Optional<Alarm> alarm(String text) {
            if (text.contains("hit me")) {
                return Optional.of(new Alarm(Concern.PARTNER_VIOLENCE, "hit me", 0, 1));
            }
            return text.contains("end my life")
                    ? Optional.of(new Alarm(Concern.SELF_HARM, "end my life", 0, 1))
                    : Optional.empty();
        }

        @Override
        public Optional<Move> typed(String text, Collection<Move> possible) {
            return BOOK.typed(text, possible);
        }

        @Override
        public Reading read(Utterance utterance) {
            return READER.read(utterance);
        }
    }
}

package org.turnstone.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Move;
import org.turnstone.floor.Stage;
import org.turnstone.prompts.PromptBook;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Bystander;
import org.turnstone.room.Ear;
import org.turnstone.room.Holdings;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;
import org.turnstone.room.Upkeep;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;
import org.turnstone.safety.SetUpCheck;
import org.turnstone.store.Database;
import org.turnstone.store.SqlMarks;
import org.turnstone.store.SqlNotes;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRoomText;
import org.turnstone.store.SqlRooms;
import org.turnstone.store.SqlTallies;

/** The whole bot with its real store, texts and reader. For one thread. */
final class Bot implements AutoCloseable {
    static final PromptBook BOOK = PromptBook.parse("en.txt", read("prompts", "en"));
    static final PromptBook SPANISH = PromptBook.parse("es.txt", read("prompts", "es"), BOOK);
    private static final Reader READER = new Reader(Lexicon.parse("en.txt", read("lexicon", "en")));

    final SqlPeople people;
    final SqlNotes notes;
    final SqlMarks marks;
    final SqlRooms store;
    final Rooms rooms;
    private final Database database;
    private final Discord discord;
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor();

    private final Clock clock;

    Bot(Path home, Access access) {
        this(home, access, Clock.systemUTC());
    }

    Bot(Path home, Access access, Clock clock) {
        this(home, access, clock, Bystander.NOBODY);
    }

    /** @param bystander sees what moves rooms */
    Bot(Path home, Access access, Clock clock, Bystander bystander) {
        this(Database.open(home), access, clock, bystander);
    }

    /** @param database closed with it */
    Bot(Database database, Access access, Clock clock, Bystander bystander) {
        this.clock = clock;
        this.database = database;
        store = database.rooms();
        people = new SqlPeople(database);
        notes = new SqlNotes(database);
        marks = new SqlMarks(database);
        rooms = new Rooms(store, people, tag -> new TestEar(), this::stage, bystander, Upkeep.PLAIN);
        discord = new Discord(access, surroundings());
    }

    Stage stage(Owed owed) {
        return discord.stage(owed);
    }

    private Surroundings surroundings() {
        Holdings holdings = new Holdings(
                rooms, store, notes, people, marks, new SqlTallies(database), new SqlRoomText(database), room -> false);
        Scribe scribe = new Scribe(
                Bot::book, words -> store.text(words.ref()), people, (concern, country, book) -> "Help: " + concern);
        return new Surroundings(
                notes,
                marks,
                people,
                holdings,
                scribe,
                Bot::book,
                tag -> new TestEar(),
                List.of("en", "es"),
                "en",
                Customs.in(ZoneOffset.UTC),
                CircleTimes.USUAL,
                Holding.HARD,
                SetUpCheck.NOT_BEFORE,
                clock);
    }

    static PromptBook book(String tag) {
        return tag.equals("es") ? SPANISH : BOOK;
    }

    /** Whether it got in. */
    boolean start() {
        discord.start(rooms);
        heartbeat.scheduleWithFixedDelay(() -> rooms.wake(clock.instant()), 100, 100, TimeUnit.MILLISECONDS);
        return discord.awaitReady();
    }

    /** Once an hour it looks what is to be forgotten. */
    void tidies() {
        discord.tidy(clock.instant());
    }

    int shards() {
        return discord.shards();
    }

    /** What keeps it out, in plain words. */
    String trouble() {
        return discord.trouble().orElse("");
    }

    private static String read(String kind, String language) {
        try {
            return Files.readString(Path.of("config", kind, language + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        heartbeat.shutdown();
        try {
            heartbeat.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        discord.close();
        database.close();
    }

    /** The real texts and the real reader; of safety, one sentence of each sort. */
    private static final class TestEar implements Ear {
        @Override
        public Optional<Alarm> alarm(String text) {
            if (text.contains("you hit me")) {
                return Optional.of(new Alarm(Concern.PARTNER_VIOLENCE, "hit", 0, 1));
            }
            return text.contains("end my life")
                    ? Optional.of(new Alarm(Concern.SELF_HARM, "life", 0, 1))
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

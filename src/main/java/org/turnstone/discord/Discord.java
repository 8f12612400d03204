package org.turnstone.discord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Stage;
import org.turnstone.floor.Words;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.Note;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.Rooms;

/**
 * Turnstone on Discord: what people do there comes into the rooms, and what the rooms owe is played there. Threads may share
 * one; start and close belong to one owner.
 */
public final class Discord implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Discord.class);
    private static final int SETTLES_EVERY_SECONDS = 10;

    private final Access access;
    private final Surroundings around;
    private final Names names = new Names();
    private final Queues queues = new Queues();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "discord-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final Tags tags;
    private final Permits permits;
    private final Posts posts;
    private final Languages languages;
    private final Board channels;
    private final Ways ways;
    private final Board direct;
    private final Pings pings;
    private final Connection connection;
    private final ServerRules rules;
    private final Firmness firmness;
    private final HardFloor floor;
    private volatile Optional<Rooms> rooms = Optional.empty();
    private volatile Optional<GoneChannels> gone = Optional.empty();
    private volatile Optional<HoldAsk> holdAsk = Optional.empty();
    private volatile Optional<Retention> retention = Optional.empty();

    public Discord(Access access, Surroundings around) {
        this.access = access;
        this.around = around;
        this.tags = new Tags(access.token());
        this.connection = new Connection(access, CommandWords.of(around));
        this.permits = new Permits(connection::jda, around.marks(), around.scribe());
        this.posts =
                new Posts(connection::jda, tags, permits, new Threads(connection::jda, around.marks()), around.clock());
        this.languages = new Languages(connection::jda, around);
        this.pings = new Pings(connection::jda, around.marks(), around.people(), around.scribe(), tags);
        this.channels = new ChannelBoard(posts, new Cards(posts, around.marks(), access.turns()));
        this.ways = new Ways(around.clock());
        this.direct = new DirectBoard(ways, tags, around.marks(), waiting);
        this.rules = new ServerRules(around.marks(), around.book());
        this.firmness = new Firmness(connection::jda, around.holding(), rules, permits, around.marks());
        this.floor =
                new HardFloor(new Overwrites(connection::jda), new Formers(around.marks()), firmness, around.clock());
    }

    private final RoomStage.Props props = new RoomStage.Props() {
        @Override
        public String name(long channel, Person person) {
            return names.of(connection.jda(channel), channel, person);
        }

        @Override
        public Optional<String> text(Words words) {
            return rooms.flatMap(r -> r.text(words));
        }

        @Override
        public void leave(Note note) {
            around.notes().leave(note);
            pings.left(note);
        }

        @Override
        public Optional<Instant> endOf(String room, Prompt line) {
            return rooms.flatMap(r -> r.conversation(room))
                    .filter(c -> c.status().line().prompt() == line)
                    .flatMap(c -> c.phase().wakesAt());
        }

        @Override
        public void restrict(Owed owed, Set<Person> waiting) {
            if (!Persons.isDirect(owed.room())) {
                holdAsk.ifPresent(h -> h.restrict(owed.room(), waiting));
            }
        }
    };

    private final Listener.ChannelLife channelLife = new Listener.ChannelLife() {
        @Override
        public boolean isOurs(long channel) {
            return connection.serves(channel);
        }

        @Override
        public void back(long channel) {
            if (gone.filter(g -> g.wasDeleted(channel)).isPresent()) {
                gone(channel);
            } else {
                rooms.ifPresent(r -> places(r)
                        .room(channel)
                        .ifPresent(room -> r.plays(room, around.clock().instant())));
            }
        }

        @Override
        public void gone(long channel) {
            floor.gone(channel);
            gone.ifPresent(g -> g.gone(channel));
        }
    };

    private final DirectBoard.Waiting waiting = new DirectBoard.Waiting() {
        @Override
        public boolean isOvertaken(Owed owed) {
            return rooms.filter(r -> r.isOvertaken(owed)).isPresent();
        }

        @Override
        public void remind(Owed owed) {
            rooms.flatMap(r -> r.conversation(owed.room()))
                    .ifPresent(c -> c.circle().order().forEach(p -> pings.remind(owed.room(), p, owed.id())));
        }
    };

    /**
     * Where one effect that a room on Discord is owed is played.
     *
     * @throws NotPlayed while Discord is not connected, or where another process sees to the channel; the effect stays owed
     */
    public Stage stage(Owed owed) {
        connection.jda();
        long channel = Persons.channelOf(owed.room());
        boolean ours = Persons.isDirect(owed.room()) ? connection.servesDirect() : connection.serves(channel);
        if (!ours) {
            throw NotPlayed.waits("another process sees to this channel");
        }
        PromptBook book = languages.book(channel);
        boolean nowhere = gone.filter(g -> g.has(channel)).isPresent();
        Board board = nowhere ? Board.NOWHERE : Persons.isDirect(owed.room()) ? direct : channels;
        return new RoomStage(owed, board, around.scribe(), book, props);
    }

    /** Whether {@code room} is on Discord. */
    public static boolean isHere(String room) {
        return room.startsWith(
                Persons.channel(0).substring(0, Persons.channel(0).length() - 1));
    }

    /** Logs in, and goes on trying where Discord cannot be reached. Returns at once. */
    public void start(Rooms theRooms) {
        rooms = Optional.of(theRooms);
        connection.start(listener(theRooms));
        timer.scheduleWithFixedDelay(this::settle, 1, SETTLES_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Gives back what nobody has to be kept from any more. */
    private void settle() {
        try {
            floor.unsettled().stream()
                    .filter(this::isOurs)
                    .forEach(channel -> queues.in(channel, () -> floor.settle(channel)));
        } catch (RuntimeException e) {
            LOG.error("Overwrites could not be looked through: {}", Rest.name(e));
        }
    }

    /** Not while it cannot be told. */
    private boolean isOurs(long channel) {
        try {
            return connection.serves(channel);
        } catch (NotPlayed e) {
            return false;
        }
    }

    private Places places(Rooms theRooms) {
        return new Places(theRooms, around.marks(), around.people(), around.customs());
    }

    private Listener listener(Rooms theRooms) {
        Places places = places(theRooms);
        gone = Optional.of(new GoneChannels(connection::jda, around.marks(), places, theRooms, around.clock()));
        retention = Optional.of(new Retention(connection::jda, theRooms, places, rules));
        Agreed agreed = new Agreed(around.marks(), around.people());
        HoldAsk hold = new HoldAsk(theRooms, places, agreed, firmness, floor, around.scribe());
        holdAsk = Optional.of(hold);
        Misread misread = new Misread(around.marks(), tags);
        NoteBox notes = new NoteBox(around.notes(), around.scribe(), misread, pings);
        Refusals refusals = new Refusals(props);
        SetUp setUp = new SetUp(
                around.scribe(), around.people(), places, around.languages(), around.notBefore(), around.clock());
        ForAnotherTime later = new ForAnotherTime(theRooms, places, tags);
        Wishes wishes = new Wishes(
                hold,
                later,
                around.scribe(),
                around.people(),
                around.languages(),
                around.customs().waits(),
                around.clock());
        Presses presses = new Presses(
                theRooms,
                places,
                notes,
                pings,
                misread,
                refusals,
                permits,
                around.scribe(),
                setUp,
                wishes,
                hold,
                around.clock());
        OwnData ownData = new OwnData(around.holdings(), places, names, around.scribe(), around.clock());
        Drafts drafts = new Drafts(theRooms, places, presses, around.scribe());
        ServerSettings settings = new ServerSettings(serverSettings(), around.marks(), around.scribe());
        Switchboard switchboard = new Switchboard(
                presses, refusals, setUp, wishes, hold, later, ownData, drafts, settings, ways, around.clock());
        Messages messages = new Messages(theRooms, places, posts, around.clock(), this::setUpNeeded);
        TurnCommand command = new TurnCommand(
                places, presses, rules, new CircleCommand(places, presses, rules, around.circles()), settings);
        return new Listener(
                queues, timer, names, posts, messages, command, switchboard, places, access.turns(), channelLife);
    }

    private List<ServerSetting> serverSettings() {
        Stream<ServerSetting> always = Stream.concat(Stream.of(languages.setting()), ServerRules.ALL.stream());
        return around.holding() == Holding.HARD
                ? Stream.concat(always, Stream.of(ServerRules.FLOOR)).toList()
                : always.toList();
    }

    /** Forgets what is to be forgotten by now. */
    public void tidy(Instant now) {
        retention.ifPresent(r -> r.tidy(now));
    }

    /** Left for them alone; its id cannot be that of an effect, which is not negative. */
    private void setUpNeeded(String room, Person who, long message) {
        String text = around.scribe().book(who).text(Text.SET_UP_NEEDED);
        Instant now = around.clock().instant();
        props.leave(new Note(-message, room, who, text, Optional.empty(), List.of(), List.of(), now));
    }

    /** What keeps it away from Discord, and what to do about it; empty where nothing does. */
    public Optional<String> trouble() {
        return connection.trouble();
    }

    /** How many of Discord's shards this process has now. */
    public int shards() {
        return connection.count();
    }

    /** Waits until it is logged in, or has given up; for tests and for the doctor. */
    public boolean awaitReady() {
        return connection.awaitReady();
    }

    @Override
    public void close() {
        floor.close();
        settle();
        queues.close();
        timer.shutdownNow();
        connection.close();
    }
}

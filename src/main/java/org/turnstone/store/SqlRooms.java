package org.turnstone.store;

import static org.turnstone.store.Sql.all;
import static org.turnstone.store.Sql.instant;
import static org.turnstone.store.Sql.one;
import static org.turnstone.store.Sql.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Person;
import org.turnstone.room.Kept;
import org.turnstone.room.RoomStore;

/** Conversations and what they owe, in a {@link Database}: made by {@link Database#rooms()}. Threads may share one. */
public class SqlRooms implements RoomStore {
    /** How long an event's id is remembered, longer than any platform delivers one again, and what was given up. */
    private static final Duration REMEMBERED_FOR = Duration.ofDays(31);

    private final Database database;
    private final Recent<Conversation> recent = new Recent<>();

    SqlRooms(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Saved> load(String room) {
        return database.read(c -> one(
                c,
                row -> new Saved(
                        recent.said(room, row.getString("conversation"), FloorJson::conversation),
                        row.getLong("version")),
                "select conversation, version from rooms where room = ?",
                room));
    }

    @Override
    public void begin(String room, Conversation conversation) {
        database.transact(c -> {
            int begun = run(
                    c,
                    "insert into rooms (room, version, conversation, wakes_at) values (?, 1, ?, null)"
                            + " on conflict do nothing",
                    room,
                    FloorJson.write(conversation));
            addMembers(c, room, conversation);
            return begun;
        });
    }

    private static void addMembers(Session c, String room, Conversation conversation) throws SQLException {
        for (Person person : conversation.circle().order()) {
            run(c, "insert into members (person, room) values (?, ?) on conflict do nothing", person.id(), room);
        }
    }

    @Override
    public Outcome save(Change change) {
        Written written = new Written(change, database.vault());
        Outcome outcome = save(change, written);
        if (outcome == Outcome.SAVED) {
            recent.put(change.room(), written.next(), change.next());
        }
        return outcome;
    }

    private Outcome save(Change change, Written written) {
        return database.transact(c -> {
            int fresh = run(
                    c,
                    "insert into seen (room, event, at) values (?, ?, ?) on conflict do nothing",
                    change.room(),
                    change.event(),
                    change.at());
            if (fresh == 0) {
                return Outcome.SEEN;
            }
            if (update(c, change, written) == 0) {
                run(c, "delete from seen where room = ? and event = ?", change.room(), change.event());
                return Outcome.STALE;
            }
            if (change.next().circle().gathering().isPresent()) {
                addMembers(c, change.room(), change.next());
            }
            for (int i = 0; i < change.words().size(); i++) {
                keep(c, change.event(), change.words().get(i), written.words().get(i));
            }
            for (String ref : change.returned()) {
                returned(c, change.event(), ref);
            }
            for (String effect : written.effects()) {
                owe(c, change.room(), change.event(), change.at(), effect);
            }
            return Outcome.SAVED;
        });
    }

    /** A change as it will stand in the tables. Made before the transaction: the writer then only writes. */
    private record Written(String next, List<String> words, List<String> effects) {
        Written(Change change, Vault vault) {
            this(
                    FloorJson.write(change.next()),
                    change.words().stream()
                            .map(words -> vault.seal(place(words.ref()), words.text()))
                            .toList(),
                    change.effects().stream()
                            .map(effect ->
                                    vault.seal(owedPlace(change.room(), change.event()), FloorJson.write(effect)))
                            .toList());
        }
    }

    private static int update(Session c, Change change, Written written) throws SQLException {
        return run(
                c,
                "update rooms set conversation = ?, version = version + 1, wakes_at = ? where room = ? and version = ?",
                written.next(),
                change.wakesAt(),
                change.room(),
                change.expected());
    }

    private static void keep(Session c, String event, Kept words, String sealed) throws SQLException {
        run(
                c,
                "insert into kept (ref, room, event, owner, why, until, sealed) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                words.ref(),
                words.room(),
                event,
                words.owner().id(),
                words.why().name(),
                words.until(),
                sealed);
    }

    /** Effects hold no text, but a learned rule's id is the words it learned. */
    private static String owedPlace(String room, String event) {
        return "owed/" + room + "/" + event;
    }

    private static String place(String ref) {
        return "kept/" + ref;
    }

    /** Whether there still were such words; they are then kept until the effects of {@code event} have been played. */
    private static boolean returned(Session c, String event, String ref) throws SQLException {
        return run(
                        c,
                        "update kept set why = ?, event = ? where ref = ? and why <> ?",
                        Kept.Why.TO_PLAY.name(),
                        event,
                        ref,
                        Kept.Why.TO_PLAY.name())
                == 1;
    }

    private static void owe(Session c, String room, String event, Instant at, String sealed) throws SQLException {
        run(c, "insert into owed (room, event, since, sealed) values (?, ?, ?, ?)", room, event, at, sealed);
    }

    @Override
    public Optional<Instant> lastSeen(String room) {
        return database.read(c -> one(c, row -> row.getLong(1), "select max(at) from seen where room = ?", room))
                .filter(at -> at > 0)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public boolean hasSeen(String room, String event) {
        return database.read(c -> one(c, row -> 1, "select 1 from seen where room = ? and event = ?", room, event))
                .isPresent();
    }

    @Override
    public List<Owed> owed(String room) {
        return database.read(c -> all(
                c,
                row -> owed(room, row),
                "select id, event, since, sealed from owed where room = ? order by id",
                room));
    }

    private Owed owed(String room, ResultSet row) throws SQLException {
        String event = row.getString("event");
        String effect = database.vault().open(owedPlace(room, event), row.getString("sealed"));
        long id = row.getLong("id");
        Instant since = Instant.ofEpochMilli(row.getLong("since"));
        try {
            return new Owed(id, room, event, since, FloorJson.effect(effect));
        } catch (StoreProblem e) {
            throw new Unreadable(id, since);
        }
    }

    @Override
    public List<String> roomsOwed() {
        return database.read(c -> all(c, row -> row.getString(1), "select distinct room from owed"));
    }

    @Override
    public void played(long id) {
        database.transact(c -> {
            run(
                    c,
                    "delete from kept where why = ? and exists (select 1 from owed o where o.id = ?"
                            + " and o.room = kept.room and o.event = kept.event) and not exists (select 1 from owed o"
                            + " where o.room = kept.room and o.event = kept.event and o.id <> ?)",
                    Kept.Why.TO_PLAY.name(),
                    id,
                    id);
            return run(c, "delete from owed where id = ?", id);
        });
    }

    @Override
    public void giveUp(GivenUp what, List<Effect> word) {
        record Which(String room, String event) {}
        database.transact(c -> {
            Optional<Which> which = one(
                    c,
                    r -> new Which(r.getString(1), r.getString(2)),
                    "select room, event from owed where id = ?",
                    what.id());
            if (which.isEmpty()) {
                return false;
            }
            run(
                    c,
                    "insert into given_up (id, room, event, since, at, why, sealed)"
                            + " select id, room, event, since, ?, ?, sealed from owed where id = ?",
                    what.at(),
                    what.trouble().name(),
                    what.id());
            run(
                    c,
                    "update kept set until = ? where room = ? and event = ? and why = ?",
                    what.at().plus(REMEMBERED_FOR),
                    which.get().room(),
                    which.get().event(),
                    Kept.Why.TO_PLAY.name());
            String event = "given-up/" + what.id();
            for (Effect effect : word) {
                String sealed = database.vault().seal(owedPlace(which.get().room(), event), FloorJson.write(effect));
                owe(c, which.get().room(), event, what.at(), sealed);
            }
            run(c, "delete from owed where id = ?", what.id());
            return true;
        });
    }

    @Override
    public Backlog backlog() {
        return database.read(c -> new Backlog(
                one(c, row -> row.getLong(1), "select count(*) from owed").orElse(0L),
                one(c, row -> instant(row, "since"), "select min(since) as since from owed")
                        .orElseThrow(),
                one(c, row -> instant(row, "wakes_at"), "select min(wakes_at) as wakes_at from rooms")
                        .orElseThrow()));
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return database.read(c -> all(
                c,
                row -> new Due(row.getString("room"), Instant.ofEpochMilli(row.getLong("wakes_at"))),
                "select room, wakes_at from rooms where wakes_at <= ? order by wakes_at limit ?",
                now,
                most));
    }

    @Override
    public Optional<String> text(String ref) {
        return database.read(c -> one(c, row -> row.getString("sealed"), "select sealed from kept where ref = ?", ref))
                .map(text -> database.vault().open(place(ref), text));
    }

    @Override
    public List<Kept> keptFor(Person person) {
        return database.read(c -> all(c, this::kept, "select * from kept where owner = ? order by seq", person.id()));
    }

    private Kept kept(ResultSet row) throws SQLException {
        String ref = row.getString("ref");
        return new Kept(
                ref,
                row.getString("room"),
                new Person(row.getString("owner")),
                Kept.Why.valueOf(row.getString("why")),
                database.vault().open(place(ref), row.getString("sealed")),
                instant(row, "until"));
    }

    @Override
    public void keep(Kept words) {
        String sealed = database.vault().seal(place(words.ref()), words.text());
        database.transact(c -> {
            keep(c, words.ref(), words, sealed);
            return true;
        });
    }

    @Override
    public List<Kept> kept(Kept.Why why) {
        return database.read(c -> all(c, this::kept, "select * from kept where why = ? order by seq", why.name()));
    }

    @Override
    public void forgetWords(String ref) {
        database.transact(c -> run(c, "delete from kept where ref = ?", ref));
        database.scrub();
    }

    @Override
    public List<Kept> expired(Instant now) {
        return database.transact(c -> {
            run(c, "delete from seen where at < ?", now.minus(REMEMBERED_FOR));
            run(c, "delete from given_up where at < ?", now.minus(REMEMBERED_FOR));
            run(
                    c,
                    "delete from kept where until <= ? and why in (?, ?)",
                    now,
                    Kept.Why.ASIDE.name(),
                    Kept.Why.GIVEN.name());
            run(
                    c,
                    "delete from kept where until <= ? and why = ? and not exists"
                            + " (select 1 from owed o where o.room = kept.room and o.event = kept.event)",
                    now,
                    Kept.Why.TO_PLAY.name());
            return all(
                    c,
                    this::kept,
                    "select * from kept where until <= ? and why = ? order by seq",
                    now,
                    Kept.Why.HELD.name());
        });
    }

    @Override
    public void keepGiven(String room, Instant until) {
        database.transact(c -> run(
                c,
                "update kept set until = ? where room = ? and why = ? and (until is null or until > ?)",
                until,
                room,
                Kept.Why.GIVEN.name(),
                until));
    }

    @Override
    public void giveBack(Kept words, Instant at, Effect effect) {
        String event = "returned/" + words.ref();
        String sealed = database.vault().seal(owedPlace(words.room(), event), FloorJson.write(effect));
        database.transact(c -> {
            boolean kept = returned(c, event, words.ref());
            if (kept) {
                owe(c, words.room(), event, at, sealed);
            }
            return kept;
        });
    }

    @Override
    public List<String> roomsOf(Person person) {
        return database.read(c -> all(
                c, row -> row.getString(1), "select room from members where person = ? order by room", person.id()));
    }

    @Override
    public void leave(Person person, String room) {
        database.transact(c -> {
            run(c, "delete from given_up where room = ?", room);
            return run(c, "delete from members where person = ? and room = ?", person.id(), room);
        });
    }

    @Override
    public void abandon(String room) {
        database.transact(c -> {
            run(c, "delete from members where room = ?", room);
            return run(c, "update rooms set wakes_at = null where room = ?", room);
        });
        tidy();
    }

    @Override
    public void tidy() {
        int gone = database.transact(c -> {
            List<String> abandoned = all(
                    c,
                    row -> row.getString(1),
                    "select room from rooms r where wakes_at is null"
                            + " and not exists (select 1 from members m where m.room = r.room)"
                            + " and not exists (select 1 from owed o where o.room = r.room)");
            for (String room : abandoned) {
                close(c, room);
            }
            return abandoned.size();
        });
        if (gone > 0) {
            database.scrub();
        }
    }

    /** Words that somebody let be kept to learn from are theirs, wherever they wrote them. */
    private static void close(Session c, String room) throws SQLException {
        run(c, "update kept set room = '' where room = ? and why = ?", room, Kept.Why.MISREAD.name());
        SqlTallies.forgetRoom(c, room);
        for (String table : List.of("rooms", "seen", "marks", "kept", "given_up")) {
            run(c, "delete from " + table + " where room = ?", room);
        }
    }

    @Override
    public void forgetRoom(String room) {
        database.transact(c -> {
            SqlTallies.forgetRoom(c, room);
            for (String table :
                    List.of("rooms", "members", "seen", "owed", "given_up", "kept", "notes", "marks", "lines")) {
                run(c, "delete from " + table + " where room = ?", room);
            }
            return run(c, "delete from not_before where room = ?", room);
        });
        database.scrub();
    }
}

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
import org.turnstone.floor.Person;
import org.turnstone.room.RoomText;

/** The text of rooms of our own, sealed, in a {@link Database}. Threads may share one. */
public final class SqlRoomText implements RoomText {
    private final Database database;

    public SqlRoomText(Database database) {
        this.database = database;
    }

    private static String place(String room, long effect) {
        return "line/" + room + "/" + effect;
    }

    @Override
    public Entry add(Entry entry) {
        return database.transact(c -> {
            run(
                    c,
                    "insert into lines (room, effect, person, at, until, sealed) values (?, ?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    entry.room(),
                    entry.effect(),
                    entry.by().map(Person::id),
                    entry.at(),
                    entry.until(),
                    database.vault().seal(place(entry.room(), entry.effect()), entry.text()));
            return one(
                            c,
                            this::entry,
                            "select * from lines where room = ? and effect = ?",
                            entry.room(),
                            entry.effect())
                    .orElseThrow();
        });
    }

    @Override
    public List<Entry> after(String room, long seq) {
        return database.read(
                c -> all(c, this::entry, "select * from lines where room = ? and seq > ? order by seq", room, seq));
    }

    @Override
    public List<Long> standing(String room, long seq) {
        return database.read(c -> all(
                c, row -> row.getLong(1), "select seq from lines where room = ? and seq <= ? order by seq", room, seq));
    }

    private Entry entry(ResultSet row) throws SQLException {
        String room = row.getString("room");
        long effect = row.getLong("effect");
        return new Entry(
                row.getLong("seq"),
                room,
                effect,
                Optional.ofNullable(row.getString("person")).map(Person::new),
                database.vault().open(place(room, effect), row.getString("sealed")),
                Instant.ofEpochMilli(row.getLong("at")),
                instant(row, "until"));
    }

    @Override
    public void erase(String room, Person by) {
        database.transact(c -> run(c, "delete from lines where room = ? and person = ?", room, by.id()));
        database.scrub();
    }

    @Override
    public void shorten(String room, Duration most) {
        database.transact(c -> run(
                c,
                "update lines set until = at + ? where room = ? and (until is null or until > at + ?)",
                most.toMillis(),
                room,
                most.toMillis()));
    }

    @Override
    public void talkEnded(String room) {
        database.transact(c -> run(c, "delete from lines where room = ? and until is null", room));
        database.scrub();
    }

    @Override
    public void tidy(Instant now) {
        int gone = database.transact(c ->
                run(c, "delete from lines where until <= ? or (until is null and at <= ?)", now, now.minus(LONGEST)));
        if (gone > 0) {
            database.scrub();
        }
    }
}

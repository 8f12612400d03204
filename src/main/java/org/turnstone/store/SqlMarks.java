package org.turnstone.store;

import static org.turnstone.store.Sql.all;
import static org.turnstone.store.Sql.one;
import static org.turnstone.store.Sql.run;

import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Person;
import org.turnstone.room.Marks;

/** Small things that platforms remember about rooms, sealed, in a {@link Database}. Threads may share one. */
public final class SqlMarks implements Marks {
    private final Database database;

    public SqlMarks(Database database) {
        this.database = database;
    }

    private static String place(String room, String key) {
        return "mark/" + room + "/" + key;
    }

    @Override
    public Optional<String> get(String room, String key) {
        return database.read(c -> one(
                        c, row -> row.getString(1), "select sealed from marks where room = ? and name = ?", room, key))
                .map(text -> database.vault().open(place(room, key), text));
    }

    @Override
    public void put(String room, String key, String value) {
        database.transact(c -> run(
                c,
                "insert into marks (room, name, sealed) values (?, ?, ?)"
                        + " on conflict (room, name) do update set sealed = excluded.sealed",
                room,
                key,
                database.vault().seal(place(room, key), value)));
    }

    @Override
    public void remove(String room, String key) {
        database.transact(c -> run(c, "delete from marks where room = ? and name = ?", room, key));
    }

    @Override
    public void forget(Person person) {
        String ending = "/" + person.id();
        database.transact(
                c -> run(c, "delete from marks where substr(name, length(name) - ? + 1) = ?", ending.length(), ending));
        database.scrub();
    }

    @Override
    public List<String> rooms(String key) {
        return database.read(
                c -> all(c, row -> row.getString(1), "select room from marks where name = ? order by room", key));
    }
}

package org.turnstone.store;

import static org.turnstone.store.Sql.one;
import static org.turnstone.store.Sql.run;

import java.time.Instant;
import java.util.Optional;
import org.turnstone.floor.Person;
import org.turnstone.room.Manners;
import org.turnstone.room.People;

/** What people have chosen for themselves, sealed, in a {@link Database}. Threads may share one. */
public final class SqlPeople implements People {
    private final Database database;
    private final Recent<Manners> recent = new Recent<>();

    public SqlPeople(Database database) {
        this.database = database;
    }

    @Override
    public Manners of(Person person) {
        return database.read(
                        c -> one(c, row -> row.getString(1), "select sealed from people where person = ?", person.id()))
                .map(stored -> recent.said(
                        person.id(),
                        stored,
                        text -> FloorJson.manners(database.vault().open(place(person), text))))
                .orElse(Manners.UNSAID);
    }

    private static String place(Person person) {
        return "person/" + person.id();
    }

    @Override
    public void save(Person person, Manners manners) {
        String sealed = database.vault().seal(place(person), FloorJson.write(manners));
        database.transact(c -> run(
                c,
                "insert into people (person, sealed) values (?, ?)"
                        + " on conflict (person) do update set sealed = excluded.sealed",
                person.id(),
                sealed));
    }

    @Override
    public Optional<Instant> notBefore(String room) {
        return database.read(c -> one(
                c, row -> Instant.ofEpochMilli(row.getLong(1)), "select until from not_before where room = ?", room));
    }

    @Override
    public void setNotBefore(String room, Instant until) {
        database.transact(c -> run(
                c,
                "insert into not_before (room, until) values (?, ?) on conflict (room) do update"
                        + " set until = case when excluded.until > not_before.until then excluded.until else not_before.until end",
                room,
                until));
    }

    @Override
    public void tidy(Instant now) {
        Instant longPast = now.minus(Manners.SET_UP_HOLDS);
        database.transact(c -> run(c, "delete from not_before where until < ?", longPast));
    }

    @Override
    public void forget(Person person) {
        recent.forget(person.id());
        database.transact(c -> {
            run(c, "delete from notes where person = ?", person.id());
            return run(c, "delete from people where person = ?", person.id());
        });
        database.scrubCopies();
    }
}

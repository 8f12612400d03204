package org.turnstone.store;

import static org.turnstone.store.Sql.all;
import static org.turnstone.store.Sql.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.room.Note;
import org.turnstone.room.Notes;

/** Notes that wait for their person, in a {@link Database}. Threads may share one. */
public final class SqlNotes implements Notes {
    private final Database database;

    public SqlNotes(Database database) {
        this.database = database;
    }

    @Override
    public void leave(Note note) {
        String moves = note.moves().stream().map(Move::name).collect(Collectors.joining("\n"));
        database.transact(c -> run(
                c,
                "insert into notes (id, room, person, at, moves, rules, sealed, words) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                note.id(),
                note.room(),
                note.to().id(),
                note.at(),
                moves,
                database.vault().seal(place(note.id()), String.join("\n", note.rules())),
                database.vault().seal(place(note.id()), note.text()),
                note.words().map(words -> database.vault().seal(place(note.id()), words))));
    }

    private static String place(long id) {
        return "note/" + id;
    }

    @Override
    public List<Note> waiting(String room, Person person) {
        return database.transact(c ->
                all(c, this::note, "select * from notes where room = ? and person = ? order by id", room, person.id()));
    }

    @Override
    public List<Note> waiting(Person person) {
        return database.read(c -> all(c, this::note, "select * from notes where person = ? order by id", person.id()));
    }

    private Note note(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Optional<String> words = Optional.ofNullable(row.getString("words"));
        return new Note(
                id,
                row.getString("room"),
                new Person(row.getString("person")),
                database.vault().open(place(id), row.getString("sealed")),
                words.map(text -> database.vault().open(place(id), text)),
                row.getString("moves").lines().map(Move::valueOf).toList(),
                database.vault().open(place(id), row.getString("rules")).lines().toList(),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    @Override
    public void shown(long id, Person by) {
        database.transact(c -> run(c, "delete from notes where id = ? and person = ?", id, by.id()));
    }

    @Override
    public void tidy(Instant now) {
        Instant oldest = now.minus(Duration.ofHours(KEPT_HOURS));
        database.transact(c -> run(c, "delete from notes where at <= ?", oldest));
    }
}

package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Person;
import org.turnstone.room.RoomStore;
import org.turnstone.room.RoomStoreContract;

class PostgresRoomsTest extends RoomStoreContract {
    @TempDir
    private Path home;

    private final Server server = Postgres.database();
    private Database database;

    @Override
    protected RoomStore store() {
        database = Database.open(home, server);
        return database.rooms();
    }

    @Override
    protected RoomStore reopened() {
        database.close();
        return store();
    }

    @Test
    void what_is_remembered_of_a_person_goes_and_nothing_else() {
        SqlMarks marks = new SqlMarks(database);
        Person sam = new Person("discord:7");
        marks.put("room", "misread/" + sam.id(), "x");
        marks.put("room", "misread/discord:77", "x");
        marks.put("room", "a", "x");
        marks.forget(sam);
        assertThat(marks.get("room", "misread/" + sam.id())).isEmpty();
        assertThat(marks.get("room", "misread/discord:77")).isPresent();
        assertThat(marks.get("room", "a")).isPresent();
    }

    @AfterEach
    void close() {
        database.close();
    }
}

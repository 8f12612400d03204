package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Person;
import org.turnstone.room.Kept;
import org.turnstone.store.Database;

class MisreadCommandTest {
    @TempDir
    private Path home;

    @Test
    void what_people_let_be_kept_is_written_and_nothing_else() {
        try (Database database = Database.open(home)) {
            keep(database, "a", Kept.Why.MISREAD, "{\"reply\":\"I never said that.\",\"label\":\"neutral\"}");
            keep(database, "b", Kept.Why.GIVEN, "a topic");
        }
        Terminal written = Terminal.run(Map.of("TURNSTONE_HOME", home.toString()), "misread");
        assertThat(written.exit()).isZero();
        assertThat(written.out().lines()).containsExactly("{\"reply\":\"I never said that.\",\"label\":\"neutral\"}");
    }

    private static void keep(Database database, String ref, Kept.Why why, String text) {
        database.rooms().keep(new Kept(ref, "room", new Person("sam"), why, text, Optional.empty()));
    }
}

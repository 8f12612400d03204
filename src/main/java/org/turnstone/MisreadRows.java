package org.turnstone;

import java.util.List;
import org.turnstone.room.Misreadings;
import org.turnstone.store.Database;

/** The rows that people let be kept because they were misread. Stateless. */
public final class MisreadRows {
    private MisreadRows() {}

    /**
     * One JSON object each, in the form that {@code learn} and {@code evaluate} read, without whose words they are.
     *
     * @throws org.turnstone.store.StoreProblem where the store cannot be opened, as while the program runs on it
     */
    public static List<String> of(Settings settings) {
        try (Database database = Wiring.database(settings)) {
            return Misreadings.rows(database.rooms());
        }
    }
}

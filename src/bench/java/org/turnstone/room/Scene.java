package org.turnstone.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.turnstone.store.Database;
import org.turnstone.store.SqlPeople;
import org.turnstone.store.SqlRooms;

/** Rooms over a SQLite file of their own, with the ear that ships, and where their effects go. For one owner. */
final class Scene implements AutoCloseable {
    private final Path place;
    private final Database database;
    final SqlRooms store;
    final SqlPeople people;
    final Rooms rooms;

    Scene(Stages stages) throws IOException {
        place = Files.createTempDirectory(Path.of("target"), "bench");
        database = Database.open(place.resolve("home"));
        store = database.rooms();
        people = new SqlPeople(database);
        Ear ear = new PlainEar();
        rooms = new Rooms(store, people, language -> ear, stages);
    }

    Path place() {
        return place;
    }

    long bytes() throws IOException {
        return Files.size(place.resolve("home/turnstone.db"));
    }

    @Override
    public void close() throws IOException {
        database.close();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

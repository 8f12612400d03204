package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    /** A database is taken for current by this number alone: a forgotten one would leave it behind. */
    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void the_newest_migration_is_the_newest_file(String kind) throws IOException {
        try (Stream<Path> files = Stream.concat(files("both"), files(kind))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".sql"))
                            .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max(Comparator.naturalOrder()))
                    .contains(Integer.parseInt(Migrations.NEWEST.get(kind)));
        }
    }

    private static Stream<Path> files(String kind) throws IOException {
        return Files.walk(Path.of("src/main/resources/db", kind));
    }
}

package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences as most people would put them: every one must be told as what it is. */
class PlainCrisisTest {
    static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/crisis/plain.txt")).stream()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void is_told_as_what_it_is(String line) {
        String[] parts = line.split(" \\| ");
        String found = CrisisCues.READER
                .read(parts[1])
                .map(a -> a.concern().name().toLowerCase(Locale.ROOT))
                .orElse("none");
        assertThat(found).isEqualTo(parts[0]);
    }
}

package org.turnstone.safety;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of {@code src/learn/crisis}, as its guide describes it. */
record LabelledLine(String id, String author, String text, String label) {
    private static final Path FOLDER = Path.of("src/learn/crisis");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every line of every persona, in the order of the files' names. */
    static List<LabelledLine> all() {
        return in(FOLDER);
    }

    static List<LabelledLine> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(LabelledLine::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<LabelledLine> of(Path file) {
        try {
            return Files.readAllLines(file).stream().map(LabelledLine::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledLine parse(String json) {
        try {
            return JSON.readValue(json, LabelledLine.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the line speaks of; empty where nothing should be noticed. */
    Optional<Concern> concern() {
        return label.equals("none") ? Optional.empty() : Optional.of(Concern.valueOf(label.toUpperCase(Locale.ROOT)));
    }
}

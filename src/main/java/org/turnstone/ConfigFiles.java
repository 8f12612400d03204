package org.turnstone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files that people edit: first in the home directory, then in {@code config} beside the working directory, then
 * the defaults in the jar. Threads may share one.
 */
final class ConfigFiles {
    /** Larger than any such file is: a wrong file fails here, not in memory. */
    private static final long LARGEST = 8 * 1024 * 1024;

    /** A file's text, and the name by which complaints call it. */
    record Found(String name, String text) {}

    private final List<Path> places;

    ConfigFiles(Path home) {
        this.places = List.of(home.resolve("config"), Path.of("config"));
    }

    /** @param name with slashes, below {@code config}: {@code prompts/en.txt} */
    Found read(String name) {
        return find(name)
                .orElseThrow(() -> new ConfigProblem(
                        "config/" + name + " is missing: put it there, or choose a language that is installed."));
    }

    Optional<Found> find(String name) {
        for (Path place : places) {
            Path file = place.resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(new Found(file.toString(), text(file)));
            }
        }
        return inJar(name);
    }

    boolean has(String name) {
        return places.stream().anyMatch(place -> Files.isRegularFile(place.resolve(name)))
                || ConfigFiles.class.getResource("/config/" + name) != null;
    }

    /** Changes whenever the file that {@link #find} would read does; the same for ever where that is the jar's own. */
    String stamp(String name) {
        for (Path place : places) {
            Path file = place.resolve(name);
            if (Files.isRegularFile(file)) {
                return stamp(file);
            }
        }
        return "";
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return file + " cannot be read";
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigProblem(file + " is larger than 8 MB. Is it the right file?");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigProblem(file + " cannot be read. It must be text in UTF-8 that this user may read.", e);
        }
    }

    private static Optional<Found> inJar(String name) {
        String path = "/config/" + name;
        try (InputStream in = ConfigFiles.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Found("config/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ConfigProblem("The program's own " + path + " cannot be read. Build it again.", e);
        }
    }
}

package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The page is light: it also opens on an old phone with one bar of signal. */
class PageWeightTest {
    private static final int MOST = 60_000;

    @Test
    void all_files_of_the_page_weigh_less_than_60_kB_compressed() throws IOException {
        int sum = 0;
        for (Path file : files()) {
            sum += compressed(Files.readAllBytes(file));
        }
        assertThat(sum).isBetween(10_000, MOST);
    }

    @Test
    void each_file_is_small_enough_to_be_read_at_one_sitting() throws IOException {
        List<Path> tooLong = new ArrayList<>();
        for (Path file : files()) {
            if (Files.readAllLines(file).size() > 300) {
                tooLong.add(file);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/web"))) {
            return files.sorted().toList();
        }
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }
}

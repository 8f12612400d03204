package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code config/turnstone.json} is the page that explains the settings: it may not differ from the program. */
class SettingsFileTest {

    private static final Path FILE = Path.of("config/turnstone.json");

    @Test
    void what_stands_in_it_are_the_defaults() throws IOException {
        Settings written = SettingsReader.read(Map.of(), Optional.empty(), FILE.toString(), Files.readString(FILE));

        assertThat(written).isEqualTo(Settings.defaults());
    }

    @Test
    void every_key_of_the_program_stands_in_it() throws IOException {
        List<String> written = new ArrayList<>();
        keys(
                "",
                JsonMapper.builder()
                        .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                        .build()
                        .readTree(FILE.toFile()),
                written);

        assertThat(written).containsExactlyInAnyOrderElementsOf(SettingsReader.keys());
    }

    @Test
    void every_paragraph_of_keys_begins_with_a_word_of_explanation() throws IOException {
        String[] lines = Files.readString(FILE).split("\n");
        for (int i = 1; i < lines.length; i++) {
            boolean opensParagraph = lines[i - 1].isBlank();
            if (opensParagraph && !lines[i].contains("{")) {
                assertThat(lines[i].strip()).as(FILE + ":" + (i + 1)).startsWith("//");
            }
        }
    }

    private static void keys(String path, JsonNode node, List<String> found) {
        node.properties().forEach(child -> {
            found.add(path + child.getKey());
            keys(path + child.getKey() + ".", child.getValue(), found);
        });
    }
}

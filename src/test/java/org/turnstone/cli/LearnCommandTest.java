package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
    @TempDir
    private Path place;

    /** Spanish, because it takes seconds; what makes the English file takes half a minute, and texts that are not ours. */
    @Test
    void the_spanish_weights_that_ship_are_made_again_from_their_rows_byte_for_byte() throws IOException {
        Path again = place.resolve("es.weights");
        Terminal learned =
                Terminal.run(Map.of(), "learn", "--language", "es", "--precision", "0.92", "--out", again.toString());
        assertThat(learned.exit()).as(learned.err()).isZero();
        assertThat(Files.mismatch(again, Path.of("config/lexicon/es.weights")))
                .as("learn anew as src/docs/reading.md says, and look at the figures there")
                .isEqualTo(-1);
    }

    @Test
    void whoever_is_to_be_left_out_has_to_be_there() {
        Terminal asked = Terminal.run(
                Map.of(), "learn", "--language", "es", "--leave-out", "src/learn/replies/es.jsonl", "--out", "unused");
        assertThat(asked.exit()).isNotZero();
        assertThat(asked.err())
                .contains("--leave-out src/learn/replies/es.jsonl: no such persona, and no such file. Name a file");
        assertThat(Path.of("unused")).doesNotExist();
    }
}

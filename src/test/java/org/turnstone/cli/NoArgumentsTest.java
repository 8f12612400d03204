package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.Main;

/** The first thing that anybody does: the program is started, and nothing else is said. */
class NoArgumentsTest {
    @TempDir
    private Path home;

    @Test
    void the_program_by_itself_opens_a_room_and_prints_its_links() throws Exception {
        Path said = home.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName());
        builder.environment().put("TURNSTONE_HOME", home.resolve("data").toString());
        Process program =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> !program.isAlive() || Files.readString(said).contains("Stop with Ctrl+C"));
            assertThat(said).content().contains("for you", "for your partner").doesNotContain("fault");
        } finally {
            program.destroy();
            assertThat(program.waitFor(1, TimeUnit.MINUTES))
                    .as("it ends when it is asked to")
                    .isTrue();
        }
    }
}

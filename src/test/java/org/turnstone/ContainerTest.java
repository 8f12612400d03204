package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files for containers name only what exists. Whether an image runs, an engine must say. */
class ContainerTest {

    private static final Path DOCKERFILE = Path.of("Dockerfile");

    @Test
    void every_file_that_is_copied_in_exists() throws IOException {
        List<String> sources = copied().filter(words -> !words.get(0).startsWith("--from"))
                .flatMap(words -> words.subList(0, words.size() - 1).stream())
                .toList();

        assertThat(sources).contains("pom.xml", "src/main").allMatch(source -> Files.exists(Path.of(source)));
    }

    @Test
    void what_is_started_was_copied_there() throws IOException {
        String launcher = "/opt/turnstone/turnstone";

        assertThat(copied().map(words -> words.get(words.size() - 1)))
                .contains(launcher, launcher + ".jar", "/opt/java", "/opt/turnstone/lib");
        assertThat(instructions("ENTRYPOINT")).containsExactly("[\"" + launcher + "\"]");
        assertThat(instructions("CMD")).containsExactly("[\"serve\"]");
        assertThat(Files.readString(DOCKERFILE)).contains("\"" + launcher + "\", \"health\"]");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>turnstone</finalName>");
    }

    @Test
    void it_runs_as_a_user_of_its_own_and_keeps_its_data_in_a_volume() throws IOException {
        assertThat(instructions("USER")).containsExactly("turnstone");
        assertThat(instructions("VOLUME")).containsExactly("/data");
        assertThat(instructions("ENV")).anyMatch(line -> line.contains("TURNSTONE_HOME=/data"));
    }

    @Test
    void its_java_has_every_module_that_our_classes_need() throws IOException {
        List<String> linked = matches(Pattern.compile("--add-modules (\\S+)"), DOCKERFILE)
                .flatMap(list -> Arrays.stream(list.split(",")))
                .toList();
        StringWriter needed = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(needed),
                        new PrintWriter(needed),
                        "--print-module-deps",
                        "--ignore-missing-deps",
                        "target/classes");

        assertThat(linked).contains(needed.toString().strip().split(","));
    }

    @Test
    void every_variable_is_explained_and_none_that_is_not_read() throws IOException {
        assertThat(matches(Pattern.compile("^#?([A-Z][A-Z_]+)="), Path.of(".env.example")))
                .containsExactlyElementsOf(Settings.variables());
    }

    @Test
    void compose_hands_on_only_variables_that_are_read() throws IOException {
        assertThat(matches(Pattern.compile("^ {6}([A-Z_]+): "), Path.of("compose.yaml")))
                .contains("DISCORD_TOKEN")
                .isSubsetOf(Stream.concat(Settings.variables().stream(), Stream.of("TZ"))
                        .toList());
    }

    private static Stream<List<String>> copied() throws IOException {
        return instructions("COPY").stream().map(line -> List.of(line.split(" ")));
    }

    private static List<String> instructions(String name) throws IOException {
        return matches(Pattern.compile("^" + name + " (.+)"), DOCKERFILE).toList();
    }

    private static Stream<String> matches(Pattern pattern, Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(MatchResult::group)
                .map(found -> pattern.matcher(found).replaceFirst("$1"));
    }
}

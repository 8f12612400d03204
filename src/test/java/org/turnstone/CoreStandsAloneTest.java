package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The core is pure: it compiles with nothing beside it, and it knows no clock, no dice and no world. */
class CoreStandsAloneTest {
    private static final Path SOURCES = Path.of("src/main/java/org/turnstone");
    private static final List<String> CORE = List.of("floor", "reading", "safety", "prompts", "practice");

    /** What would make the same input give another answer, or reach out of the program. */
    private static final List<String> IMPURE = List.of(
            ".now(",
            "Clock",
            "java.util.Random",
            "Math.random",
            "UUID.",
            "System.",
            "java.io",
            "java.nio",
            "java.net",
            "Thread",
            "Locale.getDefault",
            "ZoneId.systemDefault");

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String name : CORE) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void the_core_compiles_with_nothing_but_annotations_beside_it(@TempDir Path out) throws IOException {
        List<Path> core = sources();
        assertThat(core).hasSizeGreaterThan(60);
        String annotations = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("jspecify"))
                .findFirst()
                .orElseThrow();
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(core);
        List<String> options = List.of("--release", "17", "-d", out.toString(), "-cp", annotations, "-proc:none");
        boolean compiled =
                compiler.getTask(messages, null, null, options, null, files).call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    @Test
    void the_core_knows_no_clock_no_dice_and_no_world() throws IOException {
        for (Path file : sources()) {
            String code =
                    Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
            assertThat(IMPURE.stream().filter(code::contains))
                    .as(file.toString())
                    .isEmpty();
        }
    }
}

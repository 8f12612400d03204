package org.turnstone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.turnstone");

    /** Each package with the ones of ours that it may know beside itself. */
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        MAY_KNOW.put("reading", List.of());
        MAY_KNOW.put("safety", List.of("reading"));
        MAY_KNOW.put("floor", List.of("reading"));
        MAY_KNOW.put("prompts", List.of("floor", "reading"));
        MAY_KNOW.put("room", List.of("floor", "reading", "safety", "prompts"));
        MAY_KNOW.put("store", List.of("room", "floor"));
        MAY_KNOW.put("practice", List.of("reading"));
        MAY_KNOW.put("learning", List.of("reading", "safety"));
        MAY_KNOW.put("rehearsal", List.of("floor", "reading", "safety", "prompts", "room"));
        MAY_KNOW.put("web", List.of("floor", "reading", "safety", "prompts", "room", "practice"));
        MAY_KNOW.put("discord", List.of("floor", "reading", "safety", "prompts", "room"));
    }

    private static String path(String name) {
        return "org.turnstone." + name + "..";
    }

    @Test
    void every_package_is_spoken_of_here() throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/turnstone"))) {
            folders.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .forEach(packages::add);
        }
        packages.remove("cli");
        assertThat(packages).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
    }

    @Test
    void each_package_knows_only_whom_it_may() {
        MAY_KNOW.forEach((name, known) -> {
            String[] foreign = MAY_KNOW.keySet().stream()
                    .filter(other -> !other.equals(name) && !known.contains(other))
                    .map(ArchitectureTest::path)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(path(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(foreign)
                    .check(MAIN);
        });
    }

    @Test
    void nothing_knows_the_wiring_or_the_command_line() {
        String[] ours = MAY_KNOW.keySet().stream().map(ArchitectureTest::path).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(ours)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.turnstone", "org.turnstone.cli..")
                .check(MAIN);
    }

    @Test
    void the_core_depends_on_nothing_but_plain_java() {
        classes()
                .that()
                .resideInAnyPackage(path("floor"), path("reading"), path("safety"), path("prompts"), path("practice"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        path("floor"),
                        path("reading"),
                        path("safety"),
                        path("prompts"),
                        path("practice"),
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.text..",
                        "org.jspecify..")
                .check(MAIN);
    }

    @Test
    void each_foreign_library_is_known_to_one_package() {
        keeps("net.dv8tion..", "discord");
        keeps("io.undertow..", "web");
        keeps("com.google.zxing..", "web");
        keeps("org.sqlite..", "store");
        keeps("org.flywaydb..", "store");
    }

    private static void keeps(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(path(home))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }
}

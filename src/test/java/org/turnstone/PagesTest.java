package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for people say is so: links lead somewhere, named tests exist, and every stored table is accounted for. */
class PagesTest {
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static List<String> found(String pattern, Path page) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(page));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        for (Path page : pages()) {
            for (String link : found("\\]\\(([^)#]+)", page)) {
                Path target = page.toAbsolutePath().getParent().resolve(link).normalize();
                assertThat(link.startsWith("http") || Files.exists(target))
                        .as(page + " links to " + link)
                        .isTrue();
            }
        }
    }

    @Test
    void every_test_that_a_page_names_exists() throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        for (Path page : pages()) {
            assertThat(tests).as(page.toString()).containsAll(found("`([A-Z][A-Za-z]+(?:Test|Contract))`", page));
        }
    }

    @Test
    void every_decision_says_what_confirms_it() throws IOException {
        try (Stream<Path> decisions = Files.list(Path.of("src/docs/decisions"))) {
            for (Path decision : decisions.toList()) {
                assertThat(Files.readString(decision)).as(decision.toString()).contains("Confirmed by: `");
            }
        }
    }

    @Test
    void every_stored_table_is_in_the_privacy_page() throws IOException {
        String migrations;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
            migrations = files.filter(Files::isRegularFile).map(PagesTest::read).collect(Collectors.joining());
        }
        Matcher table = Pattern.compile("create table (\\w+)").matcher(migrations);
        int tables = 0;
        while (table.find()) {
            tables++;
            assertThat(read(Path.of("src/docs/privacy.md"))).contains("`" + table.group(1));
        }
        assertThat(tables).isGreaterThan(8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_two_commands_stand_alone_in_their_blocks() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("```\nmvn -q compile exec:java\n```")
                .contains("```\nmvn verify\n```");
        assertThat(Files.readString(Path.of(".ci/run")).lines().toList()).endsWith("mvn verify");
    }
}

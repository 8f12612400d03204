package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts the jar, run by a real shell; in java's place stands one that tells how it was called. */
class LauncherTest {
    private static final Instant BUILT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path place;

    private Path archive;
    private String heap = "";

    @BeforeEach
    void a_jar_beside_the_script() throws IOException {
        Files.copy(Path.of("src/main/launch/turnstone"), place.resolve("turnstone"));
        Files.createFile(place.resolve("turnstone.jar"));
        Files.setLastModifiedTime(place.resolve("turnstone.jar"), FileTime.from(BUILT));
        Path java = place.resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        archive = Files.createDirectory(place.resolve("a home")).resolve("turnstone.jsa");
    }

    private List<String> started(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", place.resolve("turnstone").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
        script.environment().put("JAVA", place.resolve("java").toString());
        script.environment().put("TURNSTONE_HOME", archive.getParent().toString());
        script.environment().put("JAVA_HEAP", heap);
        return script.start().inputReader().lines().toList();
    }

    private void hasServed() throws IOException {
        Files.createFile(archive.resolveSibling("turnstone.key"));
    }

    private void isArchived(Instant when) throws IOException {
        Files.createFile(archive);
        Files.setLastModifiedTime(archive, FileTime.from(when));
    }

    @Test
    void the_first_server_leaves_none_and_the_second_one_does() throws IOException {
        assertThat(started("serve")).noneMatch(argument -> argument.contains("Archive"));
        hasServed();
        assertThat(started("serve", "--lan"))
                .contains("-XX:ArchiveClassesAtExit=" + archive)
                .endsWith("-jar", place.resolve("turnstone.jar").toString(), "serve", "--lan");
        assertThat(started()).contains("-XX:ArchiveClassesAtExit=" + archive);
    }

    @Test
    void everything_starts_with_the_archive_that_is_there() throws IOException {
        isArchived(BUILT.plusSeconds(60));
        assertThat(started("read", "you always say that"))
                .contains("-XX:SharedArchiveFile=" + archive)
                .endsWith("read", "you always say that");
    }

    @Test
    void a_newer_jar_makes_a_new_archive() throws IOException {
        hasServed();
        isArchived(BUILT.minusSeconds(60));
        assertThat(started("serve")).contains("-XX:ArchiveClassesAtExit=" + archive);
    }

    @Test
    void what_is_no_server_leaves_none() throws IOException {
        hasServed();
        assertThat(started("doctor")).noneMatch(argument -> argument.contains("Archive"));
    }

    @Test
    void the_archive_that_a_container_brings_along_comes_first() throws IOException {
        Path brought = Files.createFile(place.resolve("turnstone.jsa"));
        isArchived(BUILT.plusSeconds(60));
        assertThat(started("serve")).contains("-XX:SharedArchiveFile=" + brought);
    }

    @Test
    void sqlite_is_taken_from_beside_its_jar_where_it_is() throws IOException {
        assertThat(started("serve")).noneMatch(argument -> argument.contains("sqlite"));
        Path library = Files.createDirectories(
                place.resolve("lib/org/sqlite/native/Linux").resolve(machine()));
        assertThat(started("serve")).contains("-Dorg.sqlite.lib.path=" + library);
    }

    /** As {@code uname -m} says it. */
    private static String machine() throws IOException {
        return new ProcessBuilder("uname", "-m").start().inputReader().readLine();
    }

    @Test
    void another_limit_of_the_heap_takes_the_place_of_ours() throws IOException {
        heap = "-XX:MaxRAMPercentage=60";
        assertThat(started("serve")).contains(heap).noneMatch(argument -> argument.startsWith("-Xmx"));
    }
}

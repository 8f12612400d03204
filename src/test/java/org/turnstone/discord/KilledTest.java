package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.KilledTalk.Told;

/** A talk goes on where it was, whenever the process is killed: the same end, nothing twice, nothing lost. */
class KilledTest {
    private static final long SEED = Long.getLong("seed", 20_261_896L);
    private static final boolean THOROUGH = "yes".equals(System.getProperty("thorough"));

    @TempDir
    private Path undisturbed;

    @TempDir
    private Path killed;

    /** Neither the log nor a file of the store holds anything that was said, or who said it. */
    private static void holdsNoWords(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains("at the party") || bytes.contains("in front of them"))
                        .as("words in " + file.getFileName())
                        .isFalse();
            }
        }
    }

    /** Of three that divide Discord's shards, the one that has this talk is killed, frozen past its lease and let go, in turn. */
    @Test
    void the_talk_ends_the_same_where_another_process_takes_over() throws IOException {
        int times = THOROUGH ? 20 : 2;
        endsTheSame(new KilledTalk((server, guild) -> new ThreeProcesses(killed, server, guild), SEED, times), times);
    }

    @Test
    void the_talk_ends_the_same() throws IOException {
        int times = THOROUGH ? 30 : 4;
        endsTheSame(new KilledTalk(killed, SEED, times), times);
    }

    private void endsTheSame(KilledTalk disturbed, int times) throws IOException {
        Told as;
        try (KilledTalk talk = new KilledTalk(undisturbed, SEED, 0)) {
            as = talk.hold();
        }
        try (disturbed) {
            Told told = disturbed.hold();
            assertThat(disturbed.killed()).as("failures").isEqualTo(times);
            assertThat(told.room()).as("in the room, seed " + SEED).isEqualTo(as.room());
            assertThat(told.inPrivate()).as("in private, seed " + SEED).isEqualTo(as.inPrivate());
            holdsNoWords(killed);
        }
    }
}

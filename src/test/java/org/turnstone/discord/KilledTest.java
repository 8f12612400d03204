package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.KilledTalk.Told;

/** A talk goes on where it was, whenever the process is killed: the same end, nothing twice, nothing lost. */
class KilledTest {
    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final boolean THOROUGH = "yes".equals(System.getProperty("thorough"));

    @TempDir
    private Path undisturbed;

    @TempDir
    private Path killed;

    @Test
    void the_talk_ends_the_same() throws IOException {
        Told as;
        try (KilledTalk talk = new KilledTalk(undisturbed, SEED, 0)) {
            as = talk.hold();
        }
        int times = THOROUGH ? 30 : 4;
        try (KilledTalk talk = new KilledTalk(killed, SEED, times)) {
            Told told = talk.hold();
            assertThat(talk.killed()).as("kills").isEqualTo(times);
            assertThat(told.room()).as("in the room, seed " + SEED).isEqualTo(as.room());
            assertThat(told.inPrivate()).as("in private, seed " + SEED).isEqualTo(as.inPrivate());
            assertThat(Files.readString(killed.resolve("log.txt"))).doesNotContain("party");
        }
    }
}

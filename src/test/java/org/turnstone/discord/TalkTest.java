package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Closing;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** Talks from end to end, by the real JDA. */
class TalkTest {
    @TempDir
    private Path home;

    private Flat flat;

    @BeforeEach
    void open() {
        flat = new Flat(home).setUp();
    }

    @AfterEach
    void close() {
        assertThat(flat.server.wire().refusals()).isEmpty();
        assertThat(flat.server.wire().slowestAnswer()).isLessThan(Duration.ofSeconds(3));
        flat.close();
    }

    @Test
    void a_quick_turn_for_each() {
        Post asked = flat.asks("the *party* @everyone").awaitPost();
        assertThat(asked.isPrivate()).isTrue();
        flat.ben.awaits(flat.kitchen, "Ann");
        assertThat(flat.botPosts()).noneMatch(text -> text.contains("party"));
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        assertThat(flat.botPosts()).anyMatch(text -> text.contains("> the \\*party\\* @\u200beveryone"));
        flat.ann.says(flat.kitchen, "I felt alone at the party last night.");
        flat.awaitPhase(LeaningIn.class);
        flat.ben.says(flat.kitchen, "It sounds like you were lonely there. Is that it?");
        flat.awaitPhase(Checking.class);
        flat.presses(flat.ann, Move.THATS_IT);
        flat.awaitPhase(Closing.class);
        flat.presses(flat.ben, Move.NOW_YOU);
        flat.awaitPhase(Speaking.class);
        flat.ben.says(flat.kitchen, "I was tired and felt useless.");
        flat.awaitPhase(LeaningIn.class);
        flat.ann.says(flat.kitchen, "That makes sense to me.");
        flat.awaitPhase(Checking.class);
        flat.presses(flat.ben, Move.THATS_IT);
        flat.awaitPhase(Closing.class);
        flat.presses(flat.ann, Move.ENOUGH);
        flat.awaitPhase(Open.class);
        assertThat(flat.ann.sees(flat.kitchen))
                .filteredOn(p -> !p.isPrivate() && p.author().equals("Turnstone"))
                .allMatch(p -> p.has(Flat.BOOK.text(Text.JUST_FOR_ME)))
                .allMatch(p -> p.pinged().isEmpty());
    }

    @Test
    void a_longer_talk_until_both_are_heard() {
        flat.ann
                .runs(flat.kitchen, "/turn talk", java.util.Map.of("partner", flat.ben))
                .awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        flat.ann.says(flat.kitchen, "I felt alone at the party last night.");
        flat.ann.says(flat.kitchen, "over to you");
        flat.awaitPhase(LeaningIn.class);
        flat.ben.says(flat.kitchen, "I only talked to them because you were with your friends.");
        flat.presses(flat.ben, Move.REPLY_DONE);
        flat.awaitPhase(Checking.class);
        flat.presses(flat.ann, Move.NOT_QUITE);
        flat.awaitPhase(LeaningIn.class);
        flat.ben.says(flat.kitchen, "I left you standing there, and you felt alone. I get that.");
        flat.presses(flat.ben, Move.REPLY_DONE);
        flat.awaitPhase(Checking.class);
        flat.ann.says(flat.kitchen, "that's it");
        flat.awaitPhase(Speaking.class);
        flat.ben.says(flat.kitchen, "I was scared to say the wrong thing in front of them.");
        flat.presses(flat.ben, Move.PASS);
        flat.awaitPhase(LeaningIn.class);
        flat.ann.says(flat.kitchen, "So you were scared. I didn't know that.");
        flat.presses(flat.ann, Move.REPLY_DONE);
        flat.awaitPhase(Checking.class);
        flat.presses(flat.ben, Move.THATS_IT);
        flat.awaitPhase(Closing.class);
        assertThat(flat.conversation().talk().heard()).containsExactlyInAnyOrder(Flat.id(flat.ann), Flat.id(flat.ben));
        flat.presses(flat.ann, Move.ENOUGH);
        flat.awaitPhase(Open.class);
    }
}

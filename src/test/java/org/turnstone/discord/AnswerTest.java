package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Fault;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Move;
import org.turnstone.floor.Speaking;

/** Each press is answered once, in time, and to whoever pressed alone. */
class AnswerTest {
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
        flat.close();
    }

    @Test
    void where_the_room_is_slow_the_answer_is_put_off_and_given_later() {
        flat.server.faults().next("POST channels/*/messages", new Fault.Delay(Duration.ofSeconds(4)));
        Interaction asked = flat.asks("the party").awaitAnswer();
        assertThat(asked.answerType()).isEqualTo(5);
        Post post = asked.awaitPost();
        assertThat(post.isPrivate()).isTrue();
        assertThat(post.text()).contains("Ann", "<t:");
    }

    @Test
    void a_slow_press_leaves_nothing_behind_it() {
        flat.asks("the party").awaitPost();
        flat.server.faults().next("POST channels/*/messages", new Fault.Delay(Duration.ofSeconds(4)));
        Interaction pressed = flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        org.awaitility.Awaitility.await()
                .until(() -> pressed.post()
                        .filter(p -> p.state() == Post.State.DELETED)
                        .isPresent());
        assertThat(flat.server.wire().slowestAnswer()).isLessThan(Duration.ofSeconds(3));
    }
}

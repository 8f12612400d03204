package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private final Queues queues = new Queues(2, 3);
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        open.countDown();
        queues.close();
    }

    private void isBusy(long channel) {
        assertThat(queues.offer(channel, this::waits)).isTrue();
    }

    private void waits() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean offer(long channel, String what) {
        return queues.offer(channel, () -> done.add(what));
    }

    @Test
    void a_busy_channel_takes_so_much_and_no_more_and_another_goes_on() throws InterruptedException {
        isBusy(1);
        isBusy(2);
        assertThat(offer(1, "a")).isTrue();
        assertThat(offer(1, "b")).isTrue();
        assertThat(offer(1, "c")).as("one too many for a channel").isFalse();
        assertThat(offer(2, "d")).isTrue();
        assertThat(offer(2, "e")).as("one too many for all").isFalse();
        queues.in(1, () -> done.add("our own"));
        CountDownLatch over = new CountDownLatch(2);
        queues.in(1, over::countDown);
        queues.in(2, over::countDown);
        open.countDown();
        over.await();
        assertThat(done).containsExactlyInAnyOrder("a", "b", "our own", "d").containsSubsequence("a", "b", "our own");
    }

    @Test
    void what_was_done_makes_room_again() throws InterruptedException {
        isBusy(1);
        assertThat(offer(1, "a") && offer(1, "b")).isTrue();
        CountDownLatch over = new CountDownLatch(1);
        queues.in(1, over::countDown);
        open.countDown();
        over.await();
        assertThat(offer(1, "c") || offer(1, "c")).isTrue();
    }
}

package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    @Test
    void it_goes_on_when_memory_ran_out_and_does_the_next_work_all_the_same() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        try (Heartbeat heartbeat = new Heartbeat(
                Clock.systemUTC(),
                List.of(
                        now -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        now -> twice.countDown()))) {
            heartbeat.start();
            assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}

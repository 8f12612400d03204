package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.room.Leases;

/** Work that several processes divide among them through PostgreSQL. */
class LeasesTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    private Path place;

    private final Server server = Postgres.database();
    private Database one;
    private Database two;
    private Leases first;
    private Leases second;

    @BeforeEach
    void open() throws Exception {
        Server hasty = new Server(server.url(), server.user(), server.password(), SHORT);
        one = Database.open(place.resolve("one"), hasty);
        Files.createDirectories(place.resolve("two"));
        Files.copy(place.resolve("one/turnstone.key"), place.resolve("two/turnstone.key"));
        two = Database.open(place.resolve("two"), hasty);
        first = one.leases();
        second = two.leases();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void whoever_is_alone_has_all() {
        assertThat(first.held(5)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void a_second_gets_its_share_once_the_first_has_left_it_and_never_before() {
        first.held(5);
        assertThat(second.held(5)).isEmpty();
        Set<Integer> kept = first.held(5);
        assertThat(kept).containsExactly(0, 1, 2);
        assertThat(second.held(5)).isEmpty();
        first.giveBack(5, 3);
        first.giveBack(5, 4);
        assertThat(second.held(5)).containsExactly(3, 4);
        assertThat(first.held(5)).isEqualTo(kept);
    }

    @Test
    void nobody_gives_back_what_another_holds() {
        first.held(2);
        second.giveBack(2, 0);
        second.giveBack(2, 1);
        assertThat(second.held(2)).isEmpty();
    }

    @Test
    void what_was_held_by_one_who_is_silent_goes_to_the_other_and_stays_there_when_it_wakes() {
        first.held(3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> second.held(3).size() == 3);
        assertThat(first.held(3)).isEmpty();
        assertThat(second.held(3)).containsExactly(0, 1);
    }

    /** As if it were frozen there: whatever it holds locked must not keep the others waiting until somebody kills it. */
    @Test
    void one_that_stops_in_the_middle_of_dividing_holds_up_nobody() throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread frozen = new Thread(() -> one.transact(c -> {
            Sql.all(c, row -> 0, "select pg_advisory_xact_lock(?)", PostgresLeases.DIVIDING);
            holds.countDown();
            awaits(over);
            return true;
        }));
        frozen.start();
        holds.await();
        assertThat(second.held(3)).containsExactly(0, 1, 2);
        over.countDown();
        frozen.join();
        assertThat(first.held(3)).isEmpty();
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void two_that_ask_at_once_never_hold_the_same() throws Exception {
        Set<Integer> mine = new TreeSet<>();
        Thread other = new Thread(() -> mine.addAll(second.held(64)));
        other.start();
        Set<Integer> ours = first.held(64);
        other.join();
        assertThat(Collections.disjoint(ours, mine)).isTrue();
        assertThat(ours.size() + mine.size()).isPositive();
    }
}

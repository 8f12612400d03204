package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that meet share a transaction, and one that fails takes none of the others with it. */
class BatchTest {
    private static final int CALLERS = 24;

    @TempDir
    private Path home;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(home);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static int put(Session session, String name) throws java.sql.SQLException {
        return Sql.run(session, "insert into marks (room, name, sealed) values ('room', ?, 'x')", name);
    }

    @Test
    void works_that_come_during_a_commit_share_the_next_one_and_each_gets_its_own_answer() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        Batch batch = new Batch(jobs -> {
            commits.incrementAndGet();
            if (commits.get() == 1) {
                await(first);
            }
            jobs.forEach(BatchTest::run);
        });
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int mine = i;
            answers.add(callers.submit(() -> batch.run(session -> mine)));
            while (commits.get() == 0) {
                Thread.onSpinWait();
            }
        }
        while (batch.waits() < CALLERS - 1) {
            Thread.onSpinWait();
        }
        first.countDown();
        for (int i = 0; i < CALLERS; i++) {
            assertThat(answers.get(i).get()).isEqualTo(i);
        }
        callers.shutdown();
        assertThat(commits.get()).as("the first alone, all others together").isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Batch.Job<?> job) {
        try {
            job.runOn(null);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_that_fails_takes_none_of_the_others_with_it() throws Exception {
        database.transact(session -> put(session, "taken"));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            String name = i % 6 == 0 ? "taken" : "mark " + i;
            answers.add(callers.submit(() -> database.transact(session -> put(session, name))));
        }
        for (int i = 0; i < CALLERS; i++) {
            Future<Integer> answer = answers.get(i);
            if (i % 6 == 0) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreProblem.class);
            } else {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
        callers.shutdown();
        List<String> names = database.read(
                s -> Sql.all(s, row -> row.getString(1), "select name from marks where name like 'mark%'"));
        assertThat(names).hasSize(CALLERS - CALLERS / 6);
    }
}

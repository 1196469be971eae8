package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {

    @TempDir
    Path folder;
    Database database;
    GroupCommit commits;

    @BeforeEach
    void open() {
        database = new Database(folder.resolve("ledger.db"));
        commits = new GroupCommit(database);
    }

    @AfterEach
    void close() {
        commits.close();
        database.close();
    }

    @Test
    void aWriteThatFailsFailsAlone() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(12);
        CountDownLatch hold = new CountDownLatch(1);
        try {
            Future<Boolean> first = callers.submit(() -> commits.commit(handle -> {
                await(hold);
                return true;
            }));
            List<Future<Boolean>> others = IntStream.range(0, 10).mapToObj(number -> callers.submit(() -> commits.commit(handle -> {
                handle.execute("insert into lease (name, owner, until) values (?, 'x', 1)", "lease-" + number);
                if (number == 5) {
                    throw new IllegalArgumentException("the fifth");
                }
                if (number == 6) {
                    throw new AssertionError("the sixth");
                }
                return true;
            }))).toList();
            hold.countDown();
            assertThat(first.get()).isTrue();
            for (int number = 0; number < 10; number++) {
                Future<Boolean> one = others.get(number);
                if (number == 5 || number == 6) {
                    assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class);
                } else {
                    assertThat(one.get()).isTrue();
                }
            }
            assertThat(database.<List<String>>read(handle -> handle.createQuery("select name from lease").mapTo(String.class).list()))
                    .hasSize(8).doesNotContain("lease-5", "lease-6");
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void afterTheEndNobodyWaitsForEver() {
        commits.close();
        assertThatThrownBy(() -> commits.commit(handle -> true)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

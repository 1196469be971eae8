package dev.accolade.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void letsSoManyThroughAtATime() throws Exception {
        Throttle throttle = new Throttle(3, 0);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);
        Callable<Integer> call = () -> throttle.pass(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            meet(three);
            return inside.decrementAndGet();
        });
        ExecutorService pool = Executors.newFixedThreadPool(9);
        try {
            for (Future<Integer> one : pool.invokeAll(Collections.nCopies(9, call), 30, TimeUnit.SECONDS)) {
                assertThat(one.get()).isBetween(0, 2);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void spreadsStartsEvenly() {
        AtomicLong now = new AtomicLong();
        List<Long> starts = new ArrayList<>();
        Throttle throttle = new Throttle(1, 4, now::get, now::addAndGet);
        for (int i = 0; i < 4; i++) {
            throttle.pass(() -> starts.add(TimeUnit.NANOSECONDS.toMillis(now.get())));
        }
        now.addAndGet(TimeUnit.SECONDS.toNanos(10));
        throttle.pass(() -> starts.add(TimeUnit.NANOSECONDS.toMillis(now.get())));
        throttle.pass(() -> starts.add(TimeUnit.NANOSECONDS.toMillis(now.get())));
        assertThat(starts).containsExactly(0L, 250L, 500L, 750L, 10_750L, 11_000L);
    }

    @Test
    void givesItsPlaceBackAfterAFailure() {
        Throttle throttle = new Throttle(1, 0);
        assertThatThrownBy(() -> throttle.pass(() -> {
            throw new IllegalArgumentException("failed");
        })).hasMessage("failed");
        assertThat(throttle.<String>pass(() -> "free")).isEqualTo("free");
    }

    @Test
    void sendsNothingWhenInterrupted() {
        Throttle throttle = new Throttle(1, 0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> throttle.pass(() -> "sent")).hasMessageContaining("nothing was sent");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }
}

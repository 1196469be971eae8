package dev.accolade.service.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Holds a connection to so many requests at a time and so many a second; the waiting thread waits. Safe for several threads. */
public final class Throttle {

    /** Waits for nanoseconds. */
    @FunctionalInterface
    public interface Pause {
        void nanos(long time) throws InterruptedException;
    }

    private final Semaphore places;
    private final long gap;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private long nextStart;

    /**
     * @param maxConcurrency    at least 1
     * @param requestsPerSecond starts of requests, evenly spread; 0 for no limit
     */
    public Throttle(int maxConcurrency, double requestsPerSecond) {
        this(maxConcurrency, requestsPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    Throttle(int maxConcurrency, double requestsPerSecond, LongSupplier nanoTime, Pause pause) {
        if (maxConcurrency < 1 || requestsPerSecond < 0) {
            throw new IllegalArgumentException("maxConcurrency is " + maxConcurrency + " (at least 1), requestsPerSecond is " + requestsPerSecond
                    + " (0 for no limit, or more)");
        }
        this.places = new Semaphore(maxConcurrency, true);
        this.gap = requestsPerSecond == 0 ? 0 : (long) (TimeUnit.SECONDS.toNanos(1) / requestsPerSecond);
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.nextStart = nanoTime.getAsLong();
    }

    /**
     * Runs the call when it is its turn.
     *
     * @throws IllegalStateException when the thread is interrupted while it waits; nothing was sent then
     */
    public <T> T pass(Supplier<T> call) {
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
        try {
            pause.nanos(untilMyStart());
            return call.get();
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        } finally {
            places.release();
        }
    }

    private synchronized long untilMyStart() {
        if (gap == 0) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        long start = now - nextStart > 0 ? now : nextStart;
        nextStart = start + gap;
        return start - now;
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting to send a request; nothing was sent.", stopped);
    }
}

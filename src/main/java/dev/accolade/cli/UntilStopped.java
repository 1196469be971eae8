package dev.accolade.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end with exit code 0. Open it before, and so close it after, everything that must be shut down:
 * the process ends when it is closed, or at the latest when patience runs out.
 */
final class UntilStopped implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "stop");

    UntilStopped() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns when somebody asks for the end. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException alsoAnEnd) {
            // The hook interrupts whatever the worker is at; here that is just what is waited for.
            return;
        }
    }

    /** Whether somebody asked for the end. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    private void stop() {
        asked.countDown();
        worker.interrupt();
        boolean inTime = false;
        try {
            inTime = finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException harder) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        Runtime.getRuntime().halt(inTime ? ExitCode.OK : ExitCode.FAILED);
    }

    @Override
    public void close() {
        if (isAsked()) {
            finished.countDown();
        } else {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}

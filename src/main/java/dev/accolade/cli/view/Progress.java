package dev.accolade.cli.view;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error while something long runs; nothing at all when nobody watches. */
public final class Progress {

    private static final int MILLIS = 100;

    private final boolean terminal;

    public Progress(boolean terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the work; the bar follows what {@code done} counts.
     *
     * @param total how many there are to do
     * @param done  how many are done now; asked for ten times a second, from another thread
     */
    public void during(String task, long total, LongSupplier done, Runnable work) {
        if (!terminal || total == 0) {
            work.run();
            return;
        }
        try (ProgressBar bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(total).setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(MILLIS)
                .build()) {
            Thread watcher = new Thread(() -> watch(bar, done), "progress");
            watcher.setDaemon(true);
            watcher.start();
            try {
                work.run();
            } finally {
                watcher.interrupt();
                join(watcher);
                bar.stepTo(done.getAsLong());
            }
        }
    }

    /** Takes one after the other; the bar moves with each. */
    public <T> void each(String task, Collection<T> all, Consumer<T> work) {
        AtomicLong done = new AtomicLong();
        during(task, all.size(), done::get, () -> all.forEach(one -> {
            work.accept(one);
            done.incrementAndGet();
        }));
    }

    private static void watch(ProgressBar bar, LongSupplier done) {
        try {
            while (true) {
                Thread.sleep(MILLIS);
                bar.stepTo(done.getAsLong());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread watcher) {
        try {
            watcher.join(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

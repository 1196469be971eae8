package dev.accolade.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The figures, as they come. */
final class Table {

    private static final double MIB = 1024 * 1024;

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
        out.println("| people | step | what | time | floor | ratio | heap at most | after collections | live |");
        out.println("| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    void row(int people, String step, String what, Duration time, Optional<Duration> floor, Heap.Figures heap) {
        out.println(String.format(Locale.ROOT, "| %,d | %s | %s | %s | %s | %s | %s | %s | %s |", people, step, what, seconds(time), floor.map(Table::seconds).orElse("-"),
                floor.map(least -> String.format(Locale.ROOT, "%.1f", (double) time.toNanos() / least.toNanos())).orElse("-"),
                mib(heap.peak()), mib(heap.kept()), mib(heap.live())));
        out.flush();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.0f MiB", bytes / MIB);
    }
}

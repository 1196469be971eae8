package dev.accolade.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Kills its own process with {@code kill -9} when an armed step is reached for the n-th time at an armed place. Safe for several threads. */
final class Trap {

    static final String STARTING = "starting";
    static final String PULLING = "pulling";
    static final String PLANNING = "planning";

    private final Step armed;
    private final String place;
    private final int nth;
    private final OutputStream shell;
    private final AtomicInteger hits = new AtomicInteger();
    private volatile String now = STARTING;

    /**
     * @param armed null for none
     * @param place a target's name, {@link #STARTING}, {@link #PULLING} or {@link #PLANNING}
     */
    Trap(Step armed, String place, int nth) throws IOException {
        this.armed = armed;
        this.place = place;
        this.nth = nth;
        this.shell = armed == null ? OutputStream.nullOutputStream()
                : new ProcessBuilder("sh", "-c", "read go && kill -9 " + ProcessHandle.current().pid()).start().getOutputStream();
    }

    /** What the process does from now on. */
    void entered(String newPlace) {
        now = newPlace;
    }

    String place() {
        return now;
    }

    /** Does not return when this is where it ends. */
    void reached(Step step) {
        if (isTheEnd(step)) {
            kill();
            while (true) {
                LockSupport.park();
            }
        }
    }

    /** The kill falls into whatever is done right after this returns. */
    void isReaching(Step step) {
        if (nth % 2 == 1) {
            reached(step);
        } else if (isTheEnd(step)) {
            kill();
        }
    }

    private boolean isTheEnd(Step step) {
        return step == armed && now.equals(place) && hits.incrementAndGet() == nth;
    }

    /** A shell that waits already is quicker than one that must be started. */
    private void kill() {
        try {
            shell.write("go\n".getBytes(StandardCharsets.UTF_8));
            shell.flush();
        } catch (IOException noShell) {
            throw new UncheckedIOException(noShell);
        }
    }
}

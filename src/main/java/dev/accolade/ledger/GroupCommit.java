package dev.accolade.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Many small writes in one commit: a commit waits for the disk, so what arrives while one is on its way goes together into the next.
 *
 * <p>Each caller returns when its own write is durable. A write that fails fails alone.
 */
public final class GroupCommit implements AutoCloseable {

    private static final int MOST = 500;

    private record Waiting(Function<Handle, Boolean> work, CompletableFuture<Boolean> result) {}

    private static final Waiting END = new Waiting(handle -> true, new CompletableFuture<>());

    private final Database database;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::run, "ledger-group-commit");
    private boolean closed;

    public GroupCommit(Database database) {
        this.database = database;
        writer.setDaemon(true);
        writer.start();
    }

    /** Does the work in a transaction shared with others, and returns its result once that is committed. */
    public boolean commit(Function<Handle, Boolean> work) {
        try {
            return submit(work).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** The same without waiting: the result comes once it is committed. */
    public CompletableFuture<Boolean> submit(Function<Handle, Boolean> work) {
        Waiting waiting = new Waiting(work, new CompletableFuture<>());
        enqueue(waiting);
        return waiting.result();
    }

    /** Nothing comes after the end: what did would wait for ever. */
    private synchronized void enqueue(Waiting waiting) {
        if (closed && waiting != END) {
            throw new IllegalStateException("The ledger was closed before this was written.");
        }
        closed = closed || waiting == END;
        queue.add(waiting);
    }

    private void run() {
        try {
            boolean last = false;
            while (!last) {
                List<Waiting> together = new ArrayList<>();
                together.add(queue.take());
                queue.drainTo(together, MOST - 1);
                last = together.remove(END);
                write(together);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> together) {
        try {
            List<Boolean> results = database.write(handle -> together.stream().map(one -> one.work().apply(handle)).toList());
            for (int i = 0; i < results.size(); i++) {
                together.get(i).result().complete(results.get(i));
            }
        } catch (RuntimeException | Error failed) {
            if (together.size() == 1) {
                together.get(0).result().completeExceptionally(failed);
            } else {
                together.forEach(one -> write(List.of(one)));
            }
        }
    }

    /** Writes what waits already, then ends. */
    @Override
    public void close() {
        enqueue(END);
        try {
            writer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

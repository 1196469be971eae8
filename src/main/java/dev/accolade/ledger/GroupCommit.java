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

    private final Database database;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::run, "ledger-group-commit");

    public GroupCommit(Database database) {
        this.database = database;
        writer.setDaemon(true);
        writer.start();
    }

    /** Does the work in a transaction shared with others, and returns its result once that is committed. */
    public boolean commit(Function<Handle, Boolean> work) {
        Waiting waiting = new Waiting(work, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.result().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void run() {
        try {
            while (true) {
                List<Waiting> together = new ArrayList<>();
                together.add(queue.take());
                queue.drainTo(together, MOST - 1);
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
        } catch (RuntimeException failed) {
            if (together.size() == 1) {
                together.get(0).result().completeExceptionally(failed);
            } else {
                together.forEach(one -> write(List.of(one)));
            }
        }
    }

    @Override
    public void close() {
        writer.interrupt();
        queue.forEach(left -> left.result().completeExceptionally(new IllegalStateException("The ledger was closed before this was written.")));
    }
}

package dev.accolade.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which of the processes that share one ledger still live. Each holds a lock on a byte of a file beside the ledger; the operating system lets
 * go of it when the process ends, however it ends. Safe for several threads.
 */
final class Alive implements AutoCloseable {

    private final Path file;
    private final Map<String, FileLock> held = new HashMap<>();
    private FileChannel channel;

    /** @param ledger the file beside which the other one is made, once it is needed */
    Alive(Path ledger) {
        this.file = ledger.resolveSibling(ledger.getFileName() + "-alive");
    }

    /** From now on this owner is seen to live, until this is closed or its process ends; false where no lock can be had. */
    synchronized boolean hold(String owner) {
        try {
            if (!held.containsKey(owner)) {
                held.put(owner, channel().tryLock(place(owner), 1, false));
            }
        } catch (IOException | OverlappingFileLockException withoutLock) {
            held.put(owner, null);
        }
        return held.get(owner) != null;
    }

    /** Whether an owner that held its lock has ended, and surely so. */
    synchronized boolean isDead(String owner) {
        if (held.containsKey(owner)) {
            return false;
        }
        try (FileLock free = channel().tryLock(place(owner), 1, false)) {
            return free != null;
        } catch (IOException | OverlappingFileLockException unknown) {
            return false;
        }
    }

    private static long place(String owner) {
        return UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() >>> 2;
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return channel;
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}

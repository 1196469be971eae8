package dev.accolade.saved;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file of a plan: written whole or not at all, and readable to its owner alone. */
final class PlanFile {

    /** Writes the content. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final Path file;

    PlanFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    /**
     * Before anything takes long: can it be written at all?
     *
     * @throws SavedPlanException when it surely can't
     */
    void check() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unwritable("there is no folder " + folder, null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw unwritable("there is something of this name that is no ordinary file", null);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable("this user may not write in " + folder, null);
        }
    }

    /** A file of this name is replaced. */
    void write(Content content) {
        Path whole = null;
        try {
            whole = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE); OutputStream out = Channels.newOutputStream(channel)) {
                content.write(out);
                channel.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failed) {
            delete(whole);
            throw failed instanceof IOException io ? unwritable(why(io), io)
                    : failed instanceof UncheckedIOException io ? unwritable(why(io.getCause()), io.getCause()) : (RuntimeException) failed;
        }
    }

    SavedPlanException unreadable(IOException failed) {
        return new SavedPlanException("The plan's file " + file + " cannot be read (" + why(failed) + "). Nothing was done. Give the file that was written by: accolade plan --out FILE", failed);
    }

    private SavedPlanException unwritable(String why, IOException failed) {
        return new SavedPlanException("The plan cannot be written to " + file + " (" + why + "). No file was left there but one that was there before, and nothing was sent to any target. "
                + "Name another file, or mend that.", failed);
    }

    private static String why(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failed instanceof AccessDeniedException) {
            return "this user may not";
        }
        return failed instanceof FileSystemException system && system.getReason() != null ? system.getReason() : failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }

    private static void delete(Path whole) {
        try {
            if (whole != null) {
                Files.deleteIfExists(whole);
            }
        } catch (IOException left) {
            // What failed before says more; the file that is left has another name and can be read by its owner alone.
            return;
        }
    }
}

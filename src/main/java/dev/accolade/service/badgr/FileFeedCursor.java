package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** One small file for each feed, replaced as a whole: a crash leaves the old time or the new one. */
public final class FileFeedCursor implements FeedCursor {

    private final Path folder;

    /** @param folder is made when the first time is kept */
    public FileFeedCursor(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    @Override
    public Optional<Instant> read(String feed) {
        Path file = file(feed, "");
        try {
            return Files.exists(file) ? Optional.of(Instant.parse(Files.readString(file).strip())) : Optional.empty();
        } catch (DateTimeException | IOException unreadable) {
            throw new BadgrClientException("How far the changes of " + feed + " were read cannot be read from " + file
                    + ". Nothing was asked; mend the file, or delete it to read all changes again.", unreadable);
        }
    }

    @Override
    public void keep(String feed, Instant since) {
        Path fresh = file(feed, ".new");
        try {
            Files.createDirectories(folder);
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap((since + "\n").getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(fresh, file(feed, ""), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("How far the changes of " + feed + " were read cannot be kept in " + folder + "; they will come again.", full);
        }
    }

    private Path file(String feed, String suffix) {
        return folder.resolve(URLEncoder.encode(feed, StandardCharsets.UTF_8) + ".cursor" + suffix);
    }
}

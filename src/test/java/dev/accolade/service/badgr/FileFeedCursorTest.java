package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFeedCursorTest {

    @TempDir
    Path folder;

    @Test
    void outlastsItsReader() throws Exception {
        Instant time = Instant.parse("2026-03-01T09:30:00.123456Z");
        assertThat(new FileFeedCursor(folder.resolve("deep/er")).read("a")).isEmpty();
        new FileFeedCursor(folder.resolve("deep/er")).keep("a", Instant.EPOCH);
        new FileFeedCursor(folder.resolve("deep/er")).keep("a", time);
        assertThat(new FileFeedCursor(folder.resolve("deep/er")).read("a")).contains(time);
        try (Stream<Path> files = Files.list(folder.resolve("deep/er"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void keepsFeedsApartWhateverTheyAreCalled() {
        FileFeedCursor cursor = new FileFeedCursor(folder);
        List<String> feeds = List.of("http://localhost:8000-changedIssuers", "../x", "Знаки", "a b");
        for (int i = 0; i < feeds.size(); i++) {
            cursor.keep(feeds.get(i), Instant.ofEpochSecond(i));
        }
        for (int i = 0; i < feeds.size(); i++) {
            assertThat(cursor.read(feeds.get(i))).contains(Instant.ofEpochSecond(i));
        }
        assertThat(folder.getParent().resolve("x.cursor")).doesNotExist();
    }

    @Test
    void doesNotBeginAnewAfterADamage() throws Exception {
        FileFeedCursor cursor = new FileFeedCursor(folder);
        Files.writeString(folder.resolve("a.cursor"), "");
        assertThatThrownBy(() -> cursor.read("a")).isInstanceOf(BadgrClientException.class).hasMessageContaining("mend the file");
    }
}

package dev.accolade.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    @Test
    void isGoneWithEverythingInItWhenClosed() throws Exception {
        Path path;
        try (TemporaryFolder folder = new TemporaryFolder("accolade-test")) {
            path = folder.path();
            Files.writeString(Files.createDirectories(path.resolve("deep/er")).resolve("file"), "text");
        }
        assertThat(path).doesNotExist();
    }
}

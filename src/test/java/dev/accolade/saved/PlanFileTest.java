package dev.accolade.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

    @TempDir
    Path folder;

    @Test
    void leavesTheOldFileAndNothingElseWhenTheDiskIsFull() throws IOException {
        Path file = folder.resolve("x.plan");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> new PlanFile(file).write(out -> {
            out.write(1);
            throw new IOException("No space left on device");
        })).isInstanceOf(SavedPlanException.class).hasMessageContaining("No space left on device").hasMessageContaining(file.toString());
        assertThatThrownBy(() -> new PlanFile(file).write(out -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        })).isInstanceOf(SavedPlanException.class).hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> new PlanFile(file).write(out -> {
            throw new IllegalStateException("the ledger is gone");
        })).hasMessage("the ledger is gone");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        assertThat(file).hasContent("old");
    }

    @Test
    void isReadableToItsOwnerAloneWhateverWasThere() throws IOException {
        Path file = folder.resolve("x.plan");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        new PlanFile(file).write(out -> out.write('n'));
        assertThat(file).hasContent("n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}

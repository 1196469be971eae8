package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {

    @TempDir
    Path folder;

    @Test
    void aStatementThatFailsTellsNothingOfWhatItWasAbout() {
        try (Database database = new Database(folder.resolve("ledger.db"))) {
            assertThatThrownBy(() -> database.change(handle -> handle.createUpdate("insert into member (source, id, username, email) values ('fedora', '1', 'ada', :email)").bind("email", "ada@example.org").execute()))
                    .hasMessageContaining("NOT NULL").hasMessageNotContaining("ada@example.org").hasMessageNotContaining("insert into");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadWhatItTellsOfPeople() throws IOException {
        try (Database database = new Database(folder.resolve("ledger.db"))) {
            database.change(handle -> handle.execute("insert into person (id, created_at) values (1, 1)"));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString()).isEqualTo("rw-------"));
            }
        }
    }
}

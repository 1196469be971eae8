package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaveTokenFileTest {

    private static final String SERVER = "https://cave.example.org:5000/auth";

    @TempDir
    private Path home;
    private Path folder;
    private CaveTokenFile file;

    @BeforeEach
    void start() throws IOException {
        folder = home.resolve(".cloudvolume/secrets");
        file = new CaveTokenFile(folder, SERVER);
    }

    @Test
    void worksWhenThereIsNothing() {
        assertThat(file.read("token")).isEmpty();
    }

    @Test
    void readsBackWhatItSavedForThisServerAndInCommon() {
        file.save("token", "s-1", false);

        assertThat(file.read("token")).contains("s-1");
        assertThat(folder.resolve("cave.example.org:5000-cave-secret.json")).hasContent("{\"token\":\"s-1\"}");
        assertThat(new CaveTokenFile(folder, "https://other.example.org").read("token")).contains("s-1");
    }

    @Test
    void letsNobodyElseReadThem() throws IOException {
        file.save("token", "s-1", false);

        assertThat(Files.getPosixFilePermissions(folder.resolve("cave-secret.json"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void prefersTheServersFileButFallsThroughWhenItLacksTheKey() throws IOException {
        put("cave.example.org:5000-cave-secret.json", "{\"token\": \"server\"}");
        put("cave-secret.json", "{\"token\": \"common\", \"other\": \"o\"}");
        put("chunkedgraph-secret.json", "{\"old\": \"x\"}");

        assertThat(file.read("token")).contains("server");
        assertThat(file.read("other")).contains("o");
        assertThat(file.read("old")).contains("x");
    }

    @Test
    void keepsOtherKeys() throws IOException {
        put("cave-secret.json", "{\"other\": \"o\"}");
        file.save("token", "s-1", false);

        assertThat(file.read("other")).contains("o");
        assertThat(file.read("token")).contains("s-1");
    }

    @Test
    void writesNothingAtAllWhenOneFileHoldsAnotherToken() throws IOException {
        put("cave-secret.json", "{\"token\": \"theirs\"}");

        assertThatThrownBy(() -> file.save("token", "s-2", false)).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("theirs")
                .hasMessageNotContaining("s-2");
        assertThat(folder.resolve("cave.example.org:5000-cave-secret.json")).doesNotExist();
        file.save("token", "s-2", true);
        assertThat(folder.resolve("cave-secret.json")).hasContent("{\"token\":\"s-2\"}");
    }

    @Test
    void savesTheSameTokenTwice() {
        file.save("token", "s-1", false);
        file.save("token", "s-1", false);

        assertThat(file.read("token")).contains("s-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]", "{\"token\": s-9", "''"})
    void saysWhichFileIsDamagedAndNotWhatItHolds(String content) throws IOException {
        put("cave-secret.json", content);

        assertThatThrownBy(() -> file.read("token")).hasMessageContaining("cave-secret.json").hasMessageNotContaining("s-9").hasNoCause();
    }

    @Test
    void assumesHttpsWhereNoSchemeIsGiven() {
        new CaveTokenFile(folder, "localhost:5000").save("token", "s-1", false);

        assertThat(folder.resolve("localhost:5000-cave-secret.json")).exists();
    }

    private void put(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), content);
    }
}

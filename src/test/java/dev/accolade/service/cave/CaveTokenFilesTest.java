package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaveTokenFilesTest {

    private static final String SERVER = "https://cave.example.org:5000/auth";
    private static final String OF_SERVER = "cave.example.org:5000-cave-secret.json";
    private static final String COMMON = "cave-secret.json";

    @TempDir
    private Path home;
    private Path folder;
    private CaveTokenFiles files;

    @BeforeEach
    void start() {
        folder = home.resolve(".cloudvolume/secrets");
        files = new CaveTokenFiles(folder, SERVER, Optional.empty());
    }

    @Test
    void worksWhenThereIsNothing() {
        assertThat(files.read("token")).isEmpty();
    }

    @Test
    void readsBackWhatItSavedForThisServerAndInCommon() {
        CaveTokenSaved saved = files.save(wish("s-1"));

        assertThat(saved.written()).containsExactly(folder.resolve(OF_SERVER), folder.resolve(COMMON));
        assertThat(files.read("token")).contains("s-1");
        assertThat(folder.resolve(OF_SERVER)).hasContent("{\"token\":\"s-1\"}");
        assertThat(new CaveTokenFiles(folder, "https://other.example.org", Optional.empty()).read("token")).contains("s-1");
    }

    @Test
    void letsNobodyElseReadThemAndLeavesNothingBehind() throws IOException {
        put(COMMON, "{\"other\": \"o\"}");
        files.save(wish("s-1"));

        for (String name : new String[] {OF_SERVER, COMMON}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void makesTheFolderForItsOwnerAlone() throws IOException {
        files.save(wish("s-1"));

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void prefersTheServersFileButFallsThroughWhenItLacksTheKey() throws IOException {
        put(OF_SERVER, "{\"token\": \"server\"}");
        put(COMMON, "{\"token\": \"common\", \"other\": \"o\"}");
        put("chunkedgraph-secret.json", "{\"old\": \"x\"}");

        assertThat(files.read("token")).contains("server");
        assertThat(files.read("other")).contains("o");
        assertThat(files.read("old")).contains("x");
    }

    @Test
    void readsAChosenFileInPlaceOfTheUsualOnesButForTheOldOne() throws IOException {
        put("mine.json", "{\"token\": \"mine\"}");
        put(COMMON, "{\"other\": \"o\"}");
        put("chunkedgraph-secret.json", "{\"old\": \"x\"}");
        CaveTokenFiles chosen = new CaveTokenFiles(folder, SERVER, Optional.of(folder.resolve("mine.json")));

        assertThat(chosen.read("token")).contains("mine");
        assertThat(chosen.read("other")).isEmpty();
        assertThat(chosen.read("old")).contains("x");
        assertThat(new CaveTokenFiles(folder, SERVER, Optional.of(folder.resolve("gone.json"))).read("old")).contains("x");
    }

    @Test
    void keepsOtherKeysAndWhatIsUnderThem() throws IOException {
        put(COMMON, "{\"other\": \"o\", \"number\": 1.10, \"deep\": {\"a\": [null]}}");
        files.save(wish("s-1"));

        assertThat(folder.resolve(COMMON)).hasContent("{\"other\":\"o\",\"number\":1.10,\"deep\":{\"a\":[null]},\"token\":\"s-1\"}");
    }

    @Test
    void writesNothingAtAllWhenOneFileHoldsAnotherToken() throws IOException {
        put(COMMON, "{\"token\": \"theirs\"}");

        assertThatThrownBy(() -> files.save(wish("s-2"))).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("theirs")
                .hasMessageNotContaining("s-2");
        assertThat(folder.resolve(OF_SERVER)).doesNotExist();
        files.save(new CaveTokenSave("s-2", "token", true, Optional.empty(), true, true, Optional.empty()));
        assertThat(folder.resolve(COMMON)).hasContent("{\"token\":\"s-2\"}");
    }

    @Test
    void writesNothingAtAllWhenOneFileIsDamaged() throws IOException {
        put(COMMON, "{\"token\": ");

        assertThatThrownBy(() -> files.save(wish("s-2"))).hasMessageContaining(COMMON);
        assertThat(folder.resolve(OF_SERVER)).doesNotExist();
    }

    @Test
    void savesOnceWhereTheServersFileIsTheUsualOne() throws IOException {
        put(OF_SERVER, "{\"other\": \"o\"}");

        assertThat(files.save(wish("s-1")).written()).containsExactly(folder.resolve(OF_SERVER));
        assertThat(folder.resolve(COMMON)).doesNotExist();
    }

    @Test
    void doesNotTouchAFileThatHoldsTheTokenAlready() {
        files.save(wish("s-1"));
        CaveTokenSaved again = files.save(wish("s-1"));

        assertThat(again.written()).isEmpty();
        assertThat(again.same()).containsExactly(folder.resolve(OF_SERVER));
    }

    @Test
    void savesToTheFileThatIsNamedAndToNoOther() {
        Path mine = home.resolve("deep/er/mine.json");
        files.save(new CaveTokenSave("s-1", "sync", false, Optional.of(mine), false, true, Optional.empty()));

        assertThat(mine).hasContent("{\"sync\":\"s-1\"}");
        assertThat(folder).doesNotExist();
    }

    @Test
    void givesTheLocalServersFileTheTokenUnderItsOwnKeyWhateverItHeld() throws IOException {
        put("local.example.org-cave-secret.json", "{\"sync\": \"theirs\", \"token\": \"t\"}");
        files.save(new CaveTokenSave("s-1", "sync", false, Optional.empty(), true, true, Optional.of("https://local.example.org/")));

        assertThat(folder.resolve("local.example.org-cave-secret.json")).hasContent("{\"sync\":\"s-1\",\"token\":\"t\"}");
        assertThat(folder.resolve(OF_SERVER)).hasContent("{\"sync\":\"s-1\"}");
    }

    @Test
    void keepsALinkALink() throws IOException {
        Files.createDirectories(folder);
        Path real = home.resolve("real.json");
        Files.writeString(real, "{\"other\":\"o\"}");
        Files.createSymbolicLink(folder.resolve(COMMON), real);
        files.save(wish("s-1"));

        assertThat(folder.resolve(COMMON)).isSymbolicLink();
        assertThat(real).hasContent("{\"other\":\"o\",\"token\":\"s-1\"}");
    }

    /** The files of Java itself are a folder that nobody can write to, not even root. */
    @Test
    void passesOverAFolderThatCannotBeWrittenToOnlyWhereThatIsAllowed() {
        Path readOnly = Path.of(URI.create("jrt:/java.base"));
        CaveTokenFiles there = new CaveTokenFiles(readOnly, SERVER, Optional.empty());

        assertThat(there.save(wish("s-1")).skipped()).hasSize(2);
        assertThatThrownBy(() -> there.save(new CaveTokenSave("s-1", "token", false, Optional.empty(), true, false, Optional.empty())))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("cannot be written").hasMessageNotContaining("s-1");
    }

    @Test
    void saysSoWhenTheFolderCannotBeMade() throws IOException {
        Files.writeString(home.resolve("file"), "");
        CaveTokenFiles there = new CaveTokenFiles(home.resolve("file/secrets"), SERVER, Optional.empty());

        assertThatThrownBy(() -> there.save(wish("s-1"))).isInstanceOf(IllegalStateException.class).hasMessageContaining("as it was");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]", "{\"token\": s-9", "''", "{\"token\": \"s-9\"} {}", "null"})
    void saysWhichFileIsDamagedAndNotWhatItHolds(String content) throws IOException {
        put(COMMON, content);

        assertThatThrownBy(() -> files.read("token")).hasMessageContaining(COMMON).hasMessageNotContaining("s-9").hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"token\": 7}", "{\"token\": null}", "{\"token\": \" \"}", "{\"Token\": \"x\"}"})
    void takesNothingButTextForAToken(String content) throws IOException {
        put(COMMON, content);

        assertThat(files.read("token")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"localhost:5000,localhost:5000", "https://CAVE.example.org,CAVE.example.org", "http://u:p@h.example.org:81/x,u:p@h.example.org:81",
        "global.daf-apis.com,global.daf-apis.com"})
    void namesTheFileAfterTheServerAsItIsWritten(String server, String netloc) {
        new CaveTokenFiles(folder, server, Optional.empty()).save(wish("s-1"));

        assertThat(folder.resolve(netloc + "-cave-secret.json")).exists();
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'a b'", "'a\tb'", "'é'"})
    void refusesWhatIsNoToken(String token) {
        assertThatThrownBy(() -> wish(token)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheHomeFolder() {
        assertThat(CaveTokenFiles.path("~/x/y")).isEqualTo(Path.of(System.getProperty("user.home"), "x/y"));
        assertThat(CaveTokenFiles.path("/x~/y")).isEqualTo(Path.of("/x~/y"));
    }

    private static CaveTokenSave wish(String token) {
        return new CaveTokenSave(token, "token", false, Optional.empty(), true, true, Optional.empty());
    }

    private void put(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), content);
    }
}

package dev.accolade.contract.cave;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.service.cave.CaveTokenFiles;
import dev.accolade.service.cave.CaveTokenSave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token files that CAVE's Python client and this program share. */
class TokenFilesContractTest {

    @TempDir
    private Path folder;
    private CaveTokenFiles files;

    @BeforeEach
    void start() {
        files = new CaveTokenFiles(folder, "http://127.0.0.1:5000", Optional.empty());
    }

    @Test
    @Tag("cave-67")
    void areNamedAfterHostAndPort() throws IOException {
        put("127.0.0.1:5000-cave-secret.json", "{\"token\": \"of-server\"}");

        assertThat(files.read("token")).contains("of-server");
    }

    @Test
    @Tag("cave-68")
    void areTwoWhenNothingWasSavedBefore() throws IOException {
        save(Optional.empty());

        for (String name : new String[] {"127.0.0.1:5000-cave-secret.json", "cave-secret.json"}) {
            JsonNode content = new ObjectMapper().readTree(folder.resolve(name).toFile());
            assertThat(content.path("token").textValue()).isEqualTo("0123456789abcdef0123456789abcdef");
        }
    }

    @Test
    @Tag("cave-69")
    void keepWhatElseIsInThem() throws IOException {
        put("cave-secret.json", "{\"other\": \"4567\"}");
        save(Optional.empty());

        assertThat(folder.resolve("cave-secret.json")).content().contains("\"other\":\"4567\"");
    }

    @Test
    @Tag("cave-70")
    void areAtLastTheOneOfOldVersions() throws IOException {
        put("chunkedgraph-secret.json", "{\"token\": \"old\"}");

        assertThat(files.read("token")).contains("old");
        assertThat(new CaveTokenFiles(folder, "http://127.0.0.1:5000", Optional.of(folder.resolve("gone.json"))).read("token")).contains("old");
    }

    @Test
    @Tag("cave-71")
    void areThreeWhenALocalServerTakesTheToken() throws IOException {
        save(Optional.of("https://local.example.org"));

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("127.0.0.1:5000-cave-secret.json", "cave-secret.json",
                "local.example.org-cave-secret.json");
    }

    private void save(Optional<String> localServer) {
        files.save(new CaveTokenSave("0123456789abcdef0123456789abcdef", "token", false, Optional.empty(), true, true, localServer));
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}

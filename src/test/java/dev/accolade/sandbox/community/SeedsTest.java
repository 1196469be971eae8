package dev.accolade.sandbox.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.Seeds;
import dev.accolade.sandbox.cloudspot.CloudspotStandIn;
import dev.accolade.sandbox.fas.FasStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {

    @TempDir
    private Path directory;
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(new FasStandIn(), new CloudspotStandIn()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void saysWhichServicesStartEmpty() throws IOException {
        write("fas/seed.json", "{\"people\": []}");

        assertThat(new Seeds(directory).loadInto(sandbox, Community.bare()::seed)).containsExactly("cloudspot");
    }

    @Test
    void prefersTheServicesOwnDirectory() throws IOException {
        write("fas.json", "{}");
        write("seed.json", "{\"service\": \"cloudspot\"}");
        assertThat(new Seeds(directory).file("fas")).contains(directory.resolve("fas.json"));
        assertThat(new Seeds(directory).file("cloudspot")).contains(directory.resolve("seed.json"));

        write("fas/seed.json", "{}");
        assertThat(new Seeds(directory).file("fas")).contains(directory.resolve("fas/seed.json"));
    }

    @Test
    void recognisesASeedWithoutAService() throws IOException {
        write("seed.json", "{\"organisations\": [], \"clients\": []}");

        assertThat(new Seeds(directory).file("learning-locker")).isPresent();
        assertThat(new Seeds(directory).file("badgr")).isEmpty();
    }

    @Test
    void namesFileAndFieldOfAMistake() throws IOException {
        write("cloudspot.json", "{\"users\": [{\"username\": \"an@example.org\", \"grants\": [{\"application\": \"badges\", \"company_id\": \"c\"}]}]}");

        assertThatThrownBy(() -> new Seeds(directory).loadInto(sandbox, Community.bare()::seed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cloudspot.json").hasMessageContaining("users[0].grants[0].application");
    }

    @Test
    void namesTheLineOfBrokenJson() throws IOException {
        write("fas.json", "{\"people\": [\n{]}");

        assertThatThrownBy(() -> new Seeds(directory).loadInto(sandbox, Community.bare()::seed)).hasMessageContaining("fas.json, line 2");
    }

    @Test
    void refusesAFileInTheWrongPlace() throws IOException {
        write("fas.json", "{\"service\": \"badgr\"}");

        assertThatThrownBy(() -> new Seeds(directory).loadInto(sandbox, Community.bare()::seed)).hasMessageContaining("service")
                .hasMessageContaining("badgr");
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        assertThatThrownBy(() -> new Seeds(directory.resolve("nowhere"))).hasMessageContaining("nowhere");
    }
}

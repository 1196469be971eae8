package dev.accolade.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path home;
    final Map<String, String> written = new LinkedHashMap<>();
    final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeEach
    void writeWhatWorks() {
        written.put("source.fedora.type", "fas");
        written.put("source.fedora.url", "https://fas.example.org/accounts");
        written.put("source.fedora.username", "reader");
        written.put("source.fedora.password", "hunter2-hunter2");
        written.put("target.badges.type", "badgr");
        written.put("target.badges.url", "https://badges.example.org");
        written.put("target.badges.username", "issuer");
        written.put("target.badges.password", "swordfish-swordfish");
    }

    @Test
    void fillsInDefaults() {
        Settings settings = read();
        assertThat(settings.source("fedora").orElseThrow().text("schedule")).isEqualTo("0 0/15 * * * ?");
        assertThat(settings.target("badges").orElseThrow().count("removals-per-day")).isEqualTo(50);
        assertThat(settings.source("badges")).isEmpty();
        assertThat(settings.resolve("accolade.ledger")).isEqualTo(home.resolve("state/ledger.db"));
    }

    @Test
    void threeWrongSettingsAreNamedAtOnce() {
        written.remove("source.fedora.username");
        written.put("target.badges.removals-per-day", "many");
        written.put("accolade.pol", "PT1S");
        assertThat(failure().problems()).hasSize(3)
                .anyMatch(problem -> problem.startsWith("accolade.pol is no setting; did you mean 'accolade.poll'?"))
                .anyMatch(problem -> problem.startsWith("source.fedora.username is missing; it is the account that reads the groups."))
                .anyMatch(problem -> problem.startsWith("target.badges.removals-per-day is 'many', but must be a whole number"));
        assertThat(failure()).hasMessageStartingWith("Nothing was started; 3 settings to mend in test.properties:");
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotShown() {
        written.put("source.fedora.url", "https://reader:hunter2@fas.example.org/accounts");
        assertThat(failure().problems()).singleElement().asString().startsWith("source.fedora.url must be an address").doesNotContain("hunter2", "reader");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', value = {
        "source.fedora.url           | fas.example.org     | must be an address",
        "source.fedora.url           | https://x.org/?a=b  | must be an address",
        "source.fedora.url           | https://x.org:99999 | must be an address",
        "source.fedora.url           | http://[::1/a       | must be an address",
        "source.fedora.proxy         | proxy.org:70000     | must be a host name and a port",
        "accolade.http.port          | 70000               | must be a port, 0 to 65535",
        "source.fedora.schedule      | */5 * * * *         | must be a Quartz cron expression",
        "source.fedora.schedule      | hourly              | must be a Quartz cron expression",
        "source.fedora.max-age       | 1 day               | must be a length of time",
        "source.fedora.max-age       | PT-1H               | must be a length of time",
        "source.fedora.max-age       | P9999999999999D     | must be a length of time",
        "target.badges.removal-share | 50%                 | must be a number between 0 and 1",
        "target.badges.removal-share | 1.5                 | must be a number between 0 and 1",
        "target.badges.removal-share | -0.1                | must be a number between 0 and 1",
        "guard.members               | 1e3                 | must be a whole number",
        "guard.members               | 9999999999          | must be a whole number",
        "source.fedora.insecure      | yes                 | must be true or false",
        "accolade.lease              | PT60S               | outlast",
        "source.fedora.type          | fass                | did you mean 'fas'?",
        "target.badges.type          | fas                 | which is no type of target",
        "source.Fedora.type          | fas                 | a name is lower-case letters",
        "source.fedora               | fas                 | source.fedora is no setting",
        "source.fedora.shedule       | 0 0 * * * ?         | did you mean 'schedule'?",
        "source.fedora.username      | {{env:NOT_SET}}     | the environment variable NOT_SET is not set",
        "source.fedora.username      | {{file:x}}          | {{file:x}} is not known",
        "source.fedora.username      | {{env:NOT_SET       | never ends",
        "source.fedora.password      | {{secretfile:none}} | cannot be read (NoSuchFileException)",
    })
    void refusesWhatCannotBeRight(String key, String value, String expected) {
        written.put(key, value);
        assertThat(failure().problems()).singleElement().asString().startsWith(key.replace(".type", "")).contains(expected);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', value = {
        "source.fedora.schedule      | 0 0 3 ? * MON-FRI",
        "source.fedora.schedule      | 0 0 3 1 1 ? 2099",
        "source.fedora.max-age       | P2DT3H",
        "target.badges.removal-share | 0",
        "target.badges.removal-share | 1.0",
        "target.badges.removal-share | 0.25",
        "target.badges.removals-always-allowed | 0",
    })
    void takesWhatIsRight(String key, String value) {
        written.put(key, value);
        assertThat(read()).isNotNull();
    }

    @Test
    void aSourceAndATargetOfOneNameAreRefusedByName() {
        written.put("target.fedora.type", "badgr");
        written.put("target.fedora.url", "https://b.example.org");
        written.put("target.fedora.username", "u");
        written.put("target.fedora.password", "p");
        assertThat(failure().problems()).singleElement().asString().contains("'fedora'", "Rename one");
    }

    @Test
    void placeholdersAreFilledFromEnvironmentAndFiles() throws IOException {
        environment.put("WHO", "reader-2 {{x}}");
        Files.writeString(home.resolve("password"), "from$file\\1\n");
        written.put("source.fedora.username", "{{env:WHO}}");
        written.put("source.fedora.password", "{{secretfile:password}}");
        written.put("target.badges.url", "{{env:URL:https://fallback.example.org}}/badgr");
        assertThat(read().source("fedora").orElseThrow().text("username")).isEqualTo("reader-2 {{x}}");
        assertThat(read().source("fedora").orElseThrow().text("password")).isEqualTo("from$file\\1");
        assertThat(read().target("badges").orElseThrow().text("url")).isEqualTo("https://fallback.example.org/badgr");
    }

    @Test
    void noSecretIsEverShown() {
        written.put("source.fedora.event-secret", "too-short");
        written.put("camel.ssl.keystorePassword", "open-sesame");
        environment.put("PRIVATE", "very-private");
        written.put("source.fedora.max-age", "{{env:PRIVATE}}");
        assertThat(failure().getMessage()).contains("source.fedora.event-secret must be at least 16 characters").doesNotContain("too-short", "very-private");
        written.remove("source.fedora.event-secret");
        written.remove("source.fedora.max-age");
        Settings settings = read();
        assertThat(settings.toString() + settings.sources() + settings.targets() + settings.program() + settings.camel().keySet())
                .doesNotContain("hunter2", "swordfish", "open-sesame");
        assertThat(settings.camel()).containsEntry("camel.ssl.keystorePassword", "open-sesame");
    }

    @Test
    void anEmptySecretFileIsNoSecret() throws IOException {
        Files.writeString(home.resolve("password"), "\n");
        written.put("source.fedora.password", "{{secretfile:password}}");
        assertThat(failure().problems()).singleElement().asString().startsWith("source.fedora.password must be some text");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        SettingsException missing = catchThrowableOfType(SettingsException.class, () -> Settings.read(home, home.resolve("none.properties"), environment::get));
        assertThat(missing).hasMessageContaining("none.properties").hasMessageContaining("cannot be read");
    }

    private Settings read() {
        return Settings.of(home, "test.properties", written, environment::get);
    }

    private SettingsException failure() {
        SettingsException failure = catchThrowableOfType(SettingsException.class, this::read);
        assertThat(failure).as("these settings are refused").isNotNull();
        return failure;
    }
}

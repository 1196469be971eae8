package dev.accolade.contract.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecipientContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    private static Got award(String recipient) {
        return badgr.award(badgr.badgeClass(), "{\"recipient\": " + recipient + "}");
    }

    @Test
    @Tag("badgr-64")
    void hidesAnEmailBehindASaltedHashAndShowsItToStaff() throws Exception {
        JsonNode shown = award("{\"identity\": \"ann@example.org\"}").first().path("recipient");
        assertThat(shown.path("type").asText()).isEqualTo("email");
        assertThat(shown.path("hashed").asBoolean()).isTrue();
        assertThat(shown.path("plaintextIdentity").asText()).isEqualTo("ann@example.org");
        byte[] salted = ("ann@example.org" + shown.path("salt").asText()).getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(salted));
        assertThat(shown.path("identity").asText()).isEqualTo("sha256$" + hash);
        JsonNode open = award("{\"identity\": \"https://example.org/ann\", \"type\": \"url\"}").first().path("recipient");
        assertThat(open.path("hashed").asBoolean(true)).isFalse();
        assertThat(open.has("salt")).isFalse();
    }

    @Test
    @Tag("badgr-65")
    void tellsBelowTheRecipientWhatIsWrongWithIt() {
        assertThat(award("{\"identity\": \"ann\", \"type\": \"nick\"}").json().path("fieldErrors").path("recipient").has("type")).isTrue();
        for (String recipient : List.of("{\"identity\": \"ann\"}", "{\"identity\": \"ann\", \"type\": \"url\"}", "\"ann@example.org\"")) {
            assertThat(award(recipient).json().path("fieldErrors").path("recipient").path("non_field_errors")).as(recipient).hasSize(1);
        }
        assertThat(award("{\"type\": \"email\"}").json().path("fieldErrors").path("recipient").has("identity")).isTrue();
    }

    @Test
    @Tag("badgr-66")
    void lowersTheHostOfAUrlAlone() {
        Map<String, String> kept = Map.of("https://Example.ORG/Ann/B", "https://example.org/Ann/B");
        kept.forEach((sent, stored) -> assertThat(award("{\"identity\": \"" + sent + "\", \"type\": \"url\"}").first().path("recipient")
                .path("plaintextIdentity").asText()).isEqualTo(stored));
        assertThat(award("{\"identity\": \"https://Example.org/Ann\", \"type\": \"openBadgeId\"}").first().path("recipient").path("plaintextIdentity").asText())
                .isEqualTo("https://Example.org/Ann");
        assertThat(award("{\"identity\": \"+4930123456\", \"type\": \"telephone\"}").first().path("recipient").path("plaintextIdentity").asText())
                .isEqualTo("+4930123456");
    }

    @Test
    @Tag("badgr-73")
    void doesNotTakeAReadAssertionBackAndKeepsCaseInAnUpdate() {
        Got made = award("{\"identity\": \"ann@example.org\"}");
        String path = "/v2/assertions/" + made.id();
        assertThat(badgr.put("robot", path, made.first().toString()).status()).isEqualTo(400);
        assertThat(badgr.put("robot", path, "{\"narrative\": \"new\"}").first().path("narrative").asText()).isEqualTo("new");
        assertThat(badgr.put("robot", path, "{\"recipient\": {\"identity\": \"Ann@Example.org\"}}").first().path("recipient").path("plaintextIdentity")
                .asText()).isEqualTo("Ann@Example.org");
    }
}

package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IssuerContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    private static final String EMAIL = badgr.email("robot");

    @Test
    @Tag("badgr-53")
    void needsNameEmailAndUrlOfAnIssuer() {
        JsonNode fields = badgr.post("robot", "/v2/issuers", "{}").json().path("fieldErrors");
        assertThat(fields.fieldNames()).toIterable().containsExactlyInAnyOrder("name", "email", "url");
        JsonNode wrong = badgr.post("robot", "/v2/issuers", "{\"name\": \"x\", \"email\": \"nope\", \"url\": \"nope\"}").json().path("fieldErrors");
        assertThat(wrong.fieldNames()).toIterable().containsExactlyInAnyOrder("email", "url");
    }

    @Test
    @Tag("badgr-54")
    void takesOnlyAVerifiedAddressOfTheCaller() {
        Got refused = badgr.post("robot", "/v2/issuers", "{\"name\": \"x\", \"email\": \"" + badgr.email("staff") + "\", \"url\": \"https://example.org\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fieldErrors")).isEmpty();
        assertThat(refused.json().path("validationErrors").path(0).asText()).contains("verified");
    }

    @Test
    @Tag("badgr-55")
    void failsOnAnIssuerWithoutAPictureThatIsSentBackAsRead() {
        String path = "/v2/issuers/" + badgr.issuer("robot");
        String base = "{\"name\": \"Made\", \"email\": \"" + EMAIL + "\", \"url\": \"https://example.org\"";
        assertThat(badgr.put("robot", path, base + ", \"image\": null}").status()).isEqualTo(500);
        Got refused = badgr.put("robot", path, base + ", \"description\": null}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fieldErrors").has("description")).isTrue();
        assertThat(badgr.put("robot", path, base.replace("Made", "Renamed") + "}").first().path("name").asText()).isEqualTo("Renamed");
    }

    @Test
    @Tag("badgr-56")
    void leavesTheStaffOutWhereItIsNotWanted() {
        String path = "/v2/issuers/" + badgr.issuer("robot");
        assertThat(badgr.get("robot", path).first().path("staff").path(0).path("role").asText()).isEqualTo("owner");
        assertThat(badgr.get("robot", path + "?include_staff=false").first().has("staff")).isFalse();
    }

    @Test
    @Tag("badgr-57")
    void protectsAnIssuerWithUnrevokedAwards() {
        String issuer = badgr.issuer("robot");
        String made = badgr.award(badgr.badgeClass("robot", issuer), to("ann@example.org")).id();
        Got refused = badgr.delete("robot", "/v2/issuers/" + issuer, "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.description()).contains("issued badges");
        badgr.revoke("robot", made);
        Got done = badgr.delete("robot", "/v2/issuers/" + issuer, "");
        assertThat(done.status()).isEqualTo(204);
        assertThat(done.body()).isEmpty();
        assertThat(badgr.get("robot", "/v2/issuers/" + issuer).status()).isEqualTo(404);
    }
}

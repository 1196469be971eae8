package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BadgeClassContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    @Test
    @Tag("badgr-10")
    void allowsTheSameNameTwice() {
        String issuer = badgr.issuer("robot");
        String one = badgr.badgeClass("robot", issuer, "Twin");
        String other = badgr.badgeClass("robot", issuer, "Twin");
        assertThat(one).isNotEqualTo(other);
        assertThat(badgr.get("robot", "/v2/issuers/" + issuer + "/badgeclasses").result().findValuesAsText("name")).containsExactly("Twin", "Twin");
    }

    @Test
    @Tag("badgr-11")
    void makesAClassWithoutAPictureAndFailsToAwardIt() {
        String bare = badgr.post("robot", "/v2/badgeclasses", body(badgr.issuer("robot"), "\"image\": null")).id();
        assertThat(bare).isNotEmpty();
        Got failed = badgr.award(bare, to("ann@example.org"));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.type()).isEqualTo("text/html");
    }

    private static String body(String issuer, String more) {
        return "{\"name\": \"Made\", \"description\": \"d\", \"issuer\": \"" + issuer + "\"" + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    @Test
    @Tag("badgr-58")
    void tellsWhatIsWrongWithAPictureInTwoForms() {
        String issuer = badgr.issuer("robot");
        assertThat(badgr.post("robot", "/v2/badgeclasses", "{}").json().path("fieldErrors").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("name", "description");
        assertThat(badgr.post("robot", "/v2/badgeclasses", body(issuer, "")).json().path("fieldErrors").path("image").isTextual()).isTrue();
        assertThat(badgr.post("robot", "/v2/badgeclasses", body(issuer, "\"image\": \"nonsense\"")).json().path("fieldErrors").path("image").isArray())
                .isTrue();
        assertThat(badgr.post("robot", "/v2/badgeclasses", body(issuer, "\"image\": \"data:image/png;base64,aGVsbG8=\"")).json().path("fieldErrors")
                .path("image").path(0).asText()).isEqualTo("Invalid image.");
    }

    @Test
    @Tag("badgr-59")
    void takesAWholeClassBackAsRead() {
        String badgeClass = badgr.badgeClass();
        JsonNode read = badgr.get("robot", "/v2/badgeclasses/" + badgeClass).first();
        Got same = badgr.put("robot", "/v2/badgeclasses/" + badgeClass, ((ObjectNode) read).put("description", "new").toString());
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.first().path("description").asText()).isEqualTo("new");
        assertThat(same.first().path("image")).isEqualTo(read.path("image"));
        assertThat(badgr.put("robot", "/v2/badgeclasses/" + badgeClass, "{\"name\": \"x\"}").json().path("fieldErrors").has("description")).isTrue();
    }

    @Test
    @Tag("badgr-60")
    void protectsAClassWithLiveAwardsAndTakesTheOthersWithIt() {
        String issuer = badgr.issuer("robot");
        String badgeClass = badgr.badgeClass("robot", issuer);
        String made = badgr.award(badgeClass, to("ann@example.org")).id();
        Got refused = badgr.delete("robot", "/v2/badgeclasses/" + badgeClass, "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.description()).contains("revoked");
        badgr.revoke("robot", made);
        assertThat(badgr.delete("robot", "/v2/badgeclasses/" + badgeClass, "").status()).isEqualTo(204);
        assertThat(badgr.get("robot", "/v2/issuers/" + issuer + "/assertions?include_revoked=1").result()).isEmpty();
    }

    @Test
    @Tag("badgr-61")
    void showsAnUnsetLifetimeAsAnObjectOfNulls() {
        JsonNode made = badgr.get("robot", "/v2/badgeclasses/" + badgr.badgeClass()).first();
        assertThat(made.path("expires")).isEqualTo(BadgrUnderTest.json("{\"amount\": null, \"duration\": null}"));
        assertThat(made.path("tags").isArray()).isTrue();
        assertThat(made.path("alignments").isArray()).isTrue();
        assertThat(made.path("criteriaUrl").isNull()).isTrue();
    }

    @Test
    @Tag("badgr-62")
    void failsYetMakesAClassWithoutAPictureThroughItsIssuer() {
        String path = "/v2/issuers/" + badgr.issuer("robot") + "/badgeclasses";
        assertThat(badgr.post("robot", path, "{\"name\": \"Bare\", \"description\": \"d\", \"image\": null}").status()).isEqualTo(500);
        assertThat(badgr.get("robot", path).first().path("name").asText()).isEqualTo("Bare");
    }
}

package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.onceTo;
import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    private static Got batch(String badgeClass, String body) {
        return badgr.post("robot", "/v2/badgeclasses/" + badgeClass + "/issue", body);
    }

    @Test
    @Tag("badgr-70")
    void issuesNothingOfABatchWithOneBadItem() {
        String badgeClass = badgr.badgeClass();
        Got refused = batch(badgeClass, "{\"assertions\": [" + to("ann@example.org") + ", " + to("nope") + "]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fieldErrors").isArray()).isTrue();
        assertThat(refused.json().path("fieldErrors").path(0)).isEmpty();
        assertThat(refused.json().path("fieldErrors").path(1).has("recipient")).isTrue();
        assertThat(badgr.get("robot", "/v2/badgeclasses/" + badgeClass + "/assertions").result()).isEmpty();
    }

    @Test
    @Tag("badgr-71")
    void doesNotSeeADuplicateWithinABatch() {
        Got made = batch(badgr.badgeClass(), "{\"assertions\": [" + onceTo("ann@example.org") + ", " + onceTo("ann@example.org") + "]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.result()).hasSize(2);
    }

    @Test
    @Tag("badgr-72")
    void takesABatchOnlyInAnObject() {
        String badgeClass = badgr.badgeClass();
        Got array = batch(badgeClass, "[" + to("ann@example.org") + "]");
        assertThat(array.status()).isEqualTo(400);
        assertThat(array.body()).isEmpty();
        assertThat(batch(badgeClass, "{}").status()).isEqualTo(500);
        Got none = batch(badgeClass, "{\"assertions\": []}");
        assertThat(none.status()).isEqualTo(201);
        assertThat(none.result()).isEmpty();
    }

    @Test
    @Tag("badgr-83")
    void answersABatchInItsOrder() {
        Got made = batch(badgr.badgeClass(), "{\"assertions\": [" + to("cem@example.org") + ", " + to("ann@example.org") + "]}");
        assertThat(made.result().findValuesAsText("plaintextIdentity")).containsExactly("cem@example.org", "ann@example.org");
    }

    @Test
    @Tag("badgr-8")
    void answersSuccessForARevocationOfNothing() {
        Got got = badgr.revoke("robot", "unknown");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("status").path("success").asBoolean()).isTrue();
        assertThat(got.description()).isEqualTo("revoked badges");
        assertThat(got.first().path("revoked").asBoolean(true)).isFalse();
        assertThat(got.first().path("reason").asText()).contains("permission denied or object not found");
    }

    @Test
    @Tag("badgr-75")
    void tellsForEachRowWhyItWasNotRevoked() {
        String made = badgr.award(badgr.badgeClass(), to("ann@example.org")).id();
        badgr.revoke("robot", made);
        assertThat(badgr.revoke("robot", made).first().path("reason").asText()).contains("already revoked");
        JsonNode rows = badgr.post("robot", "/v2/assertions/revoke", "[{\"entityId\": \"" + made + "\"}, {\"revocationReason\": \"x\"}]").result();
        assertThat(rows.path(0).path("reason").asText()).isEqualTo("revocationReason is required");
        assertThat(rows.path(1).path("reason").asText()).isEqualTo("entityId is required");
        assertThat(rows.path(1).has("entityId")).isFalse();
    }

    @Test
    @Tag("badgr-84")
    void failsOnRevocationsThatAreNoObjects() {
        assertThat(badgr.post("robot", "/v2/assertions/revoke", "[\"x\"]").status()).isEqualTo(500);
        assertThat(badgr.post("robot", "/v2/assertions/revoke", "{}").result()).isEmpty();
    }

    @Test
    @Tag("badgr-74")
    void revokesOneByADeleteWithABody() {
        String path = "/v2/assertions/" + badgr.award(badgr.badgeClass(), to("ann@example.org")).id();
        assertThat(badgr.delete("robot", path, "").json().path("fieldErrors").path("revocation_reason").isTextual()).isTrue();
        assertThat(badgr.delete("robot", path, "{\"revocationReason\": \"left\"}").status()).isEqualTo(400);
        JsonNode revoked = badgr.delete("robot", path, "{\"revocation_reason\": \"left\"}").first();
        assertThat(revoked.path("revoked").asBoolean()).isTrue();
        assertThat(revoked.path("revocationReason").asText()).isEqualTo("left");
        assertThat(revoked.path("image").isNull()).isTrue();
        assertThat(badgr.delete("robot", path, "{\"revocation_reason\": \"again\"}").json().path("validationErrors").path(0).asText())
                .contains("already revoked");
        assertThat(badgr.get("robot", path).status()).isEqualTo(200);
    }
}

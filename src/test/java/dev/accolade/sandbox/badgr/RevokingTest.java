package dev.accolade.sandbox.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.badgr.BadgrServer.Got;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevokingTest {

    private static final String REVOKE = "/v2/assertions/revoke";

    private final BadgrServer badgr = new BadgrServer();
    private String token;
    private String award;

    @BeforeEach
    void issueOne() {
        token = badgr.access("robot@example.org");
        award = badgr.issue(token, "alice@example.org");
    }

    @AfterEach
    void stop() {
        badgr.close();
    }

    private static String item(String id) {
        return "[{\"entityId\": \"" + id + "\", \"revocationReason\": \"left\"}]";
    }

    @Test
    void batchRevokeSucceedsEvenWhenEveryItemFails() {
        Got failed = badgr.post(token, REVOKE, item("unknown"));
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.body().path("status").path("success").asBoolean()).isTrue();
        assertThat(failed.description()).isEqualTo("revoked badges");
        assertThat(failed.first().path("revoked").asBoolean()).isFalse();
    }

    @Test
    void revokingTwiceSaysSoInTheItem() {
        assertThat(badgr.post(token, REVOKE, item(award)).first().path("revoked").asBoolean()).isTrue();
        Got again = badgr.post(token, REVOKE, item(award));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.first().path("reason").asText()).contains("already revoked");
    }

    @Test
    void nothingToRevokeNeedsNoToken() {
        assertThat(badgr.post("", REVOKE, "[]").status()).isEqualTo(200);
        assertThat(badgr.post("", REVOKE, "{}").status()).isEqualTo(200);
        assertThat(badgr.post("", REVOKE, item(award)).status()).isEqualTo(401);
    }

    @Test
    void anObjectOrTextsAreAnHtmlError() {
        assertThat(badgr.post(token, REVOKE, "{\"entityId\": \"x\"}").type()).isEqualTo("text/html");
        assertThat(badgr.post(token, REVOKE, "[\"x\"]").status()).isEqualTo(500);
    }

    @Test
    void revokingOneNeedsABodyInSnakeCase() {
        String address = "/v2/assertions/" + award;
        assertThat(badgr.call("DELETE", token, address, "").body().path("fieldErrors").path("revocation_reason").isTextual()).isTrue();
        assertThat(badgr.call("DELETE", token, address, "{\"revocationReason\": \"left\"}").status()).isEqualTo(400);
        Got revoked = badgr.call("DELETE", token, address, "{\"revocation_reason\": \"left\"}");
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.first().path("image").isNull()).isTrue();
    }

    @Test
    void aRevokedAssertionStaysReadableButLeavesTheDefaultList() {
        badgr.post(token, REVOKE, item(award));
        assertThat(badgr.get(token, "/v2/assertions/" + award).first().path("revoked").asBoolean()).isTrue();
        assertThat(badgr.get(token, "/v2/badgeclasses/class-1/assertions").body().path("result")).isEmpty();
        assertThat(badgr.get(token, "/v2/badgeclasses/class-1/assertions?include_revoked=1").body().path("result")).hasSize(1);
        Got page = badgr.get("", "/public/assertions/" + award);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().path("revoked").asBoolean()).isTrue();
        assertThat(page.body().has("recipient")).isFalse();
    }

    @Test
    void staffMayIssueButNotRevokeAndIsToldNothing() {
        String staff = badgr.access("staff@example.org");
        String own = badgr.issue(staff, "bob@example.org");
        Got refused = badgr.call("DELETE", staff, "/v2/assertions/" + own, "{\"revocation_reason\": \"left\"}");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(badgr.post(staff, REVOKE, item(own)).first().path("reason").asText()).isEqualTo("permission denied or object not found");
    }

    @Test
    void aClassInUseIsKeptAndOneOutOfUseTakesItsAssertionsAlong() {
        assertThat(badgr.call("DELETE", token, "/v2/badgeclasses/class-1", "").status()).isEqualTo(400);
        badgr.post(token, REVOKE, item(award));
        assertThat(badgr.call("DELETE", token, "/v2/badgeclasses/class-1", "").status()).isEqualTo(204);
        assertThat(badgr.get(token, "/v2/issuers/issuer-1/assertions?include_revoked=1").body().path("result")).isEmpty();
        assertThat(badgr.get(token, "/v2/assertions/changed").body().path("result")).isEmpty();
    }
}

package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RightsContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    @Test
    @Tag("badgr-6")
    void saysNotFoundForWhatOneMayNotSee() {
        String assertion = badgr.award(badgr.badgeClass(), to("ann@example.org")).id();
        Got foreign = badgr.get("outsider", "/v2/assertions/" + assertion);
        Got unknown = badgr.get("outsider", "/v2/assertions/unknown");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.json()).isEqualTo(unknown.json());
    }

    @Test
    @Tag("badgr-7")
    void letsStaffAwardAndOnlyAnEditorRevoke() {
        String badgeClass = badgr.badgeClass("robot", badgr.get("staff", "/v2/issuers").id());
        String made = badgr.post("staff", "/v2/badgeclasses/" + badgeClass + "/assertions", to("ann@example.org")).id();
        assertThat(badgr.delete("staff", "/v2/assertions/" + made, "{\"revocation_reason\": \"x\"}").status()).isEqualTo(404);
        assertThat(badgr.revoke("staff", made).first().path("revoked").asBoolean(true)).isFalse();
        assertThat(badgr.revoke("editor", made).first().path("revoked").asBoolean()).isTrue();
    }

    @Test
    @Tag("badgr-42")
    void givesTheSameTokenForAnIssuerEachTimeAndNarrowly() {
        String service = badgr.token("grant_type", "client_credentials", "scope", "rw:issuer", "client_id", "service", "client_secret", badgr.secret())
                .json().path("access_token").asText();
        String issuer = badgr.send(badgr.as(service, "/v2/issuers").header("Content-Type", "application/json").POST(BodyPublishers.ofString(
                "{\"name\": \"Made\", \"email\": \"" + badgr.email("service") + "\", \"url\": \"https://example.org\"}"))).id();
        String body = "{\"issuers\": [\"" + issuer + "\"]}";
        Got once = badgr.send(badgr.as(service, "/v2/tokens/issuers").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        Got again = badgr.send(badgr.as(service, "/v2/tokens/issuers").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        String token = once.first().path("token").asText();
        assertThat(again.first().path("token").asText()).isEqualTo(token).isNotEmpty();
        assertThat(badgr.send(badgr.as(token, "/v2/issuers/" + issuer)).status()).isEqualTo(200);
        assertThat(badgr.send(badgr.as(token, "/v2/issuers")).status()).isEqualTo(404);
        assertThat(badgr.send(badgr.as(token, "/v2/assertions/changed")).status()).isEqualTo(404);
        Got none = badgr.send(badgr.as(service, "/v2/tokens/issuers").header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
        assertThat(none.json().path("fieldErrors").path("issuers").isTextual()).isTrue();
    }

    @Test
    @Tag("badgr-43")
    void letsAnUnverifiedAccountInButShowsItNothing() {
        assertThat(badgr.get("unverified", "/v2/issuers").status()).isEqualTo(404);
        assertThat(badgr.get("unverified", "/v2/backpack/assertions").status()).isEqualTo(404);
        Got classes = badgr.get("unverified", "/v2/badgeclasses");
        assertThat(classes.status()).isEqualTo(200);
        assertThat(classes.result()).isEmpty();
        assertThat(badgr.get("unverified", "/v2/auth/tokens").result()).isNotEmpty();
    }

    @Test
    @Tag("badgr-77")
    void changesTheStaffThroughTheFirstVersionWithoutEnvelope() {
        String path = "/v1/issuer/issuers/" + badgr.issuer("robot") + "/staff";
        Got added = staff(path, "{\"action\": \"add\", \"email\": \"" + badgr.email("editor") + "\", \"role\": \"editor\"}");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().path("role").asText()).isEqualTo("editor");
        Got twice = staff(path, "{\"action\": \"add\", \"email\": \"" + badgr.email("editor") + "\", \"role\": \"editor\"}");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.json().isArray()).isTrue();
        Got unknown = staff(path, "{\"action\": \"add\", \"email\": \"nobody-77@example.org\", \"role\": \"staff\"}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().isTextual()).isTrue();
        assertThat(staff(path, "{\"action\": \"remove\", \"email\": \"" + badgr.email("editor") + "\"}").json().isTextual()).isTrue();
    }

    private static Got staff(String path, String body) {
        return badgr.send(badgr.as(badgr.token("robot"), path).header("Content-Type", "application/json").header("X-Forwarded-For", badgr.address())
                .POST(BodyPublishers.ofString(body)));
    }
}

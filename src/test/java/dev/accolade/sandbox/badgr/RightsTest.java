package dev.accolade.sandbox.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.badgr.BadgrServer.Got;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightsTest {

    private final BadgrServer badgr = new BadgrServer();

    @AfterEach
    void stop() {
        badgr.close();
    }

    @Test
    void missingRightsLookLikeAnUnknownId() {
        Got refused = badgr.get(badgr.access("outsider@example.org"), "/v2/badgeclasses/class-1");
        Got unknown = badgr.get(badgr.access("robot@example.org"), "/v2/badgeclasses/class-2");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo(unknown.body());
    }

    @Test
    void aNarrowTokenPassesOnlyWhereScopesAreLax() {
        String narrow = badgr.logIn("robot@example.org", BadgrServer.PASSWORD, "rw:profile").body().path("access_token").asText();
        assertThat(badgr.get(narrow, "/v2/badgeclasses/class-1").status()).isEqualTo(404);
        badgr.control("POST", "/settings", "{\"scopes\": \"lax\"}");
        assertThat(badgr.get(narrow, "/v2/badgeclasses/class-1").status()).isEqualTo(200);
        assertThat(badgr.get(narrow, "/v2/issuers").status()).isEqualTo(404);
    }

    @Test
    void anUnverifiedAccountSeesNoIssuers() {
        String token = badgr.access("unverified@example.org");
        assertThat(badgr.get(token, "/v2/issuers").status()).isEqualTo(404);
        assertThat(badgr.get(token, "/v2/badgeclasses").body().path("result")).isEmpty();
        assertThat(badgr.get(token, "/v2/auth/tokens").status()).isEqualTo(200);
    }

    @Test
    void aTokenForOneIssuerReachesThatIssuerOnly() {
        String service = badgr.token("grant_type", "client_credentials", "client_id", "service", "client_secret", "s3cret", "scope", "rw:issuer")
                .body().path("access_token").asText();
        String one = badgr.post(service, "/v2/tokens/issuers", "{\"issuers\": [\"issuer-1\"]}").first().path("token").asText();
        assertThat(badgr.get(one, "/v2/issuers/issuer-1").status()).isEqualTo(200);
        assertThat(badgr.get(one, "/v2/issuers").status()).isEqualTo(404);
        assertThat(badgr.get(one, "/v2/assertions/changed").status()).isEqualTo(404);
    }

    @Test
    void ownerChangesTheStaffAndAFailureBlocksTheAddress() {
        String owner = badgr.access("robot@example.org");
        String staff = "/v1/issuer/issuers/issuer-1/staff";
        Got added = badgr.post(owner, staff, "{\"action\": \"add\", \"email\": \"outsider@example.org\", \"role\": \"editor\"}");
        assertThat(added.body().path("role").asText()).isEqualTo("editor");
        assertThat(badgr.get(badgr.access("outsider@example.org"), "/v2/badgeclasses/class-1").status()).isEqualTo(200);

        assertThat(badgr.post(owner, staff, "{\"action\": \"add\", \"email\": \"nobody@example.org\"}").status()).isEqualTo(404);
        assertThat(badgr.post(owner, staff, "{\"action\": \"remove\", \"email\": \"outsider@example.org\"}").status()).isEqualTo(429);
        badgr.clock.advance(Duration.ofSeconds(2));
        assertThat(badgr.post(owner, staff, "{\"action\": \"remove\", \"email\": \"outsider@example.org\"}").body().isTextual()).isTrue();
        assertThat(badgr.get(badgr.access("outsider@example.org"), "/v2/badgeclasses/class-1").status()).isEqualTo(404);
    }

    @Test
    void aStaleStaffListRemovesMembersButNeverTheLastOwner() {
        String owner = badgr.access("robot@example.org");
        String body = "{\"name\": \"Groups\", \"email\": \"robot@example.org\", \"url\": \"https://example.org\", \"staff\": []}";
        Got updated = badgr.call("PUT", owner, "/v2/issuers/issuer-1", body);
        assertThat(updated.first().path("staff")).hasSize(1);
        assertThat(updated.first().path("staff").path(0).path("role").asText()).isEqualTo("owner");
    }

    @Test
    void anIssuerWithoutPictureCannotBeSentBackAsRead() {
        String owner = badgr.access("robot@example.org");
        String read = "{\"name\": \"Other\", \"email\": \"robot@example.org\", \"url\": \"https://example.org\", \"image\": null}";
        assertThat(badgr.call("PUT", owner, "/v2/issuers/issuer-1", read).status()).isEqualTo(500);
        assertThat(badgr.get(owner, "/v2/issuers/issuer-1").first().path("name").asText()).isEqualTo("Groups");
    }

    @Test
    void someoneWhoSignsUpIsUnverifiedAndMaySignUpAgain() {
        String body = "{\"first_name\": \"New\", \"last_name\": \"One\", \"email\": \"new@example.org\", \"password\": \"long enough\"}";
        String first = badgr.post("", "/v1/user/profile", body).body().path("slug").asText();
        Got second = badgr.post("", "/v1/user/profile", body);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("slug").asText()).isNotEqualTo(first);
        assertThat(badgr.post("", "/v1/user/profile", body.replace("long enough", "12345678")).status()).isEqualTo(400);
    }
}

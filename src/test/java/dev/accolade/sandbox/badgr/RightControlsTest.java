package dev.accolade.sandbox.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightControlsTest {

    private static final String ROBOT = "robot@example.org";

    private final BadgrServer badgr = new BadgrServer();

    @AfterEach
    void stop() {
        badgr.close();
    }

    @Test
    void whoIsTakenFromTheStaffSeesNeitherIssuerNorClasses() {
        String token = badgr.access(ROBOT);
        badgr.control("DELETE", "/issuers/issuer-1/staff/" + ROBOT, "");
        assertThat(badgr.get(token, "/v2/issuers").body().path("result")).noneMatch(issuer -> issuer.path("entityId").asText().equals("issuer-1"));
        assertThat(badgr.get(token, "/v2/badgeclasses/class-1").status()).isEqualTo(404);
        badgr.control("PUT", "/issuers/issuer-1/staff/" + ROBOT, "{\"role\": \"staff\"}");
        assertThat(badgr.get(token, "/v2/badgeclasses/class-1").status()).isEqualTo(200);
    }

    @Test
    void aDeletedBadgeClassIsGoneWithItsAssertions() {
        String token = badgr.access(ROBOT);
        badgr.control("DELETE", "/badge-classes/class-1", "");
        assertThat(badgr.get(token, "/v2/badgeclasses/class-1").status()).isEqualTo(404);
        assertThat(badgr.get(token, "/v2/badgeclasses").body().path("result")).noneMatch(one -> one.path("entityId").asText().equals("class-1"));
    }

    @Test
    void anApplicationMayBeNarrowedAndAnAddressUnverified() {
        badgr.control("PUT", "/users/" + ROBOT, "{\"verified\": false}");
        assertThat(badgr.get(badgr.access(ROBOT), "/v2/issuers").status()).isEqualTo(404);
        badgr.control("PUT", "/applications/public", "{\"scopes\": [\"rw:backpack\"]}");
        assertThat(badgr.logIn(ROBOT, BadgrServer.PASSWORD, "rw:issuer").status()).isEqualTo(400);
    }
}

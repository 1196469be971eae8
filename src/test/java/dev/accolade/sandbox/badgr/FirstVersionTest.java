package dev.accolade.sandbox.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.badgr.BadgrServer.Got;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstVersionTest {

    private final BadgrServer server = new BadgrServer();
    private final String robot = server.access("robot@example.org");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void findsABadgeClassByIdOrAddressAndNotByName() {
        String path = "/v1/issuer/all-badges/find?identifier=";
        assertThat(server.get(robot, path + "class-1").body().path("slug").asText()).isEqualTo("class-1");
        assertThat(server.get(robot, path + server.address("/public/badges/class-1")).body().path("name").asText()).isEqualTo("Maintainer");
        assertThat(server.get(robot, path + "Maintainer").status()).isEqualTo(404);
        assertThat(server.get("", path + "class-1").status()).isEqualTo(401);
    }

    @Test
    void takesABatchInOldNamesAndRefusesItInTheNewEnvelope() {
        String path = "/v1/issuer/issuers/issuer-1/badges/class-1/batchAssertions";
        Got made = server.post(robot, path, "{\"create_notification\": false, \"assertions\": [{\"recipient_identifier\": \"Ann@example.org\"},"
                + " {\"recipient_identifier\": \"https://example.org/a\", \"recipient_type\": \"url\", \"evidence_items\": [{\"url\": \"https://example.org/e\"}]}]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().findValuesAsText("recipient_identifier")).containsExactly("ann@example.org", "https://example.org/a");
        assertThat(server.get(robot, "/v2/badgeclasses/class-1/assertions").body().path("result")).hasSize(2);
        Got refused = server.post(robot, path, "{\"assertions\": [{\"recipient_identifier\": \"nope\"}]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.description()).isEqualTo("bad request");
        assertThat(server.post(robot, "/v1/issuer/issuers/other/badges/class-1/batchAssertions", "{\"assertions\": []}").status()).isEqualTo(404);
    }

    @Test
    void tellsNobodyWhoHasAnAccount() {
        Got known = server.post("", "/v2/auth/forgot-password", "{\"email\": \"robot@example.org\"}");
        assertThat(known.status()).isEqualTo(200);
        assertThat(server.post("", "/v2/auth/forgot-password", "{\"email\": \"nobody@example.org\"}").body()).isEqualTo(known.body());
        assertThat(server.get("", "/v2/termsVersions/latest").status()).isEqualTo(404);
    }
}

package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublicContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    private static Got open(String path, String accept) {
        return badgr.send(accept.isEmpty() ? badgr.bare(path) : badgr.bare(path).header("Accept", accept));
    }

    @Test
    @Tag("badgr-81")
    void showsAnAwardToAnybodyWithoutItsRecipient() {
        String path = "/public/assertions/" + badgr.award(badgr.badgeClass(), to("ann@example.org")).id();
        Got shown = open(path, "");
        assertThat(shown.type()).isEqualTo("application/ld+json");
        assertThat(shown.json().path("type").asText()).isEqualTo("Assertion");
        assertThat(shown.json().path("issuedOn").asText()).endsWith("+00:00");
        assertThat(shown.json().path("verification").path("type").asText()).isEqualTo("HostedBadge");
        assertThat(shown.body()).doesNotContain("ann@example.org");
        assertThat(open(path, "application/json").type()).isEqualTo("application/json");
        assertThat(open(path, "text/html").status()).isEqualTo(302);
        assertThat(open(path, "text/plain").status()).isEqualTo(406);
        assertThat(open(path + "/image", "").status()).isEqualTo(302);
    }

    @Test
    @Tag("badgr-82")
    void answersForARevokedOneWithLittle() {
        String made = badgr.award(badgr.badgeClass(), to("ann@example.org")).id();
        badgr.revoke("robot", made);
        Got shown = open("/public/assertions/" + made, "");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().fieldNames()).toIterable().containsExactlyInAnyOrder("@context", "type", "id", "revoked", "revocationReason");
        assertThat(open("/public/assertions/" + made + "/image", "").status()).isEqualTo(404);
        Got unknown = open("/public/assertions/unknown", "");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.description()).isEqualTo("entity not found or insufficient privileges");
    }
}

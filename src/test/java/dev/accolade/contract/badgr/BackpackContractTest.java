package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.onceTo;
import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackpackContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    @Test
    @Tag("badgr-76")
    void showsTheOwnAwardsAndLetsThemBeRejected() {
        String badgeClass = badgr.badgeClass();
        String made = badgr.award(badgeClass, to("Earner@Example.org")).id();
        String path = "/v2/backpack/assertions/" + made;
        JsonNode held = badgr.get("earner", path).first();
        assertThat(held.path("pending").asBoolean(true)).isFalse();
        assertThat(held.has("createdBy")).isFalse();
        assertThat(badgr.put("earner", path, "{\"acceptance\": \"Accepted\"}").first().path("acceptance").asText()).isEqualTo("Accepted");
        assertThat(badgr.put("earner", path, "{\"acceptance\": \"Maybe\"}").status()).isEqualTo(400);
        assertThat(badgr.delete("earner", path, "").status()).isEqualTo(204);
        assertThat(badgr.get("earner", "/v2/backpack/assertions").result().findValuesAsText("entityId")).doesNotContain(made);
        JsonNode seen = badgr.get("robot", "/v2/badgeclasses/" + badgeClass + "/assertions").first();
        assertThat(seen.path("acceptance").asText()).isEqualTo("Rejected");
        assertThat(badgr.award(badgeClass, onceTo("earner@example.org")).status()).isEqualTo(400);
        assertThat(badgr.get("robot", path).status()).isEqualTo(404);
    }

    @Test
    @Tag("badgr-78")
    void fillsACollectionOnlyAfterItWasMade() {
        String made = badgr.award(badgr.badgeClass(), to("earner@example.org")).id();
        assertThat(badgr.post("earner", "/v2/backpack/collections", "{\"name\": \"Two\", \"assertions\": []}").status()).isEqualTo(500);
        Got collection = badgr.post("earner", "/v2/backpack/collections", "{\"name\": \"Mine\", \"description\": \"All\"}");
        assertThat(collection.status()).isEqualTo(201);
        assertThat(collection.first().path("entityType").asText()).isEqualTo("BackpackCollection");
        assertThat(collection.first().path("share_url").isNull()).isTrue();
        String path = "/v2/backpack/collections/" + collection.id();
        assertThat(badgr.put("earner", path, "{\"name\": \"Mine\", \"assertions\": [\"" + made + "\"]}").first().path("assertions").path(0).asText())
                .isEqualTo(made);
        JsonNode shared = badgr.put("earner", path, "{\"name\": \"Mine\", \"published\": true}").first();
        assertThat(shared.path("share_url").asText()).endsWith("/public/collections/" + shared.path("shareHash").asText());
        assertThat(badgr.send(badgr.bare("/public/collections/" + shared.path("shareHash").asText())).json().path("type").asText()).isEqualTo("Collection");
        assertThat(badgr.delete("earner", path, "").status()).isEqualTo(204);
        assertThat(badgr.get("earner", path).status()).isEqualTo(404);
    }

    @Test
    @Tag("badgr-79")
    void signsTheSameAddressUpAgainWhileNobodyVerifiedIt() {
        String email = "new-" + UUID.randomUUID() + "@example.org";
        Got one = signUp(email, "a-long-passphrase");
        assertThat(one.status()).isEqualTo(201);
        assertThat(one.json().path("slug").asText()).isNotEmpty();
        assertThat(one.json().has("status")).isFalse();
        assertThat(signUp(email, "a-long-passphrase").json().path("slug").asText()).isNotEqualTo(one.json().path("slug").asText());
    }

    private static Got signUp(String email, String password) {
        return badgr.send(badgr.bare("/v1/user/profile").header("Accept", "application/json").header("Content-Type", "application/json")
                .header("X-Forwarded-For", badgr.address()).POST(BodyPublishers.ofString("{\"first_name\": \"Ann\", \"last_name\": \"New\", \"email\": \""
                        + email + "\", \"password\": \"" + password + "\", \"marketing_opt_in\": false, \"agreed_terms_service\": true}")));
    }

    @Test
    @Tag("badgr-80")
    void failsToShowAProfileWhereThereAreNoTerms() {
        assertThat(badgr.get("earner", "/v2/users/self").status()).isEqualTo(500);
    }
}

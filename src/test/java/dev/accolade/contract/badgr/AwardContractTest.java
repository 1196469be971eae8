package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.onceTo;
import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwardContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    @Test
    @Tag("badgr-1")
    void makesTheSameAwardTwice() {
        String badgeClass = badgr.badgeClass();
        Got one = badgr.award(badgeClass, to("ann@example.org"));
        Got other = badgr.award(badgeClass, to("ann@example.org"));
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.id()).isNotEqualTo(one.id());
    }

    @Test
    @Tag("badgr-2")
    void looksForDuplicatesBeforeItLowersTheCase() {
        String badgeClass = badgr.badgeClass();
        assertThat(badgr.award(badgeClass, onceTo("Ann@Example.org")).first().path("recipient").path("plaintextIdentity").asText())
                .isEqualTo("ann@example.org");
        assertThat(badgr.award(badgeClass, onceTo("Ann@Example.org")).status()).isEqualTo(201);
        assertThat(badgr.award(badgeClass, onceTo("ann@example.org")).status()).isEqualTo(400);
    }

    @Test
    @Tag("badgr-3")
    void tellsADuplicateByASentenceAlone() {
        String badgeClass = badgr.badgeClass();
        badgr.award(badgeClass, onceTo("ann@example.org"));
        Got refused = badgr.award(badgeClass, onceTo("ann@example.org"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fieldErrors").isObject()).isTrue();
        assertThat(refused.json().path("fieldErrors")).isEmpty();
        assertThat(refused.json().path("validationErrors")).hasSize(1);
        assertThat(refused.json().path("validationErrors").path(0).asText()).contains("previous award", "already exists");
    }

    @Test
    @Tag("badgr-69")
    void awardsAgainAfterARevocation() {
        String badgeClass = badgr.badgeClass();
        badgr.revoke("robot", badgr.award(badgeClass, onceTo("ann@example.org")).id());
        assertThat(badgr.award(badgeClass, onceTo("ann@example.org")).status()).isEqualTo(201);
    }

    @Test
    @Tag("badgr-12")
    void tellsWhoAwarded() {
        String issuer = badgr.get("staff", "/v2/issuers").id();
        String badgeClass = badgr.badgeClass("robot", issuer);
        String byStaff = badgr.post("staff", "/v2/badgeclasses/" + badgeClass + "/assertions", to("ann@example.org")).first().path("createdBy").asText();
        assertThat(byStaff).isNotEqualTo(badgr.award(badgeClass, to("ann@example.org")).first().path("createdBy").asText());
        assertThat(badgr.get("robot", "/v2/issuers/" + issuer).first().path("staff").findValuesAsText("user")).contains(byStaff);
    }

    @Test
    @Tag("badgr-13")
    void refusesTimesOfIssueThatItCannotBelieve() {
        String badgeClass = badgr.badgeClass();
        for (String time : List.of("2099-01-01T00:00:00Z", "2024-03-01", "1500-01-01T00:00:00Z")) {
            Got refused = badgr.award(badgeClass, "{\"recipient\": {\"identity\": \"ann@example.org\"}, \"issuedOn\": \"" + time + "\"}");
            assertThat(refused.status()).as(time).isEqualTo(400);
            assertThat(refused.json().path("fieldErrors").has("issuedOn")).as(time).isTrue();
        }
    }

    @Test
    @Tag("badgr-16")
    void refusesFieldsThatAreThereButEmpty() {
        JsonNode fields = badgr.award(badgr.badgeClass(),
                "{\"recipient\": {\"identity\": \"ann@example.org\"}, \"narrative\": \"\", \"evidence\": null, \"notify\": null}").json().path("fieldErrors");
        assertThat(fields.fieldNames()).toIterable().containsExactlyInAnyOrder("narrative", "evidence", "notify");
    }

    @Test
    @Tag("badgr-68")
    void makesAnAwardThatHasEndedAlreadyAndHidesIt() {
        String badgeClass = badgr.badgeClass();
        Got made = badgr.award(badgeClass, "{\"recipient\": {\"identity\": \"ann@example.org\"}, \"expires\": \"2020-01-01T00:00:00Z\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.first().path("expires").asText()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(badgr.get("robot", "/v2/badgeclasses/" + badgeClass + "/assertions").result()).isEmpty();
    }

    @Test
    @Tag("badgr-85")
    void movesTheEndOfAnAssertionAndLeavesTheRestAsItWas() {
        String badgeClass = badgr.badgeClass();
        Got made = badgr.award(badgeClass, "{\"recipient\": {\"identity\": \"ann@example.org\"}, \"narrative\": \"told\", \"expires\": \"2044-01-01T00:00:00Z\"}");
        for (String end : java.util.List.of("2045-01-01T00:00:00Z", "2043-01-01T00:00:00Z")) {
            Got moved = badgr.put("robot", "/v2/assertions/" + made.id(), "{\"expires\": \"" + end + "\"}");
            assertThat(moved.status()).isEqualTo(200);
            assertThat(moved.first().path("expires").asText()).isEqualTo(end);
            assertThat(moved.first().path("narrative").asText()).isEqualTo("told");
            assertThat(moved.first().path("recipient").path("plaintextIdentity").asText()).isEqualTo("ann@example.org");
        }
        assertThat(badgr.get("robot", "/v2/badgeclasses/" + badgeClass + "/assertions").result()).hasSize(1);
    }

    @Test
    @Tag("badgr-86")
    void awardsAgainWhatHasEndedThoughDuplicatesAreRefused() {
        String badgeClass = badgr.badgeClass();
        String once = "{\"recipient\": {\"identity\": \"ann@example.org\"}, \"allowDuplicateAwards\": false";
        assertThat(badgr.award(badgeClass, once + ", \"expires\": \"2020-01-01T00:00:00Z\"}").status()).isEqualTo(201);
        assertThat(badgr.award(badgeClass, once + "}").status()).isEqualTo(201);
        assertThat(badgr.award(badgeClass, once + "}").status()).isEqualTo(400);
    }

    @Test
    @Tag("badgr-67")
    void findsTheClassByItsNameWithinAnIssuer() {
        String issuer = badgr.issuer("robot");
        String badgeClass = badgr.badgeClass("robot", issuer, "Diver");
        assertThat(named(issuer, "\"badgeclassName\": \"Diver\"").first().path("badgeclass").asText()).isEqualTo(badgeClass);
        assertThat(named(issuer, "\"badgeclassName\": \"diver\"").json().path("validationErrors")).hasSize(1);
        assertThat(named(issuer, "\"badgeclassName\": \"Diver\", \"badgeclass\": \"" + badgeClass + "\"").json().path("validationErrors").path(0).asText())
                .contains("Multiple badge class identifiers");
        badgr.badgeClass("robot", issuer, "Diver");
        assertThat(named(issuer, "\"badgeclassName\": \"Diver\"").status()).isEqualTo(400);
    }

    private static Got named(String issuer, String badgeClass) {
        return badgr.post("robot", "/v2/issuers/" + issuer + "/assertions", "{\"recipient\": {\"identity\": \"ann@example.org\"}, " + badgeClass + "}");
    }
}

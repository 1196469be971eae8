package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    private static String threeAwards() {
        String badgeClass = badgr.badgeClass();
        List.of("ann", "ben", "cem").forEach(who -> badgr.award(badgeClass, to(who + "@example.org")));
        return badgeClass;
    }

    private static List<String> people(Got list) {
        return list.result().findValuesAsText("plaintextIdentity").stream().map(email -> email.substring(0, 3)).toList();
    }

    private static String next(Got page) {
        String link = page.header("Link");
        return link.substring(link.indexOf('<') + 1, link.indexOf('>')).substring(badgr.base().length());
    }

    @Test
    @Tag("badgr-9")
    @Tag("badgr-44")
    void pagesNewestFirstWhereANumberIsAsked() {
        String path = "/v2/badgeclasses/" + threeAwards() + "/assertions";
        Got whole = badgr.get("robot", path);
        assertThat(people(whole)).containsExactlyInAnyOrder("ann", "ben", "cem");
        assertThat(whole.header("Link")).isEmpty();
        Got first = badgr.get("robot", path + "?num=2");
        assertThat(people(first)).containsExactly("cem", "ben");
        assertThat(first.header("Link")).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        Got last = badgr.get("robot", next(first));
        assertThat(people(last)).containsExactly("ann");
        assertThat(last.header("Link")).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(badgr.get("robot", path + "?num=3").header("Link")).isEmpty();
    }

    @Test
    @Tag("badgr-45")
    void takesZeroForOneAndAWordForNothing() {
        String path = "/v2/badgeclasses/" + threeAwards() + "/assertions";
        assertThat(people(badgr.get("robot", path + "?num=0"))).containsExactly("cem");
        assertThat(badgr.get("robot", path + "?num=abc").result()).hasSize(3);
        String cursor = next(badgr.get("robot", path + "?num=2")).replaceAll(".*(cursor=[^&]*).*", "$1");
        assertThat(badgr.get("robot", path + "?" + cursor).result()).hasSize(3);
    }

    @Test
    @Tag("badgr-46")
    void refusesACursorThatItDidNotMake() {
        Got refused = badgr.get("robot", "/v2/badgeclasses/" + badgr.badgeClass() + "/assertions?num=2&cursor=garbage");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.description()).isEqualTo("miscellaneous error");
        assertThat(refused.json().path("fieldErrors").asText()).isEqualTo("Invalid cursor");
    }

    @Test
    @Tag("badgr-47")
    void filtersRecipientsLetterByLetter() {
        String path = "/v2/badgeclasses/" + threeAwards() + "/assertions?recipient=";
        assertThat(people(badgr.get("robot", path + "ann@example.org"))).containsExactly("ann");
        assertThat(people(badgr.get("robot", path + "ann@example.org&recipient=cem@example.org"))).containsExactlyInAnyOrder("ann", "cem");
        assertThat(badgr.get("robot", path + "Ann@example.org").result()).isEmpty();
    }

    @Test
    @Tag("badgr-48")
    void hidesRevokedAndExpiredOnesUnlessAskedWithUnderscores() {
        String badgeClass = badgr.badgeClass();
        badgr.revoke("robot", badgr.award(badgeClass, to("ann@example.org")).id());
        badgr.award(badgeClass, "{\"recipient\": {\"identity\": \"ben@example.org\"}, \"expires\": \"2020-01-01T00:00:00Z\"}");
        String path = "/v2/badgeclasses/" + badgeClass + "/assertions";
        assertThat(badgr.get("robot", path).result()).isEmpty();
        assertThat(people(badgr.get("robot", path + "?include_revoked=true"))).containsExactly("ann");
        assertThat(people(badgr.get("robot", path + "?include_expired=1"))).containsExactly("ben");
        assertThat(badgr.get("robot", path + "?includeRevoked=1&includeExpired=1").result()).isEmpty();
    }

    @Test
    @Tag("badgr-49")
    void neverPagesIssuers() {
        badgr.issuer("robot");
        Got all = badgr.get("robot", "/v2/issuers?num=1");
        assertThat(all.result().size()).isGreaterThan(1);
        assertThat(all.header("Link")).isEmpty();
    }

    @Test
    @Tag("badgr-50")
    void pagesChangesInTheBody() {
        threeAwards();
        Got page = badgr.get("robot", "/v2/assertions/changed?num=2");
        assertThat(page.header("Link")).isEmpty();
        assertThat(page.json().path("pagination").path("hasNext").asBoolean()).isTrue();
        assertThat(page.json().path("pagination").path("nextResults").asText()).contains("cursor=");
        assertThat(page.json().path("timestamp").asText()).endsWith("+00:00");
        String since = page.json().path("timestamp").asText().replace("+", "%2B");
        Got nothing = badgr.get("robot", "/v2/assertions/changed?since=" + since);
        assertThat(nothing.result()).isEmpty();
        assertThat(nothing.json().path("pagination").path("nextResults").isNull()).isTrue();
    }

    @Test
    @Tag("badgr-51")
    void tellsOfRevocationButNotOfDeletion() {
        String badgeClass = badgr.badgeClass();
        String made = badgr.award(badgeClass, to("ann@example.org")).id();
        String since = badgr.get("robot", "/v2/assertions/changed?num=1").json().path("timestamp").asText().replace("+", "%2B");
        badgr.revoke("robot", made);
        JsonNode changed = badgr.get("robot", "/v2/assertions/changed?since=" + since).first();
        assertThat(changed.path("entityId").asText()).isEqualTo(made);
        assertThat(changed.path("revoked").asBoolean()).isTrue();
        badgr.delete("robot", "/v2/badgeclasses/" + badgeClass, "");
        assertThat(badgr.get("robot", "/v2/assertions/changed?since=" + since).result()).isEmpty();
    }

    @Test
    @Tag("badgr-52")
    void refusesATimeThatIsNone() {
        Got garbage = badgr.get("robot", "/v2/assertions/changed?since=garbage");
        assertThat(garbage.status()).isEqualTo(400);
        assertThat(garbage.json().path("fieldErrors").has("since")).isTrue();
        assertThat(badgr.get("robot", "/v2/assertions/changed?since=2026-01-01T00:00:00+00:00").status()).isEqualTo(400);
        assertThat(badgr.get("robot", "/v2/assertions/changed?since=2026-01-01T00:00:00").status()).isEqualTo(200);
    }
}

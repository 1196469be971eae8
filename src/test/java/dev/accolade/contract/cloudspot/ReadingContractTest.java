package dev.accolade.contract.cloudspot;

import static dev.accolade.contract.cloudspot.CloudspotServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the Python client asks with a token, and what it can read of the answer. */
class ReadingContractTest {

    private static final String PROFILE = "/auth/users/profile/";
    private static final String PERMISSIONS = "/auth/get-permissions/";

    @RegisterExtension
    static final CloudspotServer CLOUDSPOT = new CloudspotServer();

    private String token;

    @BeforeEach
    void login() {
        token = CLOUDSPOT.tokenOfAn();
    }

    @Test
    @Tag("cloudspot-14")
    @Tag("cloudspot-6")
    void tellsAProfileWithoutIdAndCompany() {
        HttpResponse<String> answer = CLOUDSPOT.get(PROFILE, token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).fieldNames()).toIterable().isSubsetOf("first_name", "last_name", "email", "pin");
        assertThat(json(answer).path("email").textValue()).isEqualToIgnoringCase(CLOUDSPOT.an);
    }

    @Test
    @Tag("cloudspot-15")
    void tellsPermissionsByCompany() {
        HttpResponse<String> answer = CLOUDSPOT.get(PERMISSIONS, token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("permissions")).hasSizeGreaterThan(1);
    }

    @Test
    @Tag("cloudspot-24")
    void tellsOfACompanyItsIdItsNameAndSlugs() {
        assertThat(json(CLOUDSPOT.get(PERMISSIONS, token)).path("permissions")).allSatisfy(entry -> {
            assertThat(entry.fieldNames()).toIterable().containsExactlyInAnyOrder("company_id", "company_name", "permissions");
            assertThat(entry.path("permissions")).allSatisfy(slug -> assertThat(slug.isTextual()).isTrue());
        });
    }

    @Test
    @Tag("cloudspot-25")
    void tellsSlugsInLowerCaseAndWithoutPrefix() {
        assertThat(json(CLOUDSPOT.get(PERMISSIONS, token)).path("permissions").findValues("permissions")).allSatisfy(slugs ->
                assertThat(slugs).extracting(JsonNode::textValue).contains("use_app").allMatch(slug -> slug.matches("[a-z0-9_]+")));
    }

    @Test
    @Tag("cloudspot-27")
    void knowsCompaniesByUuid() {
        assertThat(json(CLOUDSPOT.get(PERMISSIONS, token)).path("permissions").findValuesAsText("company_id"))
                .allMatch(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @Test
    @Tag("cloudspot-5")
    void leavesOutCompaniesThatTheAccountMayNotUseTheApplicationFor() {
        assertThat(json(CLOUDSPOT.get(PERMISSIONS, token)).path("permissions").findValuesAsText("company_id")).doesNotContain(
                "c0ffee00-0000-4000-8000-000000000003");
    }

    @Test
    @Tag("cloudspot-16")
    void tellsTheSlugsOfOneCompanyAlone() {
        JsonNode answer = json(CLOUDSPOT.get("/auth/get-company-permissions/" + CLOUDSPOT.harbour + "/", token));

        assertThat(answer.fieldNames()).toIterable().containsExactly("permissions");
        assertThat(answer.path("permissions")).extracting(JsonNode::textValue).contains("use_app");
    }

    @Test
    @Tag("cloudspot-21")
    void refusesACompanyThatIsNotTheAccounts() {
        for (String company : new String[] {"c0ffee00-0000-4000-8000-000000000003", "a/b%20c"}) {
            HttpResponse<String> answer = CLOUDSPOT.get("/auth/get-company-permissions/" + company + "/", token);
            assertThat(answer.statusCode()).as(company).isEqualTo(404);
            assertThat(json(answer).path("message").isTextual()).isTrue();
        }
    }

    @Test
    @Tag("cloudspot-20")
    void refusesADeadToken() {
        for (String path : new String[] {PROFILE, PERMISSIONS, "/auth/get-company-permissions/" + CLOUDSPOT.harbour + "/"}) {
            HttpResponse<String> answer = CLOUDSPOT.get(path, "dead");
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(json(answer).fieldNames()).toIterable().isSubsetOf("message", "error_code");
        }
    }

    @Test
    @Tag("cloudspot-18")
    void tellsNothingWithoutAToken() {
        assertThat(CLOUDSPOT.send(CLOUDSPOT.request(PROFILE)).statusCode()).isGreaterThan(399);
    }

    @Test
    @Tag("cloudspot-23")
    void doesNotMindAContentTypeWithoutContent() {
        assertThat(CLOUDSPOT.send(CLOUDSPOT.request(PROFILE).header("X-LICENSE-TOKEN", token).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("cloudspot-9")
    void wantsASlashAtTheEndOfEachPath() {
        assertThat(CLOUDSPOT.get(PROFILE, token).statusCode()).isEqualTo(200);
        HttpResponse<String> without = CLOUDSPOT.get(PROFILE.replaceAll("/$", ""), token);
        assertThat(without.statusCode()).isNotEqualTo(200);
    }
}

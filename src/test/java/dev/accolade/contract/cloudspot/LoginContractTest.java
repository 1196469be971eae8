package dev.accolade.contract.cloudspot;

import static dev.accolade.contract.cloudspot.CloudspotServer.credentials;
import static dev.accolade.contract.cloudspot.CloudspotServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the Python client sends to let an account in, and what it can read of the answer. */
class LoginContractTest {

    @RegisterExtension
    static final CloudspotServer CLOUDSPOT = new CloudspotServer();

    @Test
    @Tag("cloudspot-12")
    @Tag("cloudspot-28")
    void givesATokenAndPermissionsForNameAndPassword() {
        HttpResponse<String> answer = CLOUDSPOT.login(CLOUDSPOT.an, CLOUDSPOT.anPassword);

        assertThat(answer.statusCode()).isBetween(200, 299);
        assertThat(json(answer).fieldNames()).toIterable().containsExactlyInAnyOrder("token", "permissions");
        assertThat(json(answer).path("token").textValue()).isNotBlank().hasSizeLessThanOrEqualTo(100);
    }

    @Test
    @Tag("cloudspot-4")
    void wantsTheApplicationInAHeaderOfItsOwn() {
        String body = credentials(CLOUDSPOT.an, CLOUDSPOT.anPassword);
        JsonNode with = json(CLOUDSPOT.post("/auth/authenticate/", body));
        HttpResponse<String> without = CLOUDSPOT.send(CLOUDSPOT.bare("/auth/authenticate/").POST(BodyPublishers.ofString(body)));

        assertThat(with.path("permissions")).isNotEmpty();
        assertThat(without.statusCode() > 399 || json(without).path("permissions").isEmpty()).isTrue();
    }

    @Test
    @Tag("cloudspot-11")
    void givesAnotherApplicationNoPermissionsAndNoError() {
        HttpResponse<String> answer = CLOUDSPOT.send(CLOUDSPOT.bare("/auth/authenticate/").header("X-LICENSE-MODULE", "no-such-application")
                .POST(BodyPublishers.ofString(credentials(CLOUDSPOT.an, CLOUDSPOT.anPassword))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("permissions")).isEmpty();
    }

    @Test
    @Tag("cloudspot-13")
    void letsTheOldTokenComeAlongWithALogin() {
        HttpResponse<String> answer = CLOUDSPOT.send(CLOUDSPOT.request("/auth/authenticate/").header("X-LICENSE-TOKEN", CLOUDSPOT.tokenOfAn())
                .POST(BodyPublishers.ofString(credentials(CLOUDSPOT.bo, CLOUDSPOT.boPassword))));

        assertThat(answer.statusCode()).isBetween(200, 299);
        assertThat(CLOUDSPOT.get("/auth/users/profile/", json(answer).path("token").textValue()).body()).contains(CLOUDSPOT.bo);
    }

    @Test
    @Tag("cloudspot-3")
    void endsTheOldTokenWithALogin() {
        String first = CLOUDSPOT.tokenOfAn();
        String second = CLOUDSPOT.tokenOfAn();

        assertThat(CLOUDSPOT.get("/auth/users/profile/", first).statusCode()).isGreaterThan(399);
        assertThat(CLOUDSPOT.get("/auth/users/profile/", second).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("cloudspot-8")
    @Tag("cloudspot-19")
    void refusesWithAFlatObject() {
        HttpResponse<String> answer = CLOUDSPOT.login(CLOUDSPOT.an, "wrong");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("message").isTextual()).isTrue();
        assertThat(json(answer).fieldNames()).toIterable().isSubsetOf("message", "error_code");
    }

    @Test
    @Tag("cloudspot-26")
    void knowsNamesInAnyCase() {
        assertThat(CLOUDSPOT.login(CLOUDSPOT.an.toUpperCase(), CLOUDSPOT.anPassword).statusCode()).isBetween(200, 299);
    }

    @Test
    @Tag("cloudspot-30")
    void letsSomebodyInWhoMayNotUseTheApplication() {
        HttpResponse<String> answer = CLOUDSPOT.login(CLOUDSPOT.bo, CLOUDSPOT.boPassword);

        assertThat(answer.statusCode()).isBetween(200, 299);
        assertThat(json(answer).path("permissions")).isEmpty();
        assertThat(json(answer).path("token").textValue()).isNotBlank();
    }

    @Test
    @Tag("cloudspot-17")
    void tellsWhomAnImpersonationStandsFor() {
        HttpResponse<String> answer = CLOUDSPOT.post("/auth/impersonation-validation/", "{\"token\": \"" + CLOUDSPOT.impersonation + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).fieldNames()).toIterable().containsExactlyInAnyOrder("token", "auth_token", "user", "company");
        assertThat(json(answer).path("token").textValue()).isEqualTo(CLOUDSPOT.impersonation);
    }

    @Test
    @Tag("cloudspot-29")
    void refusesAnImpersonationThatItDoesNotKnow() {
        HttpResponse<String> answer = CLOUDSPOT.post("/auth/impersonation-validation/", "{\"token\": \"imp-unheard-of\"}");

        assertThat(answer.statusCode()).isGreaterThan(399);
        assertThat(json(answer).fieldNames()).toIterable().isSubsetOf("message", "error_code");
    }
}

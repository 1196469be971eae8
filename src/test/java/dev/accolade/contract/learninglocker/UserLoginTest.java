package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserLoginTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static Said password(String user, String password) {
        return LOCKER.api("POST", "/auth/jwt/password").by(LOCKER.named(user + ".email"), password).said();
    }

    private static String token(String user) {
        return password(user, LOCKER.named(user + ".password")).text();
    }

    private static Said organisation(String token, String id) {
        return bearing(token, LOCKER.api("POST", "/auth/jwt/organisation").json("{\"organisation\":\"" + id + "\"}"));
    }

    private static Said bearing(String token, Ask ask) {
        return ask.header("Authorization", "Bearer " + token).said();
    }

    private static JsonNode payload(String token) {
        return Said.read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @Test
    @Tag("learning-locker-115")
    void givesAUserASignedTokenForAnHourAndACookie() {
        Said said = password("owner", LOCKER.named("owner.password"));

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.type()).isEqualTo("text/plain");
        assertThat(payload(said.text()).path("tokenType").asText()).isEqualTo("user");
        assertThat(payload(said.text()).path("exp").asLong() - payload(said.text()).path("iat").asLong()).isEqualTo(3600);
        assertThat(said.header("Set-Cookie").orElseThrow()).startsWith("refresh_token_user_" + LOCKER.named("owner.id") + "=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/auth/jwt/refresh");
    }

    @Test
    @Tag("learning-locker-118")
    void locksAnAccountAfterFiveWrongPasswords() {
        for (int i = 0; i < 5; i++) {
            Said wrong = password("clumsy", "wrong");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.json()).isEqualTo(Said.read("{\"success\":false,\"message\":\"Incorrect login details\"}"));
        }
        assertThat(password("clumsy", LOCKER.named("clumsy.password")).status()).isEqualTo(401);
    }

    @Test
    @Tag("learning-locker-119")
    void letsAUserManageNothing() {
        Said said = bearing(token("owner"), LOCKER.api("GET", "/v2/client"));

        assertThat(said.status()).isEqualTo(403);
        assertThat(said.json().path("message").asText()).isEqualTo("Priviliges not sufficient for this operation");
    }

    @Test
    @Tag("learning-locker-120")
    void exchangesAUsersTokenForOneOfAnOrganisation() {
        Said said = organisation(token("owner"), LOCKER.named("organisation"));

        assertThat(said.status()).isEqualTo(200);
        assertThat(payload(said.text()).path("tokenType").asText()).isEqualTo("organisation");
        assertThat(payload(said.text()).path("tokenId").asText()).isEqualTo(LOCKER.named("organisation"));
        assertThat(said.header("Set-Cookie").orElseThrow()).startsWith("refresh_token_organisation_" + LOCKER.named("organisation") + "=");
        assertThat(bearing(said.text(), LOCKER.api("GET", "/v2/client/count")).status()).isEqualTo(200);
        assertThat(LOCKER.api("GET", "/v2/client/count?access_token=" + said.text()).said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-120")
    void refusesAnOrganisationThatIsNotTheUsers() {
        Said said = organisation(token("owner"), LOCKER.named("far.organisation"));

        assertThat(said.status()).isEqualTo(401);
        assertThat(said.type()).isEqualTo("text/html");
        assertThat(said.text()).isEqualTo("User does not have access to this organisation.");
    }

    @Test
    @Tag("learning-locker-122")
    void letsASiteAdministratorMakeClientsOfAnyOrganisationOrNone() {
        String token = token("admin");
        JsonNode nowhere = bearing(token, LOCKER.api("POST", "/v2/client").json("{\"title\":\"nowhere\",\"lrs_id\":\"" + LOCKER.named("store")
                + "\",\"scopes\":[\"xapi/all\"]}")).json();
        JsonNode far = bearing(token, LOCKER.api("POST", "/v2/client").json("{\"organisation\":\"" + LOCKER.named("far.organisation") + "\"}")).json();

        assertThat(nowhere.has("organisation")).isTrue();
        assertThat(nowhere.path("organisation").isNull()).isTrue();
        assertThat(far.path("organisation").asText()).isEqualTo(LOCKER.named("far.organisation"));
        assertThat(LOCKER.xapi("GET", "/statements").by(nowhere).said().status()).isEqualTo(401);
        for (JsonNode made : new JsonNode[] {nowhere, far}) {
            assertThat(bearing(token, LOCKER.api("DELETE", "/v2/client/" + made.path("_id").asText())).status()).isEqualTo(204);
        }
    }

    @Test
    @Tag("learning-locker-121")
    void takesATokenBackAtOnceWhenItsScopesChange() {
        String token = organisation(token("owner"), LOCKER.named("organisation")).text();
        String owner = "{\"id\":\"" + LOCKER.named("owner.id") + "\",\"email\":\"" + LOCKER.named("owner.email") + "\",\"password\":\"" + LOCKER.named("owner.password")
                + "\",\"organisations\":[{\"organisation\":\"" + LOCKER.named("organisation") + "\",\"scopes\":[%s]}]}";
        assumeTrue(LOCKER.server().sandbox().isPresent(), "only an operator can change a role");
        control(String.format(owner, ""));

        assertThat(bearing(token, LOCKER.api("GET", "/v2/client/count")).status()).isEqualTo(401);
        control(String.format(owner, "\"org/all/client/manage\""));
        assertThat(bearing(token, LOCKER.api("GET", "/v2/client/count")).status()).isEqualTo(200);
    }

    private static void control(String user) {
        String address = LOCKER.server().sandbox().orElseThrow().address() + "/sandbox/learning-locker/users";
        assertThat(Ask.at(LOCKER.server(), address, "POST").json(user).said().status()).isEqualTo(204);
    }
}

package dev.accolade.sandbox.cave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaveDoorTest {

    private final Cave cave = new Cave();

    @AfterEach
    void close() {
        cave.close();
    }

    @Test
    void tellsAProgramThatItsTokenIsUnknown() {
        Cave.Said said = cave.get("/group", "Bearer nonsense");

        assertThat(said.status()).isEqualTo(401);
        assertThat(said.body().path("error").asText()).isEqualTo("invalid_token");
        assertThat(said.challenge()).startsWith("Bearer realm=\"https://auth.example.org/sticky_auth/api/v1/authorize\"");
    }

    @Test
    void sendsABrowserWithoutATokenToLogIn() {
        Cave.Said said = cave.get("/group?name=a%20b", "");

        assertThat(said.status()).isEqualTo(302);
        assertThat(said.location()).startsWith("https://auth.example.org/sticky_auth/api/v1/authorize?redirect=http%3A//127.0.0.1%3A")
                .endsWith("/cave/auth/api/v1/group%3Fname%3Da%2520b");
    }

    @Test
    void insistsOnACapitalLetterInBearer() {
        assertThat(cave.get("/group", "bearer 01aa").body().path("error").asText()).isEqualTo("bad_auth_header");
    }

    @Test
    void refusesAMemberInAPlainSentence() {
        Cave.Said said = cave.get("/group", Cave.BOB);

        assertThat(said.status()).isEqualTo(403);
        assertThat(said.text()).isEqualTo("Requires admin privilege.");
    }

    @Test
    void countsEveryServiceAccountAsSomeAdmin() {
        assertThat(cave.get("/group", Cave.ROBOT).body()).hasSize(2);
        assertThat(cave.get("/dataset/1/group", Cave.ROBOT).text()).isEqualTo("Requires dataset admin privilege.");
    }

    @Test
    void redirectsProgramsTooWhenTheOperatorWantsIt() {
        cave.send("POST", "/sandbox/cave/settings", "{\"redirectInsteadOf401\":true}", "");

        assertThat(cave.get("/group", "Bearer nonsense").status()).isEqualTo(302);
        assertThat(cave.get("/group", Cave.ROBOT).status()).isEqualTo(200);
    }

    @Test
    void forgetsAdminStandingInTheMiddleOfARun() {
        assertThat(cave.get("/group", Cave.ROBOT).status()).isEqualTo(200);
        cave.send("POST", "/sandbox/cave/settings", "{\"adminStandingLost\":true}", "");

        assertThat(cave.get("/group/2/user", Cave.ROBOT).status()).isEqualTo(403);
        assertThat(cave.get("/user/me", Cave.ROBOT).status()).isEqualTo(200);
    }

    @Test
    void answersADoubledSlashWithItsPlainAddress() {
        Cave.Said said = cave.send("GET", "/cave/auth//api/v1/group", "", Cave.ROBOT);

        assertThat(said.status()).isEqualTo(308);
        assertThat(said.location()).isEqualTo(cave.address() + "/cave/auth/api/v1/group");
    }

    @Test
    void endsAllTokensOfADeletedUser() {
        cave.send("DELETE", "/sandbox/cave/users/2", "", "");

        assertThat(cave.get("/user/me", Cave.ADA).body().path("error").asText()).isEqualTo("invalid_token");
    }

    @Test
    void isThereASecondTimeForBrowsers() {
        assertThat(cave.send("GET", "/cave/sticky_auth/settings/tokens", "", Cave.ADA).status()).isEqualTo(200);
        assertThat(cave.send("GET", "/cave/sticky_auth/settings/tokens", "", "").location()).startsWith("https://auth.example.org/sticky_auth/api/v1/authorize");
        assertThat(cave.send("GET", "/cave/sticky_auth/api/v1/user/me", "", Cave.ADA).body().path("name").textValue()).isEqualTo("Ada");
    }

    @Test
    void forgetsItsTokensInTheMiddleOfARunWhenTold() {
        cave.send("POST", "/sandbox/cave/settings", "{\"tokensLost\": true}", "");
        assertThat(cave.get("/group", Cave.ROBOT).body().path("error").textValue()).isEqualTo("invalid_token");
        cave.send("POST", "/sandbox/cave/settings", "{\"tokensLost\": false}", "");
        assertThat(cave.get("/group", Cave.ROBOT).status()).isEqualTo(200);
    }
}

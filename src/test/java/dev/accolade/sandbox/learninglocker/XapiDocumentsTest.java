package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XapiDocumentsTest {

    private static final String XAPI = "/learning-locker/data/xAPI";
    private static final String ANN = Locker.encoded("{\"name\":\"Ann\",\"mbox\":\"mailto:ann@example.org\"}");
    private static final String STATE = XAPI + "/activities/state?activityId=http%3A%2F%2Fexample.org%2Fa&agent=" + ANN;
    private static final String PROFILE = XAPI + "/agents/profile?agent=" + ANN;

    private final Locker locker = new Locker();

    @AfterEach
    void close() {
        locker.close();
    }

    @Test
    void keepsStatesByActivityAgentAndId() {
        assertThat(locker.send("PUT", STATE + "&stateId=page", "{\"n\":1}").status()).isEqualTo(204);
        assertThat(locker.send("POST", STATE + "&stateId=page", "{\"m\":2}").status()).isEqualTo(204);

        assertThat(locker.get(STATE + "&stateId=page").body()).isEqualTo(Locker.json("{\"n\":1,\"m\":2}"));
        assertThat(locker.get(STATE).body()).isEqualTo(Locker.json("[\"page\"]"));
        assertThat(locker.get(STATE.replace("Ann", "Ben")).body()).hasSize(1);
        assertThat(locker.get(STATE.replace("ann%40", "ben%40")).body()).isEmpty();
        assertThat(locker.send("DELETE", STATE, "").status()).isEqualTo(204);
        assertThat(locker.get(STATE + "&stateId=page").status()).isEqualTo(404);
    }

    @Test
    void replacesAProfileOnlyForSomebodyWhoKnowsIt() {
        assertThat(locker.send("PUT", PROFILE + "&profileId=p", "{\"n\":1}").status()).isEqualTo(204);
        String tag = locker.get(PROFILE + "&profileId=p").response().headers().firstValue("ETag").orElseThrow();

        assertThat(locker.send("PUT", PROFILE + "&profileId=p", "{\"n\":2}").status()).isEqualTo(409);
        assertThat(matching("\"other\"").status()).isEqualTo(412);
        assertThat(matching(tag).status()).isEqualTo(204);
        assertThat(locker.get(PROFILE + "&profileId=p").body().path("n").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"state,204,200,403,403", "profile,403,403,204,200", "xapi/read,403,200,403,200", "xapi/all,204,200,204,200", "statements/write,403,403,403,403"})
    void isOpenToTheScopesThatSaySo(String scope, int writesState, int readsState, int writesProfile, int readsProfile) {
        locker.made("{\"scopes\":[\"" + scope + "\"],\"lrs_id\":\"" + Locker.STORE + "\",\"api\":{\"basic_key\":\"k\",\"basic_secret\":\"s\"}}");

        assertThat(locker.call("PUT", STATE + "&stateId=x", "{}", "k", "s").status()).isEqualTo(writesState);
        assertThat(locker.call("GET", STATE, "", "k", "s").status()).isEqualTo(readsState);
        assertThat(locker.call("PUT", PROFILE + "&profileId=x", "{}", "k", "s").status()).isEqualTo(writesProfile);
        assertThat(locker.call("GET", PROFILE, "", "k", "s").status()).isEqualTo(readsProfile);
    }

    @Test
    void refusesRequestsThatDoNotSayEnough() {
        assertThat(locker.send("PUT", STATE, "{}").status()).isEqualTo(400);
        assertThat(locker.get(XAPI + "/activities/state?agent=" + ANN).body().path("warnings").get(0).asText()).contains("query.activityId");
        assertThat(locker.get(PROFILE.replace("mailto", "mail")).status()).isEqualTo(400);
        assertThat(locker.get(XAPI + "/agents/profile?agent=%7B").status()).isEqualTo(400);
        assertThat(locker.call("GET", STATE, "", "key", "wrong").status()).isEqualTo(401);
    }

    private Locker.Said matching(String tag) {
        String credentials = "Basic " + Base64.getEncoder().encodeToString("key:secret".getBytes(StandardCharsets.UTF_8));
        return locker.said(locker.request("PUT", PROFILE + "&profileId=p", "{\"n\":3}").header("Authorization", credentials).header("If-Match", tag));
    }
}

package dev.accolade.contract.cave;

import static dev.accolade.contract.cave.CaveServer.API;
import static dev.accolade.contract.cave.CaveServer.json;
import static dev.accolade.contract.cave.CaveServer.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is let in, and how the others are turned away. */
class DoorContractTest {

    @RegisterExtension
    static final CaveServer CAVE = new CaveServer();

    @Test
    @Tag("cave-1")
    void standsBelowItsPrefixWithoutASlashAtTheEnd() {
        assertThat(CAVE.get("/group", CAVE.robot).statusCode()).isEqualTo(200);
        assertThat(CAVE.get("/group/", CAVE.robot).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("cave-2")
    void wantsBearerSpeltSo() {
        HttpResponse<String> answer = CAVE.send(CAVE.request(API + "/user/me").header("Authorization", "bearer " + CAVE.robot));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").textValue()).isEqualTo("bad_auth_header");
        assertThat(challenge(answer)).contains("error=\"invalid_request\"");
    }

    @Test
    @Tag("cave-13")
    void sendsADoubledSlashElsewhere() {
        assertThat(CAVE.send(CAVE.request("/auth//api/v1/group")).statusCode()).isEqualTo(308);
    }

    @Test
    @Tag("cave-14")
    void saysThatATokenIsMissing() {
        HttpResponse<String> answer = CAVE.send(CAVE.request(API + "/user/me").header("X-Requested-With", "test"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(type(answer)).isEqualTo("application/json");
        assertThat(json(answer).path("error").textValue()).isEqualTo("no_token");
        assertThat(challenge(answer)).matches("Bearer realm=\"https://[^\"]+/api/v1/authorize\"");
    }

    @Test
    @Tag("cave-15")
    void saysThatATokenIsUnknown() {
        HttpResponse<String> answer = CAVE.get("/user/me", "0".repeat(32));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").textValue()).isEqualTo("invalid_token");
        assertThat(challenge(answer)).contains("error=\"invalid_token\"");
    }

    @Test
    @Tag("cave-16")
    void sendsABrowserToTheLogin() {
        HttpResponse<String> answer = CAVE.send(CAVE.request(API + "/group?name=x"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("https://.+/api/v1/authorize\\?redirect=http.+%3Fname%3Dx");
        for (String header : new String[] {"X-Requested-With", "Origin"}) {
            assertThat(CAVE.send(CAVE.request(API + "/group").header(header, "http://x.example.org")).statusCode()).as(header).isEqualTo(401);
        }
    }

    @Test
    @Tag("cave-17")
    void takesATokenFromTheQueryAndMovesThatOfABrowserIntoACookie() {
        String path = API + "/user/me?middle_auth_token=" + CAVE.bob;
        assertThat(CAVE.send(CAVE.request(path).header("X-Requested-With", "test")).statusCode()).isEqualTo(200);

        HttpResponse<String> browser = CAVE.send(CAVE.request(path));
        assertThat(browser.statusCode()).isEqualTo(302);
        assertThat(browser.headers().firstValue("Location").orElseThrow()).endsWith("/user/me");
        assertThat(browser.headers().firstValue("Set-Cookie").orElseThrow()).contains("middle_auth_token=", "Secure", "HttpOnly", "Path=/");
    }

    @Test
    @Tag("cave-18")
    void takesATokenFromACookie() {
        assertThat(CAVE.send(CAVE.request(API + "/user/me").header("Cookie", "middle_auth_token=" + CAVE.bob)).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("cave-19")
    void doesNotLookFurtherAfterABadHeader() {
        HttpResponse<String> answer = CAVE.get("/user/me?middle_auth_token=" + CAVE.bob, "nonsense");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("cave-20")
    void tellsAnybodyItsVerbs() {
        HttpResponse<String> answer = CAVE.send(CAVE.request(API + "/group").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD", "OPTIONS");
    }

    @Test
    @Tag("cave-21")
    void knowsNoOtherRoutesForAnybody() {
        assertThat(CAVE.send(CAVE.request(API + "/nothing")).statusCode()).isEqualTo(404);
        HttpResponse<String> answer = CAVE.get("/nothing", CAVE.robot);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).startsWith("text/html");
    }

    @Test
    @Tag("cave-22")
    void writesCompactSortedJsonWithANewlineAtItsEnd() {
        HttpResponse<String> answer = CAVE.get("/group/" + CAVE.divers, CAVE.robot);

        assertThat(answer.body()).isEqualTo("{\"id\":" + CAVE.divers + ",\"name\":\"divers\"}\n");
        assertThat(type(answer)).isEqualTo("application/json");
    }

    @Test
    @Tag("cave-23")
    void letsPagesOfOthersAsk() {
        assertThat(CAVE.get("/group", CAVE.robot).headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        HttpResponse<String> answer = CAVE.send(CAVE.request(API + "/group").header("Origin", "https://x.example.org"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://x.example.org");
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Origin");
    }

    @Test
    @Tag("cave-63")
    void tellsItsVersionToAnybody() {
        HttpResponse<String> answer = CAVE.send(CAVE.request("/auth/version"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).startsWith("text/html");
        assertThat(answer.body()).contains("version");
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }
}

package dev.accolade.contract.cave;

import static dev.accolade.contract.cave.CaveServer.json;
import static dev.accolade.contract.cave.CaveServer.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An account's own tokens. */
class TokensContractTest {

    @RegisterExtension
    static final CaveServer CAVE = new CaveServer();

    @Test
    @Tag("cave-12")
    void givesKeysNoEndButThatOfTheirAccount() {
        JsonNode account = json(CAVE.send("POST", "/service_account", "{\"name\": \"" + UUID.randomUUID() + "\"}", CAVE.root));
        String path = "/service_account/" + account.path("id").asText();
        String secret = json(CAVE.get(path + "/token", CAVE.root)).textValue();

        assertThat(CAVE.get("/user/token/" + secret + "/ttl", secret).body()).isEqualTo("-1\n");
        CAVE.send("DELETE", path, "", CAVE.root);
        assertThat(json(CAVE.get("/user/me", secret)).path("error").textValue()).isEqualTo("invalid_token");
    }

    @Test
    @Tag("cave-24")
    void makesKeysOfThirtyTwoHexadecimalDigits() {
        HttpResponse<String> made = CAVE.send("POST", "/user/token", "{\"description\": \"for a test\"}", CAVE.bob);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(json(made).textValue()).matches("[0-9a-f]{32}");
        CAVE.send("DELETE", "/user/token/" + newest().path("id").asText(), "", CAVE.bob);
    }

    @Test
    @Tag("cave-25")
    void listsOwnKeysTheNewestFirst() {
        String made = json(CAVE.send("POST", "/user/token", "{\"description\": \"newer\"}", CAVE.bob)).textValue();

        assertThat(newest().fieldNames()).toIterable().containsExactly("created", "description", "id", "last_used", "token", "updated", "user_id");
        assertThat(newest().path("token").textValue()).isEqualTo(made);
        assertThat(newest().path("description").textValue()).isEqualTo("newer");
        assertThat(newest().path("last_used").isNull()).isTrue();
        assertThat(newest().path("user_id").asText()).isEqualTo(CAVE.bobId);
        CAVE.send("DELETE", "/user/token/" + newest().path("id").asText(), "", CAVE.bob);
    }

    @Test
    @Tag("cave-26")
    void makesAKeyAtEachVisitOfThePageAndLeavesTheOthers() {
        int before = json(CAVE.get("/user/token", CAVE.bob)).size();
        String first = json(CAVE.get("/create_token", CAVE.bob)).textValue();
        String second = json(CAVE.get("/create_token", CAVE.bob)).textValue();

        assertThat(second).isNotEqualTo(first);
        assertThat(json(CAVE.get("/user/token", first))).hasSize(before + 2);
        CAVE.send("DELETE", "/user/token/" + newest().path("id").asText(), "", CAVE.bob);
        CAVE.send("DELETE", "/user/token/" + newest().path("id").asText(), "", CAVE.bob);
    }

    @Test
    @Tag("cave-27")
    void deletesAKeyOnce() {
        String made = json(CAVE.send("POST", "/user/token", "{}", CAVE.bob)).textValue();
        String path = "/user/token/" + newest().path("id").asText();

        assertThat(CAVE.send("DELETE", path, "", CAVE.bob).body()).isEqualTo("\"success\"\n");
        assertThat(CAVE.get("/user/me", made).statusCode()).isEqualTo(401);
        HttpResponse<String> again = CAVE.send("DELETE", path, "", CAVE.bob);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).isEqualTo("Token doesn't exist");
    }

    @Test
    @Tag("cave-28")
    void tellsNobodyElsesTimeToLive() {
        HttpResponse<String> answer = CAVE.get("/user/token/" + CAVE.ada + "/ttl", CAVE.bob);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("error").textValue()).isEqualTo("invalid_token");
    }

    @Test
    @Tag("cave-29")
    void refreshesNothingWhereThereAreSeveralKeys() {
        json(CAVE.send("POST", "/user/token", "{}", CAVE.ada));
        HttpResponse<String> answer = CAVE.get("/refresh_token", CAVE.ada);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than one API Key");
    }

    @Test
    @Tag("cave-30")
    void cannotLogAKeyOut() {
        HttpResponse<String> answer = CAVE.get("/logout", CAVE.bob);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(type(answer)).startsWith("text/html");
        assertThat(CAVE.get("/logout_all", CAVE.bob).body()).isEqualTo("\"success\"\n");
        assertThat(CAVE.get("/user/me", CAVE.bob).statusCode()).isEqualTo(200);
    }

    private static JsonNode newest() {
        return json(CAVE.get("/user/token", CAVE.bob)).path(0);
    }
}

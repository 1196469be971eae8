package dev.accolade.contract.fasjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, who is let in, and refusals. */
class FasjsonDoorTest {

    @RegisterExtension
    static final Server SERVER = Server.of("fasjson");

    private final Visitor visitor = new Visitor(SERVER);

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me/", "/v1/groups/", "/v1/users/nobody/"})
    @Tag("fasjson-5")
    @Tag("fasjson-2")
    void asksWhoeverComesWithoutATicketToNegotiate(String path) {
        HttpResponse<String> answer = SERVER.send(SERVER.request(path));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(value -> assertThat(value).startsWith("Negotiate"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Negotiate", "Negotiate !", "Negotiate YIIabc==", "Negotiate c2FuZGJveDpub2JvZHlAbm93aGVyZQ==", "Basic YTpi", "Bearer abc"})
    @Tag("fasjson-5")
    void takesNothingElseForATicket(String authorization) {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/v1/me/").header("Authorization", authorization));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("fasjson-1")
    @Tag("fasjson-30")
    void tellsWhoAsks() {
        JsonNode me = visitor.json("/me/").path("result");

        assertThat(me.path("dn").asText()).contains("=");
        assertThat(me.path("username").isTextual() || me.path("service").isTextual()).isTrue();
    }

    @Test
    @Tag("fasjson-2")
    void refusesInJson() {
        HttpResponse<String> answer = visitor.get("/users/nobody-of-this-name/");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(Visitor.json(answer).path("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/-x/", "/users/a%20b/", "/groups/.x/", "/groups/a@b/members/"})
    @Tag("fasjson-3")
    void knowsNoAddressForANameThatCannotBe(String path) {
        HttpResponse<String> answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Visitor.json(answer).has("name")).isFalse();
        assertThat(Visitor.json(answer).has("groupname")).isFalse();
    }

    @Test
    @Tag("fasjson-27")
    void repeatsTheNameOfWhatIsNotThere() {
        assertMissing("/groups/no-such-group/", "groupname", "no-such-group");
        assertMissing("/groups/no-such-group/members/", "groupname", "no-such-group");
        assertMissing("/groups/no-such-group/sponsors/", "groupname", "no-such-group");
        assertMissing("/users/no-such-user/", "name", "no-such-user");
        assertMissing("/users/no-such-user/groups/", "name", "no-such-user");
    }

    private void assertMissing(String path, String field, String name) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(Visitor.json(answer).path(field).asText()).as(path).isEqualTo(name);
    }

    @Test
    @Tag("fasjson-28")
    void namesTheParameterThatIsNoNumber() {
        HttpResponse<String> answer = visitor.get("/users/?page_size=many");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).path("errors").has("page_size")).isTrue();
    }
}

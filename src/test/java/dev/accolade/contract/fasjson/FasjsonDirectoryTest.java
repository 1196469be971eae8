package dev.accolade.contract.fasjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What only somebody who may change the directory can bring about: skipped with a real server. */
class FasjsonDirectoryTest {

    @RegisterExtension
    static final Server SERVER = Server.of("fasjson");

    private final Visitor visitor = new Visitor(SERVER);

    @BeforeEach
    void onlyInTheSandbox() {
        assumeTrue(SERVER.sandbox().isPresent(), "the directory of a real server is not to be changed");
    }

    @AfterEach
    void asItWas() {
        control("PUT", "/users/zofia", "{\"locked\": false, \"is_private\": false}");
        control("POST", "/settings", "{\"directoryDown\": false, \"reauthentications\": 0, \"reordering\": false}");
    }

    private static void control(String method, String path, String body) {
        HttpResponse<String> done = SERVER.send(HttpRequest.newBuilder(URI.create(SERVER.sandbox().orElseThrow().address() + "/sandbox/fasjson" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(done.statusCode()).as(path).isEqualTo(204);
    }

    @Test
    @Tag("fasjson-15")
    void showsNobodyWhoseAccountIsLocked() {
        control("PUT", "/users/zofia", "{\"locked\": true}");

        assertThat(visitor.get("/users/zofia/").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/groups/packager/members/").body()).doesNotContain("zofia");
        assertThat(visitor.get("/groups/packager/sponsors/").body()).doesNotContain("zofia");
        assertThat(visitor.get("/users/").body()).doesNotContain("zofia");
        assertThat(visitor.json("/search/users/?username=zofia").path("result")).isEmpty();
    }

    @Test
    @Tag("fasjson-19")
    void showsAddressesAndNothingElseOfAPrivatePerson() {
        control("PUT", "/users/zofia", "{\"is_private\": true}");
        JsonNode user = visitor.json("/users/zofia/").path("result");

        assertThat(user.path("is_private").booleanValue()).isTrue();
        assertThat(user.path("human_name").isNull()).isTrue();
        assertThat(user.path("emails")).hasSize(1);
    }

    @Test
    @Tag("fasjson-20")
    void showsWhatIsPrivateToWhoeverDoesNotAskWhetherItIs() {
        control("PUT", "/users/zofia", "{\"is_private\": true}");

        assertThat(visitor.json("/users/zofia/", "X-Fields", "{username,human_name}").path("result").path("human_name").isTextual()).isTrue();
        assertThat(visitor.json("/users/zofia/", "X-Fields", "{username,human_name,is_private}").path("result").path("human_name").isNull()).isTrue();
    }

    @Test
    @Tag("fasjson-20")
    void hidesNothingInListsOfMembers() {
        control("PUT", "/users/zofia", "{\"is_private\": true}");
        JsonNode members = visitor.json("/groups/packager/members/", "X-Fields", "{username,human_name,is_private}").path("result");

        assertThat(members).anyMatch(member -> member.path("username").asText().equals("zofia") && member.path("human_name").isTextual());
    }

    @Test
    @Tag("fasjson-25")
    void countsTheMembersOfGroupsWithinTheGroup() {
        int packagers = visitor.json("/groups/packager/members/").path("result").size();
        control("POST", "/groups", "{\"groupname\": \"umbrella\", \"groups\": [\"packager\"]}");

        assertThat(visitor.json("/groups/umbrella/members/").path("result")).hasSize(packagers);
        assertThat(visitor.json("/groups/umbrella/is-member/zofia").path("result").booleanValue()).isTrue();
        assertThat(visitor.json("/groups/umbrella/is-member/teo").path("result").booleanValue()).isFalse();

        control("DELETE", "/groups/umbrella", "");
        assertThat(visitor.get("/groups/umbrella/").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("fasjson-8")
    void wantsANewLoginWhenTheTicketHasEndedAtTheServer() {
        control("POST", "/settings", "{\"reauthentications\": 1}");
        HttpResponse<String> answer = visitor.get("/me/");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Negotiate");
        assertThat(Visitor.json(answer).path("message").asText()).isEqualTo("Re-authentication is necessary.");
        assertThat(visitor.get("/me/").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("fasjson-12")
    void cutsEachPageFromAListThatMayHaveMoved() {
        control("POST", "/settings", "{\"reordering\": true}");
        JsonNode first = visitor.json("/groups/packager/members/?page_size=1&page_number=1").path("result");

        assertThat(visitor.json("/groups/packager/members/?page_size=1&page_number=1").path("result")).isNotEqualTo(first);
    }

    @Test
    @Tag("fasjson-29")
    void saysThatItsDirectoryIsDown() {
        control("POST", "/settings", "{\"directoryDown\": true}");
        HttpResponse<String> answer = visitor.get("/groups/");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Visitor.json(answer).path("source").asText()).isEqualTo("LDAP");
    }
}

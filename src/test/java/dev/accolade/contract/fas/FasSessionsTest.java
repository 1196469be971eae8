package dev.accolade.contract.fas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logging in, sessions and their proof. */
class FasSessionsTest {

    @RegisterExtension
    static final Server SERVER = Server.of("fas");

    private final FasGuest fas = new FasGuest(SERVER);

    @Test
    @Tag("fas-1")
    void takesAFormAndAnswersInJsonByTheHeaderOrByAParameter() {
        HttpResponse<String> byHeader = fas.asAdmin("/json/user_id");
        HttpResponse<String> byParameter = SERVER.send(SERVER.request("/json/user_id").header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "tg-visit=" + fas.session()).POST(BodyPublishers.ofString("tg_format=json")));

        assertThat(byHeader.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(FasGuest.json(byParameter).has("logging_in")).isTrue();
    }

    @Test
    @Tag("fas-3")
    void takesASessionOnlyWithItsProof() {
        String session = fas.session();

        assertThat(session).matches("[0-9a-f]{40}");
        assertThat(fas.under(session, "/json/user_id").statusCode()).isEqualTo(200);
        assertThat(fas.post("/json/user_id", session).statusCode()).isEqualTo(403);
        assertThat(fas.post("/json/user_id", session, "_csrf_token", FasGuest.token("x")).statusCode()).isEqualTo(403);
        assertThat(FasGuest.token("a".repeat(40))).isEqualTo("a56559418dc7908ce5f0b24b05c78e055cb863dc");
    }

    @Test
    @Tag("fas-4")
    void answersAnEndedSessionWith403AndAnObject() {
        HttpResponse<String> refused = fas.under("c".repeat(40), "/json/user_id");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(FasGuest.json(refused).fieldNames()).toIterable().contains("logging_in", "message", "forward_url", "previous_url",
                "original_parameters");
        assertThat(FasGuest.json(fas.post("/json/user_id", null, "user_name", fas.user, "password", "guess", "login", "Login")).get("logging_in")
                .asBoolean()).isTrue();
    }

    @Test
    @Tag("fas-5")
    void answersAWrongPasswordBesideASessionAsTheSessionsUser() {
        JsonNode home = FasGuest.json(fas.under(fas.session(), "/home", "user_name", fas.admin, "password", "guess", "login", "Login"));

        assertThat(home.get("person").get("username").asText()).isEqualTo(fas.user);
    }

    @Test
    @Tag("fas-6")
    void bringsACookieWithEachAnswerAndAnotherOneForAnUnknownSession() {
        String session = fas.session();

        assertThat(FasGuest.visit(fas.under(session, "/json/user_id"))).contains(session);
        assertThat(FasGuest.visit(fas.under("c".repeat(40), "/json/user_id")).orElseThrow()).matches("[0-9a-f]{40}").isNotEqualTo("c".repeat(40));
        assertThat(FasGuest.visit(fas.post("/", null))).isPresent();
    }

    @Test
    @Tag("fas-14")
    void letsInOnAnyPage() {
        HttpResponse<String> home = fas.asUser("/home");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(fas.under(FasGuest.visit(home).orElseThrow(), "/home").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("fas-15")
    void tellsTheOneWhoLoggedInAboutThemselves() {
        JsonNode user = fas.user("/login").get("user");

        assertThat(user.get("username").asText()).isEqualTo(fas.user);
        assertThat(List.of(user.get("group_roles"), user.get("groups"))).allMatch(JsonNode::isArray);
        assertThat(user.fieldNames()).toIterable().contains("approved_memberships", "unapproved_memberships", "memberships", "roles");
    }

    @Test
    @Tag("fas-16")
    void takesBasicCredentials() {
        HttpResponse<String> info = SERVER.send(fas.request("/user/view", null).header("Authorization", fas.basic()).POST(BodyPublishers.noBody()));

        assertThat(FasGuest.json(info).get("person").get("username").asText()).isEqualTo(fas.user);
    }

    @Test
    @Tag("fas-17")
    void refusesWhoeverSendsNothing() {
        HttpResponse<String> refused = SERVER.send(fas.request("/home", null).POST(BodyPublishers.noBody()));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(FasGuest.json(refused).get("original_parameters")).isEmpty();
    }

    @Test
    @Tag("fas-18")
    void endsASessionUnderTheSameId() {
        String session = fas.session();
        HttpResponse<String> out = fas.under(session, "/logout");

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(FasGuest.visit(out)).contains(session);
        assertThat(fas.under(session, "/home").statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("fas-19")
    void keepsASessionAliveByTheFrontPage() {
        String session = fas.session();
        HttpResponse<String> front = fas.under(session, "/");

        assertThat(front.statusCode()).isEqualTo(200);
        assertThat(FasGuest.visit(front)).contains(session);
        assertThat(FasGuest.json(front).isObject()).isTrue();
    }

    @Test
    @Tag("fas-20")
    @Tag("fas-44")
    void tellsAtHomeWhoItIsAndSoVerifiesAPassword() {
        assertThat(fas.user("/home").fieldNames()).toIterable().contains("person", "memberships", "cla");
        assertThat(fas.post("/home", null, "user_name", fas.user, "password", "guess", "login", "Login").statusCode()).isEqualTo(403);
    }
}

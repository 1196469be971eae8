package dev.accolade.sandbox.fas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FasWritingTest {

    private FasVisitor fas;

    @BeforeEach
    void start() throws IOException {
        fas = new FasVisitor();
    }

    @AfterEach
    void stop() {
        fas.close();
    }

    private JsonNode group(String name) {
        return fas.as("alice", "json/group_by_name", "groupname", name).path("group");
    }

    @Test
    void redirectsToANewGroupWithTheTokenInTheAddress() {
        HttpResponse<String> made = fas.response("alice", "group/create/translators/Our%20Translators/bob/tracking", "apply_rules", "None");

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(made.headers().firstValue("location").orElseThrow())
                .isEqualTo(fas.base() + "group/view/translators?_csrf_token=" + Visits.token(FasVisitor.session(made)));
        assertThat(group("translators").path("display_name").asText()).isEqualTo("Our Translators");
        assertThat(group("translators").path("apply_rules").asText()).isEqualTo("None");
        assertThat(group("translators").path("approved_roles").path(0).path("role_type").asText()).isEqualTo("administrator");
    }

    @Test
    void refusesAGroupWithARedirectToTheFrontPage() {
        HttpResponse<String> refused = fas.response("bob", "group/create/translators/T/bob/tracking");

        assertThat(refused.headers().firstValue("location")).contains(fas.base());
        assertThat(group("translators").isMissingNode()).isTrue();
    }

    @Test
    void reportsBadFieldsOfAGroupWithStatus200() {
        HttpResponse<String> invalid = fas.response("alice", "group/create/bob/T/nobody/party");

        assertThat(invalid.statusCode()).isEqualTo(200);
        assertThat(FasVisitor.json(invalid).path("tg_errors").fieldNames()).toIterable().containsExactlyInAnyOrder("name", "owner", "group_type");
    }

    @Test
    void sponsorsSomebodyWhoApplied() {
        HttpResponse<String> sponsored = fas.response("carol", "group/sponsor/packager/dave");

        assertThat(sponsored.headers().firstValue("location").orElseThrow()).contains("group/view/packager");
        assertThat(fas.as("alice", "group/dump/packager").path("people").toString())
                .isEqualTo("[[\"bob\",\"Bob@example.org\",\"Bob Example\",\"user\",0],[\"carol\",\"carol@example.org\",\"Carol Example\",\"sponsor\",1],"
                        + "[\"dave\",\"dave@example.org\",\"Dave Hidden\",\"user\",0]]");
    }

    @Test
    void redirectsJustTheSameWhenItRefusesToSponsor() {
        assertThat(fas.response("bob", "group/sponsor/packager/dave").statusCode()).isEqualTo(303);
        assertThat(group("packager").path("unapproved_roles")).hasSize(1);
    }

    @Test
    void removesUpgradesAndDowngrades() {
        fas.response("alice", "group/upgrade/packager/bob");
        assertThat(group("packager").path("approved_roles").findValuesAsText("role_type")).containsExactly("sponsor", "sponsor");
        fas.response("alice", "group/downgrade/packager/carol");
        fas.response("alice", "group/remove/packager/bob");
        assertThat(group("packager").path("approved_roles").findValuesAsText("role_type")).containsExactly("user");
    }

    @Test
    void storesAConfigurationButReadsNoneWithCapitals() {
        assertThat(fas.as("bob", "config/set/bob/moin/theme", "value", "a & b").path("tg_flash").isTextual()).isTrue();
        fas.as("bob", "config/set/bob/moin/Theme2", "value", "lost");

        assertThat(fas.as("bob", "config/list/bob/moin/theme").path("configs").path("theme").asText()).isEqualTo("a & b");
        assertThat(fas.as("bob", "config/list/bob/moin/Theme2").path("configs")).isEmpty();
        assertThat(fas.as("bob", "config/list/alice/moin/theme").path("exc").asText()).isEqualTo("AuthorizationError");
        assertThat(fas.as("bob", "config/list/bob/pong/theme").path("exc").asText()).isEqualTo("DBAPIError");
    }

    @Test
    void aRenamedGroupKeepsIdAndMembers() {
        fas.control("PUT", "/groups/packager/name", "{\"name\": \"maintainers\"}");

        assertThat(group("maintainers").path("id").asInt()).isEqualTo(100300);
        assertThat(group("maintainers").path("approved_roles")).hasSize(2);
        assertThat(fas.as("alice", "json/group_by_name", "groupname", "packager").path("success").asBoolean()).isFalse();
    }

    @Test
    void operatorsAddAndRemovePeopleAndGroups() {
        assertThat(fas.control("POST", "/people", "{\"username\": \"zoe\", \"email\": \"zoe@example.org\"}").statusCode()).isEqualTo(201);
        fas.control("POST", "/groups", "{\"name\": \"zebras\", \"type\": \"git\"}");
        fas.control("PUT", "/groups/zebras/members/zoe", "{\"role\": \"administrator\"}");
        fas.control("PUT", "/people/zoe/email", "{\"email\": \"Zoe@example.net\"}");
        assertThat(fas.as("alice", "group/dump/zebras").path("people").toString())
                .isEqualTo("[[\"zoe\",\"Zoe@example.net\",\"\",\"administrator\",0]]");

        fas.control("DELETE", "/people/zoe", "");
        assertThat(fas.as("alice", "group/dump/zebras").path("people")).isEmpty();
        fas.control("DELETE", "/groups/zebras", "");
        assertThat(FasVisitor.json(fas.control("GET", "/summary", "")).path("groups").asInt()).isEqualTo(4);
    }

    @Test
    void tellsOperatorsWhatWasWrong() {
        HttpResponse<String> answer = fas.control("PUT", "/groups/packager/members/bob", "{\"role\": \"king\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("role").contains("king");
    }

    @Test
    void namesTheFieldOfABadSeed() throws IOException {
        JsonNode twice = new ObjectMapper().readTree("{\"people\": [{\"username\": \"a\"}], \"groups\": [{\"name\": \"g\", \"users\": [\"a\", \"b\"]}]}");

        assertThatThrownBy(() -> new FasStandIn().load(twice)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("groups[0].users[1]");
    }
}

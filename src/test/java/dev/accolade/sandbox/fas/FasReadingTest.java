package dev.accolade.sandbox.fas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FasReadingTest {

    private FasVisitor fas;

    @BeforeEach
    void start() throws IOException {
        fas = new FasVisitor();
    }

    @AfterEach
    void stop() {
        fas.close();
    }

    private JsonNode packagers(String... parameters) {
        return fas.as("alice", "json/fas_client/group_data", parameters).path("data").path("packager");
    }

    @Test
    void keepsGroupDataForAQuarterOfAnHourUnlessForced() {
        assertThat(packagers().path("users").toString()).isEqualTo("[100003]");
        fas.control("DELETE", "/groups/packager/members/bob", "");

        assertThat(packagers().path("users").toString()).isEqualTo("[100003]");
        assertThat(packagers("force_refresh", "False").path("users").toString()).isEqualTo("[]");

        fas.control("PUT", "/groups/packager/members/bob", "{\"role\": \"sponsor\"}");
        fas.time.pass(Duration.ofMinutes(16));
        assertThat(packagers().path("sponsors").toString()).isEqualTo("[100002,100003]");
    }

    @Test
    void leavesUnapprovedMembersOutOfGroupDataButNotOutOfTheGroup() {
        assertThat(packagers().toString()).doesNotContain("100004");
        JsonNode group = fas.as("bob", "json/group_by_name", "groupname", "packager").path("group");
        assertThat(group.path("unapproved_roles").path(0).path("person_id").asInt()).isEqualTo(100004);
        assertThat(group.path("unapproved_roles").path(0).path("approval").isNull()).isTrue();
    }

    @Test
    void hidesNamesOfPrivatePeopleFromOthersButNeverTheirEmail() {
        JsonNode seen = fas.as("bob", "json/person_by_username", "username", "dave").path("person");

        assertThat(seen.path("human_name").isNull()).isTrue();
        assertThat(seen.path("email").asText()).isEqualTo("dave@example.org");
        assertThat(seen.path("password").asText()).isEqualTo("*");
        assertThat(fas.as("alice", "json/person_by_username", "username", "dave").path("person").path("human_name").asText())
                .isEqualTo("Dave Hidden");
    }

    @Test
    void printsTimesAsPythonDoes() {
        fas.response("bob", "home");
        fas.time.pass(Duration.ofNanos(1_500_000));
        JsonNode bob = fas.as("bob", "home").path("person");

        assertThat(bob.path("creation").asText()).isEqualTo("2008-03-01 09:00:00+00:00");
        assertThat(bob.path("last_seen").asText()).isEqualTo("2026-01-05 10:00:00.001500+00:00");
    }

    @Test
    void answersSuccessFalseForUnknownPeopleAndGroups() {
        assertThat(fas.response("alice", "json/person_by_id", "person_id", "9").body()).isEqualTo("{\"success\":false}");
        assertThat(fas.as("alice", "json/group_by_name", "groupname", "nope").path("success").asBoolean(true)).isFalse();
        assertThat(fas.as("alice", "group/dump/nope").path("people")).isEmpty();
    }

    @Test
    void looksForNamesWithAWhenNoSearchIsGiven() {
        assertThat(fas.as("alice", "user/list", "fields", "username").path("people").toString()).isEqualTo("[{\"username\":\"alice\"}]");
        assertThat(fas.as("alice", "user/list", "search", "", "fields", "username").path("people")).hasSize(5);
        assertThat(fas.as("alice", "user/list", "search", "B*", "fields", "username").path("people")).hasSize(1);
    }

    @Test
    void listsPeopleWithoutTheAgreementApart() {
        JsonNode list = fas.as("alice", "user/list", "search", "*", "fields", "username");

        assertThat(list.path("unapproved_people").toString()).isEqualTo("[{\"username\":\"erin\"}]");
    }

    @Test
    void givesAGroupOfNullsToSomebodyWithoutAnyRole() {
        JsonNode erin = fas.as("alice", "user/list", "search", "erin").path("unapproved_people").path(0);

        assertThat(erin.path("memberships").path(0).path("name").isNull()).isTrue();
        assertThat(erin.path("group_roles").has("null")).isTrue();
    }

    @Test
    void limitCutsMembershipsInsteadOfPeople() {
        JsonNode people = fas.as("alice", "user/list", "search", "*", "limit", "2").path("people");

        assertThat(people).hasSize(1);
        assertThat(people.path(0).path("memberships")).hasSize(2);
    }

    @Test
    void answersAnUnknownFieldWithStatus200AndAnError() {
        HttpResponse<String> answer = fas.response("alice", "user/list", "search", "*", "fields", "shoe_size");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(FasVisitor.json(answer).path("exc").asText()).isEqualTo("Invalid");
        assertThat(FasVisitor.json(answer).path("tg_flash").asText()).contains("shoe_size");
    }

    @Test
    void listsMembershipsOfAllGroupsOnlyForTheParameter() {
        assertThat(fas.as("bob", "group/list").path("memberships")).isEmpty();

        JsonNode list = fas.as("bob", "group/list", "tg_format", "json");
        assertThat(list.path("memberships").path("100300").toString()).contains("{\"person_id\":100002,\"role_type\":\"sponsor\"}")
                .doesNotContain("100004");
        assertThat(list.path("groups").toString()).doesNotContain("fas-council");
        assertThat(list.path("memberships").has("100301")).isTrue();
    }

    @Test
    void answersUnknownPagesAndParametersWithHtml() {
        HttpResponse<String> page = fas.response("alice", "json/nothing");
        HttpResponse<String> parameter = fas.response("alice", "json/user_id", "page", "2");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(parameter.statusCode()).isEqualTo(500);
        assertThat(parameter.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void queriesPeopleByGroupWithSqlPatterns() {
        JsonNode found = fas.as("alice", "json/people_query", "group", "pack%", "role_status", "approved", "columns", "username,role_type")
                .path("data");

        assertThat(found.toString()).isEqualTo("[{\"username\":\"carol\",\"role_type\":\"sponsor\"},{\"username\":\"bob\",\"role_type\":\"user\"}]");
        assertThat(fas.as("alice", "json/people_query", "columns", "password").path("error").asText()).isEqualTo("Invalid column requested.");
    }
}

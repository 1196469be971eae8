package dev.accolade.contract.fas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told about people. */
class FasPeopleContractTest {

    @RegisterExtension
    static final Server SERVER = Server.of("fas");

    private final FasGuest fas = new FasGuest(SERVER);

    @Test
    @Tag("fas-27")
    void givesAPersonWithAllColumnsAndRelations() {
        JsonNode person = fas.admin("/json/person_by_username", "username", "kenji").get("person");

        assertThat(person.size()).isEqualTo(39);
        assertThat(fas.admin("/json/person_by_id", "person_id", person.get("id").asText()).get("person")).isEqualTo(person);
        assertThat(person.get("group_roles").get("packager").get("role_status").asText()).isEqualTo("approved");
    }

    @Test
    @Tag("fas-11")
    @Tag("fas-28")
    void blanksWhatOneMayNotSeeButNotTheAddress() {
        JsonNode hidden = fas.user("/json/person_by_username", "username", "hidden").get("person");

        assertThat(hidden.get("human_name").isNull()).isTrue();
        assertThat(hidden.get("password").asText()).isEqualTo("*");
        assertThat(hidden.get("email").asText()).contains("@");
        assertThat(hidden.size()).isEqualTo(39);
        assertThat(fas.user("/json/person_by_username", "username", "oma").get("person").get("email").isNull()).isTrue();
    }

    @Test
    @Tag("fas-12")
    void showsPeopleTheHashOfTheirOwnPassword() {
        assertThat(fas.user("/user/view").get("person").get("password").asText()).startsWith("$");
    }

    @Test
    @Tag("fas-2")
    @Tag("fas-30")
    void saysOfAnUnknownPersonOnlyThatThereIsNoSuccess() {
        assertThat(fas.admin("/json/person_by_id", "person_id", "9").toString()).isEqualTo("{\"success\":false}");
        assertThat(fas.admin("/json/person_by_username", "username", "nobody").toString()).isEqualTo("{\"success\":false}");
    }

    @Test
    @Tag("fas-8")
    @Tag("fas-31")
    void listsTheFieldsAskedForInTwoLists() {
        JsonNode answer = fas.admin("/user/list", "search", "*", "fields", "id", "fields", "email");

        assertThat(answer.get("people")).isNotEmpty().allMatch(person -> person.size() == 2);
        assertThat(answer.get("unapproved_people")).isNotEmpty().allMatch(person -> person.has("email"));
        assertThat(answer.get("search").asText()).isEqualTo("*");
        assertThat(answer.get("people").size() + answer.get("unapproved_people").size()).isEqualTo(fas.admin("/json/user_id").get("people").size());
    }

    @Test
    @Tag("fas-32")
    @Tag("fas-33")
    void looksForExactlyThisNameUnlessThereIsAStar() {
        assertThat(fas.admin("/user/list", "search", "kenji", "fields", "username").get("people")).hasSize(1);
        assertThat(fas.admin("/user/list", "search", "ken", "fields", "username").get("people")).isEmpty();
        assertThat(fas.admin("/user/list", "search", "ken*", "fields", "username").get("people")).hasSize(1);
        assertThat(fas.admin("/user/list", "search", "zzz", "fields", "id").get("unapproved_people")).isEmpty();
    }

    @Test
    @Tag("fas-34")
    void namesAllAccountsByNumberAsText() {
        JsonNode people = fas.user("/json/user_id").get("people");

        assertThat(people.fieldNames()).toIterable().allMatch(number -> number.matches("\\d+"));
        assertThat(people).extracting(JsonNode::asText).contains("pedro", "releasebot");
    }

    @Test
    @Tag("fas-35")
    void givesActiveAccountsWithoutTheirHashes() {
        JsonNode data = fas.user("/json/fas_client/user_data").get("data");

        assertThat(data).isNotEmpty().allMatch(account -> account.size() == 6 && account.get("password").asText().equals("*"))
                .noneMatch(account -> account.get("username").asText().equals("pedro"))
                .anyMatch(account -> account.get("username").asText().equals("hidden") && account.get("human_name").asText().equals("hidden"));
    }

    @Test
    @Tag("fas-36")
    @Tag("fas-38")
    void queriesTheTablesByConstraint() {
        JsonNode rows = fas.admin("/json/people_query", "group", "bots", "role_status", "approved", "columns", "username,email").get("data");
        HttpResponse<String> eaten = fas.asAdmin("/json/people_query", "username", "kenji", "columns", "id");

        assertThat(rows).hasSize(2).allMatch(row -> row.size() == 2);
        assertThat(FasGuest.json(eaten).get("data")).hasSize(1);
    }

    @Test
    @Tag("fas-37")
    void refusesAnUnknownColumnUnder200() {
        HttpResponse<String> refused = fas.asAdmin("/json/people_query", "columns", "password");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(FasGuest.json(refused).get("success").asBoolean(true)).isFalse();
        assertThat(FasGuest.json(refused).get("error").isTextual()).isTrue();
        assertThat(FasGuest.json(refused).get("data")).isEmpty();
    }
}

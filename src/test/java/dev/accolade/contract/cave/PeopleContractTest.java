package dev.accolade.contract.cave;

import static dev.accolade.contract.cave.CaveServer.json;
import static dev.accolade.contract.cave.CaveServer.type;
import static dev.accolade.contract.cave.CaveServer.unheardOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One account, and what is told of it. */
class PeopleContractTest {

    @RegisterExtension
    static final CaveServer CAVE = new CaveServer();

    @Test
    @Tag("cave-5")
    void leavesOutWhomItDoesNotKnow() {
        String id = CAVE.newUser(unheardOf()).path("id").asText();
        assertThat(json(CAVE.get("/user?id=" + id + "," + CAVE.bobId, CAVE.robot))).hasSize(2);

        CAVE.send("DELETE", "/user/" + id, "", CAVE.root);
        assertThat(json(CAVE.get("/user?id=" + id + "," + CAVE.bobId + ",x", CAVE.robot))).hasSize(1);
    }

    @Test
    @Tag("cave-8")
    void tellsAddressesApartByTheirCase() {
        String email = "dora" + unheardOf();
        JsonNode first = CAVE.newUser(email);
        JsonNode second = CAVE.newUser(email.replace("dora", "Dora"));

        assertThat(second.path("id").asInt()).isGreaterThan(first.path("id").asInt());
        assertThat(json(CAVE.get("/user?email=" + email, CAVE.robot))).hasSize(2);
        HttpResponse<String> third = CAVE.send("POST", "/user", "{\"name\": \"Eve\", \"email\": \"" + email + "\"}", CAVE.robot);
        assertThat(third.statusCode()).isEqualTo(422);
        assertThat(third.body()).isEqualTo("User with email already exists.");
    }

    @Test
    @Tag("cave-11")
    void givesServiceAccountsAnAddressThatIsNoMailbox() {
        JsonNode robot = json(CAVE.get("/user?id=" + CAVE.robotId, CAVE.robot)).path(0);

        assertThat(robot.path("email").textValue()).isEqualTo(robot.path("name").textValue().toLowerCase() + "@serviceaccount");
        assertThat(robot.path("service_account").booleanValue()).isTrue();
    }

    @Test
    @Tag("cave-31")
    void tellsAnybodyAllOfTheirOwn() {
        JsonNode bob = json(CAVE.get("/user/me", CAVE.bob));

        assertThat(bob.fieldNames()).toIterable().containsExactly("admin", "admin_datasets", "affiliations", "created", "email", "gdpr_consent", "id", "name",
                "pi", "service_account");
    }

    @Test
    @Tag("cave-32")
    void tellsAPersonLessAboutOthersThanAServiceAccount() {
        assertThat(json(CAVE.get("/user/" + CAVE.adaId, CAVE.bob)).fieldNames()).toIterable()
                .containsExactly("affiliations", "created", "id", "name", "pi", "service_account");
        assertThat(json(CAVE.get("/user/" + CAVE.adaId, CAVE.robot)).has("email")).isTrue();
        HttpResponse<String> answer = CAVE.get("/user/" + CAVE.robotId, CAVE.robot);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("User doesn't exist");
        assertThat(type(answer)).startsWith("text/html");
    }

    @Test
    @Tag("cave-33")
    void putsAffiliationsIntoAnArrayOfTheirOwn() {
        JsonNode ada = json(CAVE.get("/user/" + CAVE.adaId, CAVE.robot)).path("affiliations");
        assertThat(ada).hasSize(1);
        assertThat(ada.path(0).path(0).has("name")).isTrue();
        assertThat(json(CAVE.get("/user/" + CAVE.bobId, CAVE.robot)).path("affiliations")).hasToString("[[]]");
    }

    @Test
    @Tag("cave-34")
    void writesTimesAsHttpDoes() {
        assertThat(json(CAVE.get("/user/me", CAVE.bob)).path("created").textValue()).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }

    @Test
    @Tag("cave-35")
    void tellsWhoIsBehindAServiceAccount() {
        JsonNode robot = json(CAVE.get("/user?id=" + CAVE.robotId, CAVE.robot)).path(0);

        assertThat(robot.path("parent_id").isIntegralNumber()).isTrue();
        assertThat(robot.path("parent").path("id")).isEqualTo(robot.path("parent_id"));
        assertThat(robot.path("parent").has("email")).isFalse();
    }

    @Test
    @Tag("cave-60")
    void listsServiceAccountsWithoutTheirAddress() {
        JsonNode accounts = json(CAVE.get("/service_account", CAVE.robot));

        assertThat(accounts).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("service_account").booleanValue()).isTrue();
            assertThat(one.has("email")).isFalse();
        });
        assertThat(CAVE.get("/service_account?id=x", CAVE.robot).statusCode()).isEqualTo(500);
    }

    @Test
    @Tag("cave-66")
    void tellsAnybodyNames() {
        assertThat(json(CAVE.get("/username?id=" + CAVE.bobId, CAVE.ada))).hasToString("[{\"id\":" + CAVE.bobId + ",\"name\":\"Bobby\"}]");
        assertThat(CAVE.get("/username", CAVE.ada).body()).isEqualTo("[]\n");
        assertThat(CAVE.get("/username?id=x", CAVE.ada).statusCode()).isEqualTo(500);
    }
}

package dev.accolade.contract.cave;

import static dev.accolade.contract.cave.CaveServer.API;
import static dev.accolade.contract.cave.CaveServer.json;
import static dev.accolade.contract.cave.CaveServer.type;
import static dev.accolade.contract.cave.CaveServer.unheardOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups and their members. */
class GroupsContractTest {

    private static final String NOWHERE = "/group/999999999";

    @RegisterExtension
    static final CaveServer CAVE = new CaveServer();

    @Test
    @Tag("cave-4")
    void givesAGroupThatIsNotThereNobody() {
        HttpResponse<String> answer = CAVE.get(NOWHERE + "/user", CAVE.robot);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]\n");
    }

    @Test
    @Tag("cave-9")
    void givesMembersWithoutTheirAddress() {
        JsonNode members = json(CAVE.get("/group/" + CAVE.divers + "/user", CAVE.robot));

        assertThat(members).isNotEmpty().allSatisfy(one -> assertThat(one.fieldNames()).toIterable().containsExactly("admin", "id", "name"));
        assertThat(member(CAVE.divers, CAVE.adaId).path("admin").booleanValue()).isTrue();
        assertThat(member(CAVE.divers, CAVE.bobId).path("admin").booleanValue()).isFalse();
    }

    @Test
    @Tag("cave-65")
    void givesMembersUnderTheNamesOfTheirAccounts() {
        assertThat(member(CAVE.divers, CAVE.bobId).path("name").textValue()).isEqualTo("Bob");
        assertThat(json(CAVE.get("/user/" + CAVE.bobId, CAVE.robot)).path("name").textValue()).isEqualTo("Bobby");
    }

    @Test
    @Tag("cave-43")
    void listsGroupsByIdAndFindsThemByPartOfTheirName() {
        JsonNode groups = json(CAVE.get("/group", CAVE.robot));

        assertThat(groups.findValues("id")).extracting(JsonNode::asInt).isSorted();
        assertThat(json(CAVE.get("/group?name=DIVE", CAVE.robot)).findValuesAsText("name")).contains("divers");
        assertThat(json(CAVE.get("/group?name=no-such-name", CAVE.robot))).isEmpty();
    }

    @Test
    @Tag("cave-44")
    void saysThatAGroupIsNotThereOnlyWhenAskedForIt() {
        assertThat(CAVE.get(NOWHERE, CAVE.robot).statusCode()).isEqualTo(404);
        assertThat(CAVE.get(NOWHERE, CAVE.robot).body()).isEqualTo("Group doesn't exist");
        assertThat(CAVE.get("/group/x/user", CAVE.robot).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("cave-45")
    void listsServiceAccountsOfAGroupApart() {
        assertThat(member(CAVE.divers, CAVE.robotId).isMissingNode()).isTrue();
        assertThat(json(CAVE.get("/group/" + CAVE.divers + "/service_account", CAVE.robot)).findValuesAsText("id")).contains(CAVE.robotId);
    }

    @Test
    @Tag("cave-46")
    void makesWhoMakesAGroupItsAdmin() {
        String group = CAVE.newGroup();
        String name = json(CAVE.get("/group/" + group, CAVE.robot)).path("name").textValue();

        assertThat(json(CAVE.get("/group/" + group + "/admin", CAVE.robot)).findValuesAsText("id")).contains(CAVE.robotId);
        HttpResponse<String> again = CAVE.send("POST", "/group", "{\"name\": \"" + name + "\"}", CAVE.robot);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).isEqualTo("Group already exists.");
        assertThat(CAVE.send("POST", "/group", "{}", CAVE.robot).body()).isEqualTo("Missing name.");
    }

    @Test
    @Tag("cave-47")
    void takesSomebodyUnknownForAMember() {
        String group = CAVE.newGroup();
        String path = "/group/" + group + "/user";
        String eve = CAVE.newUser(unheardOf()).path("id").asText();

        assertThat(CAVE.send("POST", path, "{\"user_id\": " + eve + "}", CAVE.robot).body()).isEqualTo("\"success\"\n");
        for (String id : new String[] {eve, "999999999"}) {
            HttpResponse<String> answer = CAVE.send("POST", path, "{\"user_id\": " + id + "}", CAVE.robot);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).isEqualTo("User already belongs to group.");
        }
        assertThat(CAVE.send("POST", path, "{}", CAVE.robot).body()).isEqualTo("Missing user_id.");
    }

    @Test
    @Tag("cave-48")
    void letsOnlySuperadminsRemoveAnAdminOfAGroup() {
        String group = CAVE.newGroup();
        String eve = CAVE.newUser(unheardOf()).path("id").asText();
        String path = "/group/" + group + "/user/" + eve;
        CAVE.send("POST", "/group/" + group + "/user", "{\"user_id\": " + eve + "}", CAVE.robot);

        assertThat(CAVE.send("PUT", path, "{\"admin\": true}", CAVE.robot).body()).isEqualTo("\"success\"\n");
        assertThat(CAVE.send("DELETE", path, "", CAVE.robot).body()).isEqualTo("Only superadmins can remove group admins.");
        assertThat(CAVE.send("DELETE", path, "", CAVE.root).body()).isEqualTo("\"success\"\n");
        assertThat(CAVE.send("DELETE", path, "", CAVE.root).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("cave-49")
    void neitherRenamesNorDeletesGroups() {
        assertThat(CAVE.send("PUT", "/group/" + CAVE.divers, "{\"name\": \"x\"}", CAVE.root).statusCode()).isEqualTo(405);
        assertThat(CAVE.send("DELETE", "/group/" + CAVE.divers, "", CAVE.root).statusCode()).isEqualTo(405);
    }

    @Test
    @Tag("cave-50")
    void wantsJsonThatIsCalledSo() {
        HttpResponse<String> form = CAVE.send(CAVE.request(API + "/group").header("Authorization", "Bearer " + CAVE.robot)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("name=x")));
        assertThat(form.statusCode()).isIn(400, 415);
        HttpResponse<String> broken = CAVE.send("POST", "/group", "{\"name\": ", CAVE.robot);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(type(broken)).startsWith("text/html");
    }

    @Test
    @Tag("cave-64")
    void refusesAllButSuperadminsForAGroupThatIsNotThere() {
        HttpResponse<String> answer = CAVE.send("POST", NOWHERE + "/user", "{\"user_id\": 1}", CAVE.robot);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("Requires group admin privilege.");
        assertThat(CAVE.send("POST", NOWHERE + "/user", "{\"user_id\": 1}", CAVE.root).statusCode()).isEqualTo(422);
    }

    private static JsonNode member(String group, String id) {
        for (JsonNode one : json(CAVE.get("/group/" + group + "/user", CAVE.robot))) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}

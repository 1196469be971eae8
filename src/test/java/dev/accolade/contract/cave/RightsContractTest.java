package dev.accolade.contract.cave;

import static dev.accolade.contract.cave.CaveServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people may do. */
class RightsContractTest {

    @RegisterExtension
    static final CaveServer CAVE = new CaveServer();

    @Test
    @Tag("cave-10")
    void namesTheGroupsThatSomebodyAdministers() {
        JsonNode rights = rights(CAVE.adaId);

        assertThat(rights.path("groups_admin")).hasToString("[\"divers\"]");
        assertThat(rights.path("groups")).extracting(JsonNode::textValue).contains("divers");
    }

    @Test
    @Tag("cave-51")
    void givesARowForEachRightOfAGroup() {
        JsonNode rows = json(CAVE.get("/group/" + CAVE.divers + "/dataset", CAVE.robot));

        assertThat(rows).hasSize(3).allSatisfy(row ->
                assertThat(row.fieldNames()).toIterable().containsExactly("id", "name", "permission", "permission_id"));
        assertThat(rows.findValuesAsText("name")).containsExactly("reef", "reef", "lagoon");
    }

    @Test
    @Tag("cave-52")
    void tellsRightsByDatasetAndTheHighestAsANumber() {
        JsonNode rights = rights(CAVE.adaId);

        assertThat(rights.fieldNames()).toIterable().contains("admin", "datasets_admin", "groups", "groups_admin", "missing_tos", "parent_id", "permissions",
                "permissions_v2", "permissions_v2_ignore_tos");
        assertThat(rights.at("/permissions_v2/reef")).extracting(JsonNode::textValue).containsExactlyInAnyOrder("view", "edit");
        assertThat(rights.at("/permissions/reef").asInt()).isEqualTo(2);
    }

    @Test
    @Tag("cave-53")
    void keepsARightBackUntilTermsAreAccepted() {
        JsonNode rights = rights(CAVE.adaId);

        assertThat(rights.path("permissions_v2").has("lagoon")).isFalse();
        assertThat(rights.path("permissions_v2_ignore_tos").has("lagoon")).isTrue();
        assertThat(rights.at("/missing_tos/0").fieldNames()).toIterable().containsExactly("dataset_id", "dataset_name", "tos_id", "tos_name");
        assertThat(json(CAVE.get("/user/missing", CAVE.ada))).isEqualTo(rights.path("missing_tos"));
    }

    @Test
    @Tag("cave-54")
    void takesEditFromAReadOnlyServiceAccount() {
        JsonNode rights = json(CAVE.get("/my_permissions", CAVE.robot));

        assertThat(rights.at("/permissions_v2/reef")).hasToString("[\"view\"]");
        assertThat(rights.path("parent_id").isIntegralNumber()).isTrue();
    }

    @Test
    @Tag("cave-55")
    void doesNotRenewStoredRightsWhenSomebodyBecomesAdminOfAGroup() {
        String path = "/group/" + CAVE.divers + "/user/" + CAVE.bobId;
        CAVE.send("PUT", path, "{\"admin\": true}", CAVE.root);

        assertThat(json(CAVE.get("/user/cache", CAVE.bob)).path("groups_admin")).isEmpty();
        assertThat(json(CAVE.get("/my_permissions", CAVE.bob)).path("groups_admin")).hasSize(1);
        assertThat(rights(CAVE.bobId).path("groups_admin")).hasSize(1);
        CAVE.send("PUT", path, "{\"admin\": false}", CAVE.root);
    }

    @Test
    @Tag("cave-56")
    void tellsNoRightsOfServiceAccountsByTheirId() {
        for (String id : new String[] {CAVE.robotId, "999999999"}) {
            HttpResponse<String> answer = CAVE.get("/user/" + id + "/permissions", CAVE.robot);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("User doesn't exist");
        }
    }

    @Test
    @Tag("cave-57")
    void showsAServiceAccountNoDatasets() {
        assertThat(CAVE.get("/dataset", CAVE.robot).body()).isEqualTo("[]\n");
        assertThat(json(CAVE.get("/dataset", CAVE.root)).findValuesAsText("name")).contains("reef", "lagoon");
        HttpResponse<String> refused = CAVE.get("/dataset/1/group", CAVE.robot);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("Requires dataset admin privilege.");
    }

    @Test
    @Tag("cave-58")
    void tellsAnybodyWhatPermissionsThereAre() {
        JsonNode permissions = json(CAVE.get("/permission", CAVE.bob));

        assertThat(permissions.path(0)).hasToString("{\"id\":1,\"name\":\"view\"}");
        assertThat(permissions.path(1)).hasToString("{\"id\":2,\"name\":\"edit\"}");
    }

    @Test
    @Tag("cave-59")
    void storesAnAcceptanceAlthoughItsAnswerFails() {
        String terms = rights(CAVE.bobId).at("/missing_tos/0/tos_id").asText();

        assertThat(CAVE.send("POST", "/tos/" + terms + "/accept", "", CAVE.bob).statusCode()).isEqualTo(500);
        assertThat(rights(CAVE.bobId).path("permissions_v2").has("lagoon")).isTrue();
        assertThat(CAVE.send("POST", "/tos/" + terms + "/accept", "", CAVE.bob).statusCode()).isEqualTo(200);
        assertThat(CAVE.send("POST", "/tos/999999999/accept", "", CAVE.bob).body()).isEqualTo("Terms of Service does not exist");
    }

    private static JsonNode rights(String id) {
        return json(CAVE.get("/user/" + id + "/permissions", CAVE.robot));
    }
}

package dev.accolade.contract.fas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told about groups. */
class FasGroupsContractTest {

    @RegisterExtension
    static final Server SERVER = Server.of("fas");

    private final FasGuest fas = new FasGuest(SERVER);

    @Test
    @Tag("fas-7")
    @Tag("fas-25")
    void givesAllGroupsWithTheNumbersOfTheirMembers() {
        JsonNode answer = fas.admin("/json/fas_client/group_data", "force_refresh", "True");
        JsonNode packager = answer.get("data").get("packager");

        assertThat(answer.get("success").asBoolean()).isTrue();
        assertThat(packager.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "type", "administrators", "sponsors", "users");
        assertThat(packager.get("users")).isNotEmpty().allMatch(JsonNode::isInt);
        assertThat(answer.get("data")).anyMatch(group -> group.get("administrators").isEmpty() && group.get("sponsors")
                .isEmpty() && group.get("users").isEmpty());
    }

    @Test
    @Tag("fas-9")
    @Tag("fas-21")
    void givesOneGroupByNameOrNumberWithItsRoles() {
        JsonNode byName = fas.admin("/json/group_by_name", "groupname", "packager");
        JsonNode group = byName.get("group");
        JsonNode byId = fas.admin("/json/group_by_id", "group_id", group.get("id").asText());

        assertThat(byId.get("group")).isEqualTo(group);
        assertThat(group.size()).isEqualTo(19);
        assertThat(group.get("approved_roles").get(0).fieldNames()).toIterable().containsExactlyInAnyOrder("person_id", "group_id", "role_type",
                "role_status",
                "internal_comments", "sponsor_id", "creation", "approval");
        assertThat(fas.admin("/json/person_by_id", "person_id", group.get("id").asText()).get("success").asBoolean()).isFalse();
    }

    @Test
    @Tag("fas-2")
    @Tag("fas-21")
    void saysNothingButNoSuccessOfAnUnknownGroup() {
        for (HttpResponse<String> unknown : List.of(fas.asAdmin("/json/group_by_name", "groupname", "nothing"), fas.asAdmin("/json/group_by_id",
                "group_id", "9"))) {
            assertThat(unknown.statusCode()).isEqualTo(200);
            assertThat(FasGuest.json(unknown).get("success").asBoolean(true)).isFalse();
            assertThat(FasGuest.json(unknown).has("group")).isFalse();
        }
    }

    @Test
    @Tag("fas-10")
    void keepsThoseWhoAppliedApart() {
        JsonNode group = fas.admin("/json/group_by_name", "groupname", "packager").get("group");

        assertThat(group.get("approved_roles")).isNotEmpty().allMatch(role -> role.get("role_status").asText().equals("approved"));
        assertThat(group.get("unapproved_roles")).isNotEmpty().allMatch(role -> role.get("role_status").asText().equals("unapproved"));
    }

    @Test
    @Tag("fas-22")
    void dumpsMembersInRowsByUserName() {
        JsonNode rows = fas.admin("/group/dump/packager").get("people");

        assertThat(rows).isNotEmpty().allMatch(row -> row.size() == 5 && row.get(4).isInt())
                .allMatch(row -> List.of("user", "sponsor", "administrator").contains(row.get(3).asText()));
        assertThat(rows).extracting(row -> row.get(0).asText()).isSorted();
        assertThat(fas.admin("/group/dump/nothing").get("people")).isEmpty();
        assertThat(fas.admin("/group/dump/two%2520words").get("people")).isEmpty();
    }

    @Test
    @Tag("fas-23")
    @Tag("fas-24")
    void dumpsEverybodyWithoutANameAndHidesOnlyThePersonsName() {
        JsonNode all = fas.user("/group/dump").get("people");
        JsonNode hidden = row(all, "hidden");

        assertThat(all).hasSameSizeAs(fas.user("/json/user_id").get("people")).allMatch(row -> row.get(3).asText().equals("user"));
        assertThat(hidden.get(2).asText()).isEmpty();
        assertThat(hidden.get(1).asText()).contains("@");
    }

    @Test
    @Tag("fas-26")
    void listsMembershipsOnlyForThoseWhoAskByParameter() {
        String session = fas.session();

        assertThat(FasGuest.json(fas.under(session, "/group/list")).get("memberships")).isEmpty();
        assertThat(FasGuest.json(fas.under(session, "/group/list", "tg_format", "json")).get("memberships")).isNotEmpty()
                .allMatch(place -> place.get(0).has("person_id") && place.get(0).has("role_type"));
        assertThat(FasGuest.json(fas.under(session, "/group/list")).get("groups")).isNotEmpty().allMatch(group -> group.size() == 17);
    }

    private static JsonNode row(JsonNode rows, String username) {
        for (JsonNode row : rows) {
            if (row.get(0).asText().equals(username)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + username);
    }
}

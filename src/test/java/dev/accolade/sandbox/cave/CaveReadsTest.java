package dev.accolade.sandbox.cave;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaveReadsTest {

    private final Cave cave = new Cave();

    @AfterEach
    void close() {
        cave.close();
    }

    @Test
    void givesAnUnknownGroupNoMembersRatherThanAnError() {
        Cave.Said said = cave.get("/group/99/user", Cave.ROBOT);

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body()).isEmpty();
        assertThat(cave.get("/group/99", Cave.ROBOT).status()).isEqualTo(404);
    }

    @Test
    void leavesTheAddressOutOfThePagedListEvenForASuperadmin() {
        JsonNode page = cave.get("/user?per_page=2", Cave.ROOT).body();

        assertThat(page.path("pages").asInt()).isEqualTo(2);
        assertThat(page.path("items").get(0).has("email")).isFalse();
    }

    @Test
    void listsAllPeopleWithAddressesFromTheBeginningOfTime() {
        JsonNode people = cave.get("/user?from=0", Cave.ROBOT).body();

        assertThat(people.findValuesAsText("email")).containsExactlyInAnyOrder("root@example.org", "ada@example.org", "Bob@example.org",
                "eve@example.org");
    }

    @Test
    void answersAnEmptyListOfIdsWithThePagedForm() {
        assertThat(cave.get("/user?id=", Cave.ROBOT).body().path("items")).hasSize(4);
    }

    @Test
    void dropsIdsThatNobodyHas() {
        assertThat(cave.get("/user?id=3,999,x", Cave.ROBOT).body()).hasSize(1);
    }

    @Test
    void callsMembersByTheirAccountName() {
        JsonNode members = cave.get("/group/2/user", Cave.ROBOT).body();

        assertThat(members.findValuesAsText("name")).containsExactly("Ada", "Bob");
        assertThat(cave.get("/user/3", Cave.ROBOT).body().path("name").asText()).isEqualTo("Bobby");
    }

    @Test
    void nestsAffiliationsOnceTooOften() {
        assertThat(cave.get("/user/2", Cave.ROBOT).body().path("affiliations")).isEqualTo(Cave.json("[[]]"));
    }

    @Test
    void holdsRightsBackUntilTheTermsAreAccepted() {
        JsonNode before = cave.get("/user/2/permissions", Cave.ROBOT).body();
        cave.send("POST", Cave.API + "/tos/1/accept", "", Cave.ADA);
        JsonNode after = cave.get("/user/2/permissions", Cave.ROBOT).body();

        assertThat(before.path("permissions_v2").has("lagoon")).isFalse();
        assertThat(before.path("missing_tos").get(0).path("tos_name").asText()).isEqualTo("lagoon terms");
        assertThat(after.path("permissions_v2").has("lagoon")).isTrue();
        assertThat(after.path("missing_tos")).isEmpty();
    }

    @Test
    void keepsOldRightsWithATokenWhenAGroupAdminIsMade() {
        cave.send("PUT", Cave.API + "/group/2/user/3", "{\"admin\":true}", Cave.ROOT);

        assertThat(cave.get("/user/cache", Cave.BOB).body().path("groups_admin")).isEmpty();
        assertThat(cave.get("/my_permissions", Cave.BOB).body().path("groups_admin")).hasSize(1);
    }

    @Test
    void refusesAnUnknownUserAsIfItWereAMember() {
        Cave.Said said = cave.send("POST", Cave.API + "/group/2/user", "{\"user_id\":999}", Cave.ADA);

        assertThat(said.status()).isEqualTo(422);
        assertThat(said.text()).isEqualTo("User already belongs to group.");
    }

    @Test
    void makesAKeyAtEachReadingOfCreateToken() {
        String secret = cave.get("/create_token", Cave.BOB).body().asText();

        assertThat(cave.get("/user/me", "Bearer " + secret).status()).isEqualTo(200);
        assertThat(cave.get("/user/token", Cave.BOB).body()).hasSize(2);
    }

    @Test
    void lostGroupsAndMembersAreSeenAtOnce() {
        cave.send("DELETE", "/sandbox/cave/groups/2/members/3", "", "");
        assertThat(cave.get("/group/2/user", Cave.ROBOT).body()).hasSize(1);

        cave.send("DELETE", "/sandbox/cave/groups/2", "", "");
        assertThat(cave.get("/group", Cave.ROBOT).body().findValuesAsText("name")).containsExactly("default");
        assertThat(cave.get("/group/2/user", Cave.ROBOT).body()).isEmpty();
    }

    @Test
    void operatorsMakeGroupsPeopleAndMembers() {
        int group = cave.send("POST", "/sandbox/cave/groups", "{\"name\":\"night crew\"}", "").body().path("id").asInt();
        int user = cave.send("POST", "/sandbox/cave/users", "{\"name\":\"Fay\",\"email\":\"fay@example.org\"}", "").body().path("id").asInt();
        cave.send("PUT", "/sandbox/cave/groups/" + group + "/members/" + user, "{\"admin\":true}", "");

        assertThat(cave.get("/group/" + group + "/user", Cave.ROBOT).body()).isEqualTo(Cave.json("[{\"admin\":true,\"id\":" + user
                + ",\"name\":\"Fay\"}]"));
        assertThat(cave.send("GET", "/sandbox/cave/summary", "", "").body().path("people").asInt()).isEqualTo(5);
    }

    @Test
    void holdsAMembershipForEachOfManyPeopleAddedAtOnce() {
        IntStream.range(0, 64).parallel().forEach(i -> cave.send("POST", "/sandbox/cave/users",
                "{\"name\":\"Crew " + i + "\",\"email\":\"crew" + i + "@example.org\"}", ""));

        JsonNode members = cave.get("/group/1/user", Cave.ROBOT).body();

        assertThat(members.findValuesAsText("id")).hasSize(68).doesNotHaveDuplicates();
    }
}

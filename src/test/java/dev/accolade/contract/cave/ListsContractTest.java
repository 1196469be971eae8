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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of people, and who may see them. */
class ListsContractTest {

    @RegisterExtension
    static final CaveServer CAVE = new CaveServer();

    @Test
    @Tag("cave-3")
    void showsListsToThoseWhoAdministerSomething() {
        assertThat(CAVE.get("/group", CAVE.robot).statusCode()).isEqualTo(200);
        assertThat(CAVE.get("/group", CAVE.ada).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = CAVE.get("/group", CAVE.bob);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("Requires admin privilege.");
        assertThat(type(refused)).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    @Tag("cave-7")
    void givesEverybodyInOneAnswerWithTheirAddresses() {
        JsonNode people = json(CAVE.get("/user?from=0", CAVE.robot));

        assertThat(people.isArray()).isTrue();
        assertThat(people).hasSizeGreaterThan(2).allSatisfy(one -> {
            assertThat(one.path("email").textValue()).contains("@");
            assertThat(one.path("service_account").booleanValue()).isFalse();
        });
    }

    @Test
    @Tag("cave-36")
    void givesPagesWithoutAddresses() {
        JsonNode page = json(CAVE.get("/user?page=1&per_page=2", CAVE.root));

        assertThat(page.fieldNames()).toIterable().containsExactly("items", "pages");
        assertThat(page.path("items")).hasSize(2).allSatisfy(one -> assertThat(one.has("email")).isFalse());
        assertThat(page.path("pages").asInt()).isGreaterThan(1);
        assertThat(page.at("/items/0/id").asInt()).isLessThan(page.at("/items/1/id").asInt());
    }

    @ParameterizedTest
    @CsvSource({"page=0,404", "page=999999,404", "per_page=0,404", "page=x,500"})
    @Tag("cave-37")
    void answersWrongPagesWithErrorPages(String query, int status) {
        HttpResponse<String> answer = CAVE.get("/user?" + query, CAVE.robot);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(type(answer)).startsWith("text/html");
    }

    @Test
    @Tag("cave-38")
    void takesNoIdsForAWishForEverybody() {
        assertThat(json(CAVE.get("/user?id=", CAVE.robot)).has("items")).isTrue();
    }

    @Test
    @Tag("cave-39")
    void looksForAddressesInAnyCaseAndWithWildcards() {
        assertThat(json(CAVE.get("/user?email=BOB.B%40EXAMPLE", CAVE.robot))).isNotEmpty();
        assertThat(json(CAVE.get("/user?email=bob%25example", CAVE.robot)).toString()).contains("Bob.B@example.org");
        assertThat(json(CAVE.get("/user?email=bob_b%40example", CAVE.robot)).toString()).contains("Bob.B@example.org");
    }

    @Test
    @Tag("cave-40")
    void looksForTheNamesOfAccountsAndOfPeopleOnly() {
        assertThat(json(CAVE.get("/user?name=BOB", CAVE.robot)).findValuesAsText("id")).contains(CAVE.bobId);
        assertThat(json(CAVE.get("/user?name=Bobby", CAVE.robot)).findValuesAsText("id")).doesNotContain(CAVE.bobId);
        assertThat(json(CAVE.get("/user?name=robot", CAVE.robot)).findValuesAsText("id")).doesNotContain(CAVE.robotId);
    }

    @Test
    @Tag("cave-41")
    void looksForIdsFirst() {
        assertThat(json(CAVE.get("/user?id=" + CAVE.bobId + "&email=nobody&name=nobody", CAVE.robot))).hasSize(1);
    }

    @Test
    @Tag("cave-42")
    void looksForTheTimeOfCreation() {
        CAVE.newUser(unheardOf());
        assertThat(json(CAVE.get("/user?from=0&to=1", CAVE.robot))).isEmpty();
        assertThat(json(CAVE.get("/user?from=1", CAVE.robot))).isNotEmpty();
        assertThat(CAVE.get("/user?from=x", CAVE.robot).body()).isEqualTo("[]\n");
    }

    @Test
    @Tag("cave-61")
    void keepsWhatIsForSuperadminsFromServiceAccounts() {
        for (String path : new String[] {"/service_account/" + CAVE.robotId, "/service_account/" + CAVE.robotId + "/token"}) {
            HttpResponse<String> answer = CAVE.get(path, CAVE.robot);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("Requires superadmin privilege.");
        }
        assertThat(CAVE.get("/service_account/" + CAVE.robotId, CAVE.root).statusCode()).isEqualTo(200);
    }
}

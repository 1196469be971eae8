package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private String name;

    @BeforeEach
    void makeFour() {
        name = "list " + Installation.unique();
        for (String letter : new String[] {"C", "A", "D", "B"}) {
            LOCKER.made("{\"title\":\"" + name + " " + letter + "\",\"lrs_id\":\"" + LOCKER.named("store") + "\",\"authority\":"
                    + Ask.quoted("{\"openid\":\"list:" + letter + name.replace(" ", "") + "\"}") + "}");
        }
    }

    private Said list(String query, String more) {
        return LOCKER.managing("GET", "/v2/client?query=" + Ask.encoded(query) + more).said();
    }

    private String mine() {
        return "{\"title\":{\"$regex\":\"^" + name + "\"}}";
    }

    @Test
    @Tag("learning-locker-72")
    void readsATildeAsAPatternInAnyCaseButNotInTheConnection() {
        String tilde = "{\"title\":\"~^" + name.toUpperCase(Locale.ROOT) + " [AB]$\"}";

        assertThat(list(tilde, "").json()).hasSize(2);
        assertThat(LOCKER.managing("GET", "/connection/client?filter=" + Ask.encoded(tilde)).said().json().path("edges")).isEmpty();
    }

    @Test
    @Tag("learning-locker-73")
    void readsAnArrayAsAnyOfItsValues() {
        assertThat(list("{\"title\":[\"" + name + " A\",\"" + name + " D\",\"none\"]}", "").json()).hasSize(2);
        assertThat(list("{\"title\":\"!=" + name + " A\",\"$and\":[" + mine() + "]}", "").json()).hasSize(3);
    }

    @Test
    @Tag("learning-locker-74")
    void findsAnAuthorityAsATextAndNeverByItsMembers() {
        String text = "{\"openid\":\"list:A" + name.replace(" ", "") + "\"}";

        assertThat(list("{\"authority\":" + Ask.quoted(text) + "}", "").json()).hasSize(1);
        assertThat(list("{\"authority.openid\":\"list:A" + name.replace(" ", "") + "\"}", "").json()).isEmpty();
    }

    @Test
    @Tag("learning-locker-75")
    void showsWhatIsSelectedAndTheIds() {
        JsonNode one = list("{\"title\":\"" + name + " A\"}", "&select=title").json().get(0);
        JsonNode without = list("{\"title\":\"" + name + " A\"}", "&select=-api,-scopes").json().get(0);

        assertThat(one.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("_id", "id", "title");
        assertThat(without.has("api")).isFalse();
        assertThat(without.has("scopes")).isFalse();
        assertThat(without.has("authority")).isTrue();
        assertThat(list("{\"title\":\"" + name + " A\"}", "&select=" + Ask.encoded("{\"title\":1,\"_id\":0}")).json().get(0).path("id").isNull()).isTrue();
    }

    @Test
    @Tag("learning-locker-76")
    void givesAllWithoutALimitAndInAnyOrderThatIsAskedFor() {
        assertThat(list(mine(), "").json()).hasSize(4);
        assertThat(list(mine(), "&limit=0").json()).hasSize(4);
        assertThat(list(mine(), "&limit=many").json()).hasSize(4);
        assertThat(list(mine(), "&sort=-title&limit=2&skip=1").json()).extracting(one -> one.path("title").asText()).containsExactly(name + " C", name + " B");
        assertThat(list(mine(), "&skip=50").json()).isEmpty();
    }

    @Test
    @Tag("learning-locker-77")
    void ignoresParametersItDoesNotKnow() {
        assertThat(list("{\"title\":\"" + name + " A\"}", "&title=" + Ask.encoded(name + " B")).json()).hasSize(1);
    }

    @Test
    @Tag("learning-locker-78")
    void putsTheStoreInPlaceOfItsId() {
        JsonNode one = list("{\"title\":\"" + name + " A\"}", "&select=title,lrs_id&populate=" + Ask.encoded("{\"path\":\"lrs_id\",\"select\":\"title\"}")).json().get(0);

        assertThat(one.at("/lrs_id/_id").asText()).isEqualTo(LOCKER.named("store"));
        assertThat(one.at("/lrs_id/title").isTextual()).isTrue();
    }

    @Test
    @Tag("learning-locker-79")
    void countsWhatTheQueryFinds() {
        assertThat(LOCKER.managing("GET", "/v2/client/count?query=" + Ask.encoded(mine())).said().json()).isEqualTo(Said.read("{\"count\":4}"));
    }

    @Test
    @Tag("learning-locker-80")
    void givesTheDistinctValuesOfAField() {
        assertThat(list(mine(), "&distinct=lrs_id").json()).isEqualTo(Said.read("[\"" + LOCKER.named("store") + "\"]"));
    }

    @Test
    @Tag("learning-locker-81")
    void refusesAQueryThatIsNoJsonEvenFromNobody() {
        for (Ask ask : new Ask[] {LOCKER.managing("GET", "/v2/client?query=%7Bx"), LOCKER.api("GET", "/v2/client?query=%7Bx")}) {
            Said said = ask.said();
            assertThat(said.status()).isEqualTo(400);
            assertThat(said.json().path("description").asText()).isEqualTo("invalid_json");
            assertThat(said.json().path("message").asText()).isEqualTo("%s must be a valid JSON string");
        }
        assertThat(list("{\"title\":\"~[\"}", "").status()).isEqualTo(400);
    }

    @Test
    @Tag("learning-locker-82")
    void doesNotFindOneDocumentThatTheQueryExcludes() {
        String manager = "/v2/client/" + LOCKER.named("manager") + "?query=";

        assertThat(LOCKER.managing("GET", manager + Ask.encoded("{\"title\":\"Other\"}")).said().status()).isEqualTo(404);
        assertThat(LOCKER.managing("GET", manager + Ask.encoded("{\"isTrusted\":true}")).said().status()).isEqualTo(200);
    }
}

package dev.accolade.contract.fasjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages, masks, and what lists hold. */
class FasjsonListsTest {

    @RegisterExtension
    static final Server SERVER = Server.of("fasjson");

    private final Visitor visitor = new Visitor(SERVER);

    @Test
    @Tag("fasjson-10")
    void sendsAListWholeWhereNoSizeIsGiven() {
        JsonNode whole = visitor.json("/groups/" + visitor.group() + "/members/");

        assertThat(whole.has("page")).isFalse();
        assertThat(whole.path("result").size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    @Tag("fasjson-9")
    void tellsTheNumberOfPages() {
        int all = visitor.json("/groups/" + visitor.group() + "/members/").path("result").size();
        JsonNode first = visitor.json("/groups/" + visitor.group() + "/members/?page_size=2");

        assertThat(first.path("result")).hasSize(2);
        assertThat(first.path("page").path("total_results").asInt()).isEqualTo(all);
        assertThat(first.path("page").path("total_pages").asInt()).isEqualTo((all + 1) / 2);
        assertThat(first.path("page").path("page_size").asInt()).isEqualTo(2);
        assertThat(first.path("page").path("page_number").asInt()).isEqualTo(1);
        assertThat(first.path("page").path("next_page").asText()).contains("page_number=2");
    }

    @Test
    @Tag("fasjson-9")
    @Tag("fasjson-10")
    void hasNoLinkOnTheLastPageAndNothingBehindIt() {
        JsonNode one = visitor.json("/groups/" + visitor.group() + "/members/?page_size=100000");
        assertThat(one.path("page").has("next_page")).isFalse();

        JsonNode beyond = visitor.json("/groups/" + visitor.group() + "/members/?page_size=2&page_number=100000");
        assertThat(beyond.path("result")).isEmpty();
        assertThat(beyond.path("result").isArray()).isTrue();
        assertThat(beyond.path("page").has("next_page")).isFalse();
    }

    @Test
    @Tag("fasjson-11")
    void linksThePageToItselfOnceANumberIsGiven() {
        JsonNode second = visitor.json("/groups/" + visitor.group() + "/members/?page_size=1&page_number=2");

        assertThat(second.path("page").path("page_number").asInt()).isEqualTo(2);
        assertThat(second.path("page").path("next_page").asText()).contains("page_number=2").doesNotContain("page_number=3");
    }

    @Test
    @Tag("fasjson-17")
    void givesMembersAndSponsorsNameAndLink() {
        for (String list : List.of("members", "sponsors")) {
            JsonNode one = visitor.json("/groups/" + visitor.group() + "/" + list + "/").path("result").path(0);

            assertThat(one.properties()).extracting(java.util.Map.Entry::getKey).containsExactlyInAnyOrder("username", "uri");
            assertThat(one.path("uri").asText()).endsWith("/v1/users/" + one.path("username").asText() + "/");
        }
    }

    @Test
    @Tag("fasjson-17")
    void leavesOutWhatTheMaskLeavesOut() {
        for (String mask : List.of("{username,emails}", "username,emails")) {
            JsonNode user = visitor.json("/users/" + visitor.member() + "/", "X-Fields", mask).path("result");

            assertThat(user.properties()).extracting(java.util.Map.Entry::getKey).containsExactlyInAnyOrder("username", "emails");
        }
    }

    @Test
    @Tag("fasjson-18")
    void stumblesOverAMaskWithTheLinkAndWithoutTheKey() {
        assertThat(visitor.get("/users/" + visitor.member() + "/", "X-Fields", "{uri,emails}").statusCode()).isEqualTo(500);
    }

    @Test
    @Tag("fasjson-13")
    @Tag("fasjson-14")
    void hasNullForWhatIsNotOnRecord() {
        JsonNode user = visitor.json("/users/" + visitor.member() + "/").path("result");

        assertThat(user.properties()).extracting(java.util.Map.Entry::getKey).contains("username", "emails", "rhbzemail", "ircnicks", "human_name", "locale",
                "timezone", "creation", "is_private", "locked", "github_username", "gitlab_username", "uri");
        assertThat(user.path("creation").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(user.path("locked").booleanValue()).isFalse();
    }

    @Test
    @Tag("fasjson-4")
    @Tag("fasjson-16")
    void namesAGroupAndGivesItNoNumber() {
        JsonNode group = visitor.json("/groups/" + visitor.group() + "/").path("result");

        assertThat(group.properties()).extracting(java.util.Map.Entry::getKey).containsExactlyInAnyOrder("groupname", "description", "mailing_list", "url",
                "irc", "discussion_url", "uri");
    }

    @Test
    @Tag("fasjson-26")
    void neverPagesSponsors() {
        JsonNode sponsors = visitor.json("/groups/" + visitor.group() + "/sponsors/?page_size=1");

        assertThat(sponsors.has("page")).isFalse();
        assertThat(sponsors.path("result").isArray()).isTrue();
    }

    @Test
    @Tag("fasjson-24")
    @Tag("fasjson-21")
    void searchesInPagesOfFortyAndWantsATerm() {
        assertThat(visitor.json("/search/users/?username=" + visitor.member()).path("page").path("page_size").asInt()).isEqualTo(40);
        assertThat(visitor.get("/search/users/?username=abc&page_size=41").statusCode()).isEqualTo(400);
        assertThat(visitor.json("/search/users/?username=abc&page_size=41").path("page_size").asInt()).isEqualTo(41);
        assertThat(visitor.get("/search/users/").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/search/users/?shoe_size=forty").statusCode()).as("what it does not know is no term").isEqualTo(400);
    }

    @Test
    @Tag("fasjson-22")
    void findsAPartOfANameInAnyCaseFromThreeLettersOn() {
        String part = visitor.member().substring(1, 4);

        assertThat(found("username=" + part)).contains(visitor.member());
        assertThat(found("username=" + part.toUpperCase(java.util.Locale.ROOT))).contains(visitor.member());
        assertThat(found("username__exact=" + part)).doesNotContain(visitor.member());
        JsonNode refused = visitor.json("/search/users/?username=" + part.substring(0, 2));
        assertThat(refused.path("search_term").asText()).isEqualTo("username");
        assertThat(refused.path("search_value").asText()).isEqualTo(part.substring(0, 2));
    }

    @Test
    @Tag("fasjson-23")
    void wantsAWholeEmailAndAllGroups() {
        String email = visitor.json("/users/" + visitor.member() + "/").path("result").path("emails").path(0).asText();

        assertThat(found("email=" + email)).contains(visitor.member());
        assertThat(found("email=" + email.substring(1))).doesNotContain(visitor.member());
        assertThat(found("username=" + visitor.member() + "&group=" + visitor.group())).contains(visitor.member());
        assertThat(found("username=" + visitor.member() + "&group=" + visitor.group() + "&group=no-such-group")).isEmpty();
    }

    private List<String> found(String query) {
        return StreamSupport.stream(visitor.json("/search/users/?" + query).path("result").spliterator(), false)
                .map(user -> user.path("username").asText()).toList();
    }
}

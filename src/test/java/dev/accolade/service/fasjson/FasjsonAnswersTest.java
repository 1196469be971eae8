package dev.accolade.service.fasjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.service.BadAnswers;
import dev.accolade.service.Canned;
import dev.accolade.service.fasjson.FasjsonUser.Profile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of answers that are not as they should be: never a wrong result, never a surprise. */
class FasjsonAnswersTest {

    private static final String PAGE = ", \"page\": {\"total_results\": 1, \"page_size\": 100, \"page_number\": 1, \"total_pages\": 1}}";
    private static final String USER = """
            {"username": "zofia", "emails": ["zofia@example.org"], "rhbzemail": null, "is_private": false, "creation": "2020-04-23T10:16:35",
             "human_name": "Zofia Żółkiewska", "ircnicks": ["zo"], "locale": "pl-PL", "timezone": "Europe/Warsaw", "github_username": null,
             "gitlab_username": null}""";
    private static final String GROUP = """
            {"groupname": "packager", "description": "Packagers", "mailing_list": null, "url": null, "irc": ["irc:///#packager"],
             "discussion_url": null}""";
    private static final String ME = "{\"result\": {\"dn\": \"uid=zofia,dc=example\", \"username\": \"zofia\", \"service\": null}}";

    private final Canned server = new Canned();
    private final FasjsonClient client = client(100);
    private final FasjsonClient unpaged = client(0);

    private FasjsonClient client(int pageSize) {
        FasjsonConfiguration options = new FasjsonConfiguration();
        options.setPageSize(pageSize);
        return new FasjsonClient(server.wire("fedora", new FasjsonMeaning()), options, new SandboxLogin("zofia"), Clock.systemUTC());
    }

    @Test
    void refusesBadPagesOfPeople() {
        new BadAnswers(server, "{\"result\": [" + USER + "]" + PAGE, () -> users(client)).cutAtEachByte().somethingElse().otherValuesAnywhere()
                .otherValuesAt("/result/0/username", "/result/0/emails", "/result/0/is_private", "/result/0/creation", "/result/0/human_name", "/result/0/ircnicks",
                        "/result/0/locale", "/page/total_results", "/page/page_number", "/page/total_pages")
                .nothingAt("/result/0/username", "/page/total_results", "/page/page_number", "/page/total_pages", "/page", "/result");
    }

    @Test
    void refusesBadListsOfPeopleThatComeAtOnce() {
        new BadAnswers(server, "{\"result\": [" + USER + "]}", () -> users(unpaged)).cutAtEachByte().somethingElse().otherValuesAnywhere()
                .otherValuesAt("/result/0/username", "/result/0/emails", "/result/0/is_private").nothingAt("/result/0/username", "/result");
    }

    @Test
    void refusesAPrivacyThatIsNotTold() {
        server.says("{\"result\": [" + USER.replace("\"is_private\": false,", "") + "]}");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> users(unpaged)).hasMessageContaining("is_private");
    }

    @Test
    void refusesABadPerson() {
        new BadAnswers(server, "{\"result\": " + USER + "}", () -> client.user("zofia")).cutAtEachByte().somethingElse().otherValuesAnywhere()
                .otherValuesAt("/result/username", "/result/is_private", "/result/emails", "/result").nothingAt("/result", "/result/username");
    }

    @Test
    void refusesBadGroups() {
        new BadAnswers(server, "{\"result\": [" + GROUP + "]" + PAGE, () -> {
            List<FasjsonGroup> groups = new ArrayList<>();
            client.groups(groups::add);
            return groups;
        }).cutAtEachByte().somethingElse().otherValuesAnywhere().otherValuesAt("/result/0/groupname", "/result/0/irc", "/result/0/url")
                .nothingAt("/result/0/groupname", "/page", "/result");
    }

    @Test
    void refusesBadMembersAndSponsors() {
        new BadAnswers(server, "{\"result\": [{\"username\": \"zofia\"}]" + PAGE, () -> client.members("packager")).cutAtEachByte().somethingElse()
                .otherValuesAnywhere().otherValuesAt("/result/0/username").nothingAt("/result/0/username", "/page", "/result");
        new BadAnswers(server, "{\"result\": [{\"username\": \"zofia\"}]}", () -> client.sponsors("packager")).cutAtEachByte().somethingElse()
                .otherValuesAnywhere().otherValuesAt("/result/0/username").nothingAt("/result/0/username", "/result");
    }

    @Test
    void refusesABadAccount() {
        new BadAnswers(server, ME, client::me).cutAtEachByte().somethingElse().otherValuesAnywhere().otherValuesAt("/result/dn", "/result/username")
                .nothingAt("/result", "/result/dn");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        server.says("{\"more\": [{\"x\": [1, 2]}], \"result\": [" + USER.replaceFirst("\\{", "{\"pronouns\": [\"she\"], ") + "], \"warnings\": {}}");

        assertThat(users(unpaged)).isEqualTo(List.of(new FasjsonUser("zofia", List.of("zofia@example.org"), Optional.empty(), false,
                Optional.of(Instant.parse("2020-04-23T10:16:35Z")), new Profile(Optional.of("Zofia Żółkiewska"), List.of("zo"), Optional.of("pl-PL"),
                        Optional.of("Europe/Warsaw"), Optional.empty(), Optional.empty()))));
    }

    @Test
    void takesNullForNothing() {
        server.says("{\"result\": {\"username\": \"zofia\", \"emails\": null, \"rhbzemail\": null, \"is_private\": null, \"creation\": null,"
                + "\"human_name\": null, \"ircnicks\": null, \"locale\": null, \"timezone\": null, \"github_username\": null, \"gitlab_username\": null}}");

        assertThat(client.user("zofia")).contains(new FasjsonUser("zofia", List.of(), Optional.empty(), false, Optional.empty(), Profile.HIDDEN));
    }

    private static Object users(FasjsonClient client) {
        List<FasjsonUser> users = new ArrayList<>();
        client.users(users::add);
        return users;
    }
}

package dev.accolade.service.fas;

import static dev.accolade.service.fas.FasConstants.APPLICATION;
import static dev.accolade.service.fas.FasConstants.ATTRIBUTE;
import static dev.accolade.service.fas.FasConstants.COLUMNS;
import static dev.accolade.service.fas.FasConstants.CONSTRAINTS;
import static dev.accolade.service.fas.FasConstants.FIELDS;
import static dev.accolade.service.fas.FasConstants.GROUP_NAME;
import static dev.accolade.service.fas.FasConstants.KEY;
import static dev.accolade.service.fas.FasConstants.SEARCH;
import static dev.accolade.service.fas.FasConstants.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operations give, as the Python client gives it. */
class FasResultsTest {

    private final Fedora fedora = new Fedora();

    @AfterEach
    void stop() {
        fedora.close();
    }

    @Test
    void givesAllColumnsOfAGroupWhenAskedInFull() throws Exception {
        Optional<Map<String, Object>> group = fedora.ask("groupByName?full=true", GROUP_NAME, "packager");

        assertThat(group.orElseThrow()).hasSize(19).containsEntry("id", 100300L).containsEntry("needs_sponsor", true).containsEntry("url", null);
        assertThat(fedora.<Object>ask("groupById?full=true", FasConstants.GROUP_ID, 100300)).isEqualTo(group);
        assertThat(fedora.<Optional<?>>ask("groupById?full=true", FasConstants.GROUP_ID, 9)).isEmpty();
    }

    @Test
    void givesAllColumnsOfAPersonAndTheAddressThatBugzillaKnows() throws Exception {
        Optional<Map<String, Object>> kenji = fedora.ask("personByUsername?full=true", USERNAME, "kenji");
        Optional<Map<String, Object>> teo = fedora.ask("personByUsername?full=true", USERNAME, "teo");

        assertThat(kenji.orElseThrow()).containsEntry("human_name", "渡辺健二").containsEntry("bugzilla_email", "kenji@bugs.example.org")
                .containsKeys("group_roles", "memberships", "roles", "approved_memberships", "unapproved_memberships").hasSize(40);
        assertThat(teo.orElseThrow()).containsEntry("bugzilla_email", "teo@example.org");
        assertThat(fedora.<Object>ask("personById?full=true", FasConstants.PERSON_ID, 100031)).isEqualTo(kenji);
        assertThat(kenji.toString()).doesNotContain("kenji", "example.org", "$6$");
    }

    @Test
    void listsMembersByNameAndNobodyOfAnUnknownGroup() throws Exception {
        assertThat(fedora.<List<FasGroupMember>>ask("groupMembers", GROUP_NAME, "bots")).containsExactly(
                new FasGroupMember("releasebot", FasRoleType.USER), new FasGroupMember("ulf", FasRoleType.ADMINISTRATOR));
        assertThat(fedora.<List<?>>ask("groupMembers", GROUP_NAME, "nothing")).isEmpty();
    }

    @Test
    void findsPeopleByKeyWhetherTheySignedOrNotAndShowsOnlyWhatWasAskedFor() throws Exception {
        Map<Object, Map<String, Object>> byId = fedora.ask("peopleByKey", KEY, "id", SEARCH, "v*", FIELDS, "human_name");
        Map<Object, Map<String, Object>> byName = fedora.ask("peopleByKey", FIELDS, "bugzilla_email");

        assertThat(byId).containsEntry(100075L, Map.of("human_name", "Vera Unsigned"));
        assertThat(byName).hasSameSizeAs(fedora.<Map<?, ?>>ask("userId")).containsEntry("priya", Map.of("bugzilla_email", "priya@bugs.example.org"));
        assertThat(fedora.<Map<Object, Map<String, Object>>>ask("peopleByKey", SEARCH, "kenji").get("kenji")).hasSize(32);
        assertThat(fedora.<Map<?, ?>>ask("peopleByKey", SEARCH, "zzz")).isEmpty();
        assertThat(fedora.<Map<Object, Object>>ask("peopleByKey", KEY, "email", FIELDS, "id")).containsKey("kenji.watanabe@example.org")
                .containsKey(null);
    }

    @Test
    void refusesKeysAndFieldsThatThePythonClientRefuses() {
        assertThatThrownBy(() -> fedora.ask("peopleByKey", KEY, "ircnick")).isInstanceOf(IllegalArgumentException.class);
        for (String field : List.of("memberships", "roles", "group_roles", "alias_enabled", "old_password", "shoe_size")) {
            assertThatThrownBy(() -> fedora.ask("peopleByKey", FIELDS, field)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(field);
        }
        assertThat(fedora.witness.calls).isEmpty();
    }

    @Test
    void joinsPeopleOfAGroupWithThoseWhoWait() throws Exception {
        List<Map<String, Object>> bots = fedora.ask("peopleByGroupname", GROUP_NAME, "bots");
        List<Map<String, Object>> packagers = fedora.ask("peopleByGroupname", GROUP_NAME, "packager");

        assertThat(bots.get(1)).isEqualTo(Map.of("username", "releasebot", "id", 100077L, "email", "releasebot@example.org", "human_name",
                "Release Bot",
                "bugzilla_email", "releasebot@example.org"));
        assertThat(packagers).extracting(person -> person.get("username")).contains("kenji", "teo");
        assertThat(fedora.<Map<?, ?>>ask("peopleById")).hasSameSizeAs(fedora.<Map<?, ?>>ask("userId"));
        assertThatThrownBy(() -> fedora.ask("peopleByGroupname", GROUP_NAME, "nothing")).isInstanceOfSatisfying(AppException.class,
                failure -> assertThat(failure.name()).isEqualTo("FASError"));
    }

    @Test
    void readsAccountsByNumberAsText() throws Exception {
        Map<String, Map<String, Object>> accounts = fedora.ask("userData");

        assertThat(accounts.get("100031")).hasSize(6).containsEntry("username", "kenji").containsEntry("ssh_key", "");
        assertThat(accounts.values()).extracting(account -> account.get("username")).doesNotContain("pedro", "releasebot");
        assertThat(fedora.<Map<Long, String>>ask("userId")).containsEntry(100031L, "kenji").containsEntry(100077L, "releasebot");
    }

    @Test
    void queriesTheTables() throws Exception {
        assertThat(fedora.<List<Object>>ask("peopleQuery", CONSTRAINTS, Map.of("group", "bots"), COLUMNS, "username,role_type")).containsExactly(
                Map.of("username", "ulf", "role_type", "administrator"), Map.of("username", "releasebot", "role_type", "user"));
        assertThat(fedora.<List<Map<String, Object>>>ask("peopleQuery", CONSTRAINTS, Map.of("username", "kenji"))).singleElement()
                .satisfies(row -> assertThat(row).containsOnlyKeys("id", "username", "email", "ircnick", "status"));
        assertThatThrownBy(() -> fedora.ask("peopleQuery", COLUMNS, "password")).isInstanceOfSatisfying(AppException.class, failure -> {
            assertThat(failure.turn()).isEqualTo(Turn.NEVER);
            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(failure.told()).contains("Invalid column requested.");
        });
        assertThatThrownBy(() -> fedora.ask("peopleQuery", CONSTRAINTS, Map.of("login", "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsConfigurationsOfOneselfAndAdministers() throws Exception {
        Object[] place = {USERNAME, "priya", APPLICATION, "moin", ATTRIBUTE, "editor"};
        assertThat(Fedora.told(fedora.send("setConfig", "vi & more", place))).isNull();

        assertThat(fedora.<Object>ask("getConfig", place)).isEqualTo(Optional.of("vi & more"));
        assertThat(fedora.<Object>ask("getConfig", USERNAME, "priya", APPLICATION, "moin", ATTRIBUTE, "nothing")).isEqualTo(Optional.empty());
        assertThat(fedora.<Object>ask("getConfigsLike", place)).isEqualTo(Map.of("editor", "vi & more")).hasToString("FasMap[1 not shown]");
        assertThatThrownBy(() -> Fedora.told(fedora.send("setConfig", "1", USERNAME, "priya", APPLICATION, "chess", ATTRIBUTE, "elo")))
                .isInstanceOfSatisfying(AppException.class, failure -> assertThat(failure.turn()).isEqualTo(Turn.NEVER));
        assertThatThrownBy(() -> fedora.ask("getConfig", USERNAME, "a/b", APPLICATION, "moin", ATTRIBUTE, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fedora.ask("setConfig", place)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("String");
    }
}

package dev.accolade.service.fas;

import static dev.accolade.service.fas.FasConstants.APPLICATION;
import static dev.accolade.service.fas.FasConstants.ATTRIBUTE;
import static dev.accolade.service.fas.FasConstants.AVATAR_SERVICE;
import static dev.accolade.service.fas.FasConstants.COLUMNS;
import static dev.accolade.service.fas.FasConstants.CONSTRAINTS;
import static dev.accolade.service.fas.FasConstants.FIELDS;
import static dev.accolade.service.fas.FasConstants.GROUP_ID;
import static dev.accolade.service.fas.FasConstants.GROUP_NAME;
import static dev.accolade.service.fas.FasConstants.KEY;
import static dev.accolade.service.fas.FasConstants.LOOKUP_EMAIL;
import static dev.accolade.service.fas.FasConstants.PASSWORD;
import static dev.accolade.service.fas.FasConstants.PERSON_ID;
import static dev.accolade.service.fas.FasConstants.SEARCH;
import static dev.accolade.service.fas.FasConstants.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation sends what the Python client sends: path, own fields of the form and their order. */
class FasRequestsTest {

    private static final String ALL_FIELDS = "search=kenji&fields=affiliation&fields=certificate_serial&fields=comments&fields=country_code"
            + "&fields=creation"
            + "&fields=email&fields=emailtoken&fields=facsimile&fields=gpg_keyid&fields=human_name&fields=id&fields=internal_comments&fields=ircnick"
            + "&fields=latitude&fields=last_seen&fields=longitude&fields=password&fields=password_changed&fields=passwordtoken&fields=postal_address"
            + "&fields=privacy&fields=locale&fields=ssh_key&fields=status&fields=status_change&fields=telephone&fields=unverified_email"
            + "&fields=timezone"
            + "&fields=username&fields=security_question&fields=security_answer";

    private final Fedora fedora = new Fedora();

    @AfterEach
    void stop() {
        fedora.close();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                asks("groupById", of(GROUP_ID, 100300), "POST /json/group_by_id group_id=100300"),
                asks("groupByName", of(GROUP_NAME, "packager"), "POST /json/group_by_name groupname=packager"),
                asks("groupByName?full=true", of(GROUP_NAME, "packager"), "POST /json/group_by_name groupname=packager"),
                asks("groupMembers", of(GROUP_NAME, "packager"), "POST /group/dump/packager"),
                asks("groupMembers", of(GROUP_NAME, "two words"), "POST /group/dump/two%2520words"),
                asks("groupData", of(), "POST /json/fas_client/group_data force_refresh=True"),
                asks("groupData?forceRefresh=false", of(), "POST /json/fas_client/group_data"),
                asks("personById", of(PERSON_ID, 100031), "POST /json/person_by_id person_id=100031"),
                asks("personByUsername?full=true", of(USERNAME, "kenji"), "POST /json/person_by_username username=kenji"),
                asks("peopleByKey", of(FIELDS, "id, email"), "POST /user/list search=*&fields=id&fields=email&fields=username"),
                asks("peopleByKey", of(SEARCH, "kenji"), "POST /user/list " + ALL_FIELDS),
                asks("peopleByKey", of(KEY, "id", SEARCH, "a*", FIELDS, List.of("human_name")),
                        "POST /user/list search=a*&fields=human_name&fields=id"),
                asks("peopleByKey", of(FIELDS, "bugzilla_email"), "POST /user/list search=*&fields=username&fields=id&fields=email"),
                asks("peopleById", of(), "POST /json/user_id", "POST /group/dump"),
                asks("peopleByGroupname", of(GROUP_NAME, "bots"), "POST /json/user_id", "POST /group/dump",
                        "POST /json/group_by_name groupname=bots"),
                asks("userId", of(), "POST /json/user_id"),
                asks("userData", of(), "POST /json/fas_client/user_data"),
                asks("peopleQuery", of(CONSTRAINTS, of("group", "packager", "role_status", "approved"), COLUMNS, "username,email"),
                        "POST /json/people_query group=packager&role_status=approved&columns=username,email"),
                asks("peopleQuery", of(), "POST /json/people_query columns="),
                asks("avatarUrl", of(USERNAME, "kenji"), "POST /json/person_by_username username=kenji"),
                asks("avatarUrl", of(USERNAME, "kenji", AVATAR_SERVICE, "libravatar")),
                asks("gravatarUrl", of(USERNAME, "kenji", LOOKUP_EMAIL, false)),
                asks("getConfig", of(USERNAME, "priya", APPLICATION, "moin", ATTRIBUTE, "theme"), "POST /config/list/priya/moin/theme"),
                asks("getConfigsLike", of(USERNAME, "priya", APPLICATION, "moin"), "POST /config/list/priya/moin/%2A"),
                asks("userInfo", of(USERNAME, "priya", PASSWORD, "sandbox-priya"), "POST /user/view"),
                asks("groupList", of(USERNAME, "priya", PASSWORD, "sandbox-priya"), "POST /group/list"),
                asks("verifyPassword", of(USERNAME, "priya", PASSWORD, ""), "POST /home"),
                asks("personById", of(USERNAME, "priya", PASSWORD, "sandbox-priya", PERSON_ID, 100031), "POST /json/person_by_id person_id=100031"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void sendsWhatThePythonClientSends(String operation, Map<String, Object> headers, List<String> questions) {
        assertThat(fedora.routes.send("fas:" + operation + (operation.contains("?") ? "&" : "?") + "connection=fedora", null, headers)
                .getException()).isNull();
        assertThat(fedora.witness.questions()).isEqualTo(questions);
        assertThat(fedora.witness.calls).allMatch(call -> call.header("accept").orElse("").equals("application/json"))
                .allMatch(call -> call.form().get("tg_format").equals(List.of("json")));
    }

    @Test
    void setsAConfigurationByValueAndMakesAGroupByItsPage() throws Exception {
        Fedora.told(fedora.send("setConfig", "vi & more", USERNAME, "priya", APPLICATION, "moin", ATTRIBUTE, "editor"));
        Fedora.told(fedora.send("createGroup", FasNewGroup.of("rehearsal", "The Rehearsal", "priya", "tracking")));

        assertThat(fedora.witness.questions()).containsExactly("POST /config/set/priya/moin/editor value=vi & more",
                "POST /group/create/rehearsal/The%20Rehearsal/priya/tracking invite_only=0&needs_sponsor=0&user_can_remove=1&prerequisite=&joinmsg="
                        + "&apply_rules=None", "GET /group/view/rehearsal");
    }

    @Test
    void putsTheProofAfterTheFieldsAsThePythonClientDoes() throws Exception {
        fedora.ask("userInfo", USERNAME, "priya", PASSWORD, "sandbox-priya");
        fedora.ask("groupById", GROUP_ID, 100300);

        assertThat(fedora.witness.calls.get(0).text()).isEqualTo("user_name=priya&password=sandbox-priya&login=Login&tg_format=json");
        assertThat(fedora.witness.calls.get(2).text()).matches("group_id=100300&_csrf_token=[0-9a-f]{40}&tg_format=json");
    }

    private static Arguments asks(String operation, Map<String, Object> headers, String... questions) {
        return Arguments.of(operation, headers, List.of(questions));
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put((String) pairs[i], pairs[i + 1]);
        }
        return headers;
    }
}

package dev.accolade.service.fas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FasClientTest {

    private static final String SESSION = "a".repeat(40);
    private static final String TOKEN = "a56559418dc7908ce5f0b24b05c78e055cb863dc";
    private static final String BOB = """
            {"id": 3, "username": "bob", "email": "bob@example.org", "human_name": "Боб Пример", "status": "active", "password": "*", "group_roles":
             {"divers": {"person_id": 3, "group_id": 7, "role_type": "sponsor", "role_status": "approved"},
              "null": {"person_id": null, "group_id": null, "role_type": null, "role_status": null},
              "cooks": {"person_id": 3, "group_id": 8, "role_type": "user", "role_status": "unapproved"}}}""";

    private final Script server = new Script();
    private final AtomicInteger logins = new AtomicInteger();
    private final List<List<FasGroupMembers>> chunks = new ArrayList<>();
    private Connected connected;
    private FasClient client;

    @BeforeEach
    void start() {
        connected = new Connected(server, "fedora", reply -> Meaning.byStatus(reply.status()));
        FasConfiguration configuration = new FasConfiguration();
        configuration.setUsername("alice");
        configuration.setPassword("alice-secret");
        client = new FasClient(connected.wire, configuration, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        connected.close();
    }

    @Test
    void sendsPasswordAtLoginOnlyAndThenCookieWithItsProof() {
        answers("{\"success\": true, \"person\": " + BOB + "}");
        client.personById(3);

        Call login = server.calls.get(0);
        assertThat(login.path()).isEqualTo("/login");
        assertThat(login.form()).containsEntry("user_name", List.of("alice")).containsEntry("password", List.of("alice-secret"));
        assertThat(login.header("Cookie")).isEmpty();
        Call question = server.calls.get(1);
        assertThat(question.form()).containsOnly(Map.entry("person_id", List.of("3")), Map.entry("_csrf_token", List.of(TOKEN)),
                Map.entry("tg_format", List.of("json")));
        assertThat(question.header("Cookie")).contains("tg-visit=" + SESSION);
        assertThat(question.header("Accept")).contains("application/json");
    }

    @Test
    void logsInAgainWhenTheSessionEnded() {
        AtomicInteger questions = new AtomicInteger();
        server.answer = call -> call.path().equals("/login") ? login("alice")
                : questions.incrementAndGet() == 2 ? Answer.json(403, Map.of("message", "please log in"))
                : Answer.json(200, Map.of("success", false));

        client.personById(1);
        assertThat(client.personById(2)).isEmpty();
        assertThat(logins).hasValue(2);
    }

    @Test
    void logsInOnceForManyThreads() {
        answers("{\"success\": false}");
        IntStream.range(0, 16).parallel().forEach(id -> client.personById(id + 1));

        assertThat(logins).hasValue(1);
    }

    @Test
    void callsA403RightAfterALoginTheOperatorsTurn() {
        server.answer = call -> call.path().equals("/login") ? login("alice") : Answer.json(403, Map.of("message", "please log in"));

        assertThat(failure(() -> client.personById(1)).turn()).isEqualTo(Turn.OPERATOR);
    }

    @Test
    void callsAWrongPasswordTheOperatorsTurnAndKeepsItOutOfTheMessage() {
        server.answer = call -> Answer.json(403, Map.of("message", "credentials rejected", "original_parameters",
                Map.of("password", "alice-secret")));
        ServiceException failure = failure(() -> client.check());

        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("POST /login").hasMessageContaining("password are wrong").hasMessageNotContaining("alice-secret");
    }

    @Test
    void refusesToReadAsSomebodyElse() {
        server.answer = call -> login("mallory");
        ServiceException failure = failure(() -> client.people(10, people -> { }));

        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("another user");
    }

    @Test
    void readsRolesWithTheirStatusAndNamesInAnyScript() {
        answers("{\"success\": true, \"person\": " + BOB + ", \"tg_flash\": null}");

        assertThat(client.personByUsername("bob")).contains(new FasPersonWithRoles(
                new FasPerson(3, "bob", Optional.of("bob@example.org"), "Боб Пример", "active"),
                List.of(new FasRole(7, "divers", FasRoleType.SPONSOR, "approved"), new FasRole(8, "cooks", FasRoleType.USER, "unapproved"))));
    }

    @Test
    void readsBothListsOfPeople() {
        answers("""
                {"people": [{"id": 1, "username": "a", "email": "", "human_name": null, "status": "active"}], "search": "*",
                 "unapproved_people": [{"id": 2, "username": "b", "email": "b@example.org", "human_name": "B", "status": "bot"}]}""");
        List<FasPerson> people = new ArrayList<>();

        assertThat(client.people(1, people::addAll)).isEqualTo(2);
        assertThat(people).containsExactly(new FasPerson(1, "a", Optional.empty(), "", "active"),
                new FasPerson(2, "b", Optional.of("b@example.org"), "B", "bot"));
        assertThat(server.calls.get(1).form()).containsEntry("search", List.of("*"))
                .containsEntry("fields", List.of("id", "username", "email", "human_name", "status"));
    }

    @Test
    void readsOnlyApprovedMembersOfAGroup() {
        answers("""
                {"success": true, "group": {"id": 7, "name": "divers", "group_type": "git",
                 "approved_roles": [{"person_id": 3, "group_id": 7, "role_type": "administrator", "role_status": "approved"}],
                 "unapproved_roles": [{"person_id": 4, "group_id": 7, "role_type": "user", "role_status": "unapproved"}]}}""");

        FasGroup divers = new FasGroup(7, "divers", "git", List.of(new FasMembership(3, FasRoleType.ADMINISTRATOR)));
        assertThat(client.groupById(7)).contains(divers);
        assertThat(client.groupByName("divers")).contains(divers);
    }

    @Test
    void knowsNobodyOnlyWhenFasPlainlySaysSo() {
        answers("{\"success\": false, \"tg_flash\": null}");

        assertThat(client.personById(9)).isEmpty();
        assertThat(client.personByUsername("nobody")).isEmpty();
        assertThat(client.groupById(9)).isEmpty();
        assertThat(client.groupByName("nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"exc\": \"AuthorizationError\", \"tg_flash\": \"bob@example.org may not\"} | OPERATOR",
        "{\"exc\": \"Invalid\", \"tg_flash\": \"x\"} | NEVER",
        "{\"exc\": \"DBAPIError\", \"tg_flash\": \"x\"} | LATER",
        "{\"tg_errors\": {\"groupname\": \"bad\"}} | NEVER",
        "{\"tg_flash\": \"You may not see this.\"} | OPERATOR",
        "{\"success\": false, \"tg_flash\": \"Try later.\"} | LATER",
        "{\"success\": false, \"error\": \"x\", \"person\": null, \"exc\": \"Odd name!\"} | LATER",
        "{\"success\": true} | OURS",
        "{} | OURS",
        "[] | OURS",
        "<html></html> | LATER",
        "{\"success\": true, \"person\": {\"id\": 3 | LATER"})
    void turnsNoFailureUnder200IntoAnEmptyResult(String body, Turn turn) {
        answers(body);
        assertThat(failure(() -> client.personById(3)).turn()).isEqualTo(turn);
        assertThat(failure(() -> client.groupByName("divers"))).hasMessageNotContaining("bob@example.org");
        assertThatThrownBy(() -> client.people(5, people -> { })).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> client.groupData(true, 5, chunks::add)).isInstanceOf(ServiceException.class);
        assertThat(chunks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"people\": []}", "{\"people\": [], \"unapproved_people\": null}", "{\"people\": [null], \"unapproved_people\": []}",
        "{\"people\": [{\"id\": 1, \"username\": \"a\", \"email\": null, \"human_name\": null, \"status\": null}], \"unapproved_people\": []}"})
    void refusesListsOfPeopleWithHoles(String body) {
        answers(body);

        assertThat(failure(() -> client.people(5, people -> { })).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void refusesAnotherPersonThanTheOneAskedFor() {
        answers("{\"success\": true, \"person\": " + BOB + "}");

        assertThat(failure(() -> client.personById(4)).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void asksForFreshGroupDataUnlessToldOtherwise() {
        answers("{\"success\": true, \"data\": {}}");
        client.groupData(true, 5, chunks::add);
        client.groupData(false, 5, chunks::add);

        assertThat(server.calls.get(1).form()).containsEntry("force_refresh", List.of("True"));
        assertThat(server.calls.get(2).form()).doesNotContainKey("force_refresh");
    }

    @Test
    void keepsWhatAnAnswerHeldOutOfEveryMessage() {
        answers("{\"people\": [bob@example.org");

        assertThat(failure(() -> client.people(5, people -> { }))).hasStackTraceContaining("broken or cut JSON")
                .satisfies(failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("bob"));
    }

    @Test
    void refusesGroupDataWithoutAWordOnSuccess() {
        answers("{\"data\": {}}");

        assertThat(failure(() -> client.groupData(true, 5, chunks::add)).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void throwsAfterChunksWhenGroupDataIsCutInTheMiddle() {
        answers(manyGroups());
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.CUT_BODY).onPath("group_data"));
        ServiceException failure = failure(() -> client.groupData(true, 10, chunks::add));

        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(chunks).isNotEmpty();
    }

    @Test
    void throwsAfterChunksWhenSuccessTurnsOutFalse() {
        answers(manyGroups().replace("\"success\": true", "\"success\": false"));

        assertThat(failure(() -> client.groupData(true, 10, chunks::add)).turn()).isEqualTo(Turn.LATER);
        assertThat(chunks).isNotEmpty();
    }

    @Test
    void callsARedirectTheOperatorsTurnAndDoesNotFollowIt() {
        server.answer = call -> call.path().equals("/login") ? login("alice") : Answer.empty(302).with("Location", call.base() + "/elsewhere");

        assertThat(failure(() -> client.groupData(true, 10, chunks::add)).turn()).isEqualTo(Turn.OPERATOR);
        assertThat(server.calls).noneMatch(call -> call.path().equals("/elsewhere"));
    }

    @Test
    void doesNotReadAgainWhenTheReceiverIsRefusedSomewhereElse() {
        answers(manyGroups());
        ServiceException elsewhere = new ServiceException(Turn.OPERATOR, ServiceException.Effect.NONE, 403, null, "another service refused", null);

        assertThatThrownBy(() -> client.groupData(true, 10, chunk -> {
            throw elsewhere;
        })).isSameAs(elsewhere);
        assertThat(server.calls).hasSize(2);
    }

    private static String manyGroups() {
        StringBuilder groups = new StringBuilder();
        for (int id = 1; id <= 2000; id++) {
            groups.append(id == 1 ? "" : ", ").append("\"g").append(id).append("\": {\"id\": ").append(id)
                    .append(", \"type\": \"git\", \"administrators\": [1], \"sponsors\": [], \"users\": [2, 3]}");
        }
        return "{\"data\": {" + groups + "}, \"success\": true}";
    }

    private void answers(String body) {
        server.answer = call -> call.path().equals("/login") ? login("alice") : Answer.text(200, "application/json", body);
    }

    private Answer login(String username) {
        logins.incrementAndGet();
        return Answer.json(200, Map.of("user", Map.of("username", username), "tg_flash", "Welcome"))
                .with("Set-Cookie", "tg-visit=" + SESSION + "; Path=/");
    }

    private static ServiceException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}

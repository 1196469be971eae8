package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaveClientTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String ADA = """
            {"affiliations":[[]],"created":"Mon, 05 Jan 2026 09:59:58 GMT","email":"ada@example.org","id":42,"name":"エイダ","pi":"",
             "service_account":false}""";

    private final Script server = new Script();
    private final Map<String, Answer> answers = new HashMap<>();
    private Connected connected;
    private CaveClient client;

    @BeforeEach
    void start() {
        connected = new Connected(server, "lab", new CaveMeaning());
        CaveConfiguration configuration = new CaveConfiguration();
        configuration.setToken(TOKEN);
        client = new CaveClient(connected.wire, configuration, new CaveLogin(configuration, page -> false));
        server.answer = call -> answers.getOrDefault(call.path() + (call.query().isEmpty() ? "" : "?" + call.query()),
                Answer.text(404, "text/html", "<h1>Not Found</h1>"));
    }

    @AfterEach
    void stop() {
        connected.close();
    }

    @Test
    void saysWhoAsksAndThatItIsAProgram() {
        says("/group", "[]");
        client.groups();

        assertThat(server.calls.get(0).header("Authorization")).contains("Bearer " + TOKEN);
        assertThat(server.calls.get(0).header("X-Requested-With")).isPresent();
    }

    @Test
    void readsGroupsAndMembers() {
        says("/group", "[{\"id\":1,\"name\":\"default\"},{\"id\":2,\"name\":\"潜水\"}]\n");
        says("/group/2/user", "[{\"admin\":true,\"id\":42,\"name\":\"Ada\"}]\n");

        assertThat(client.groups()).containsExactly(new CaveGroup(1, "default"), new CaveGroup(2, "潜水"));
        assertThat(client.groupUsers(2)).containsExactly(new CaveMember(42, "Ada", true));
    }

    @Test
    void believesThatAGroupIsGoneOnlyWhenTheListOfGroupsAgrees() {
        says("/group", "[{\"id\":2,\"name\":\"divers\"}]");

        assertThat(client.group(3)).isEmpty();
        assertThat(client.group(2)).contains(new CaveGroup(2, "divers"));
    }

    @Test
    void takesNoErrorPageForAMissingGroup() {
        assertThat(failure(() -> client.group(3)).turn()).isEqualTo(Turn.NEVER);
    }

    @Test
    void readsAllPeopleInChunks() {
        says("/user?from=0", "[" + ADA + ",{\"id\":43,\"name\":\"Bo\",\"service_account\":false,\"email\":null}]\n");
        List<List<CaveUser>> chunks = new ArrayList<>();

        assertThat(client.users(1, chunks::add)).isEqualTo(2);
        assertThat(chunks).containsExactly(List.of(new CaveUser(42, "エイダ", Optional.of("ada@example.org"), false)),
                List.of(new CaveUser(43, "Bo", Optional.empty(), false)));
    }

    @Test
    void throwsAfterChunksWhenTheListOfPeopleIsCut() {
        says("/user?from=0", "[" + String.join(",", java.util.Collections.nCopies(2000, ADA)) + "]");
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.CUT_BODY));
        List<List<CaveUser>> chunks = new ArrayList<>();

        assertThat(failure(() -> client.users(10, chunks::add)).turn()).isEqualTo(Turn.LATER);
        assertThat(chunks).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[],\"pages\":1}", "[null]", "[{\"id\":1}]", 
        "[{\"id\":\"1\",\"name\":\"x\",\"service_account\":false}]", "\"success\"", "[] []"})
    void refusesListsOfPeopleItDoesNotUnderstand(String body) {
        says("/user?from=0", body);

        assertThat(failure(() -> client.users(10, chunk -> { })).turn()).isIn(Turn.OURS, Turn.LATER);
    }

    @Test
    void findsOnePersonOrServiceAccountById() {
        says("/user?id=42", "[" + ADA + "]");
        says("/user?id=50", "[{\"id\":50,\"name\":\"Bot\",\"service_account\":true,\"email\":\"bot@serviceaccount\"}]");
        says("/user?id=9", "[]");

        assertThat(client.user(42)).map(CaveUser::name).contains("エイダ");
        assertThat(client.user(50)).contains(new CaveUser(50, "Bot", Optional.empty(), true));
        assertThat(client.user(9)).isEmpty();
    }

    @Test
    void findsPeopleByTheirWholeAddressInAnyCase() {
        says("/user?email=a_a%40example.org", "[" + ADA + ",{\"id\":44,\"name\":\"A\",\"service_account\":false,\"email\":\"A_A@example.org\"}]");

        assertThat(client.userByEmail("a_a@example.org")).extracting(CaveUser::id).containsExactly(44L);
    }

    @Test
    void saysSoWhenCaveShowsNoAddresses() {
        says("/user?email=ada%40example.org", "[{\"id\":42,\"name\":\"Ada\",\"service_account\":false}]");
        ServiceException failure = failure(() -> client.userByEmail("ada@example.org"));

        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageNotContaining("ada@");
    }

    @Test
    void readsWhatAPersonMayDo() {
        says("/user/42/permissions", """
                {"admin":false,"datasets_admin":["reef"],"groups":["default","divers"],"groups_admin":["divers"],"permissions":{"reef":2},
                 "permissions_v2":{"reef":["edit","view"]},"permissions_v2_ignore_tos":{"lagoon":["view"],"reef":["view","edit"]},
                 "missing_tos":[{"dataset_id":5,"dataset_name":"lagoon","tos_id":2,"tos_name":"lagoon terms"}]}""");
        says("/user/42/group", "[{\"id\":2,\"name\":\"divers\"}]");

        assertThat(client.userPermissions(42)).contains(new CavePermissions(false, List.of("default", "divers"), List.of("divers"),
                List.of("reef"), Map.of("reef", Set.of("edit", "view")), Map.of("lagoon", Set.of("view"), "reef", Set.of("edit", "view")),
                List.of(new CavePermissions.MissingTerms(5, "lagoon", 2, "lagoon terms"))));
        assertThat(client.userGroups(42)).contains(List.of(new CaveGroup(2, "divers")));
    }

    @Test
    void believesThatAPersonIsGoneOnlyWhenALookUpAgrees() {
        says("/user?id=9", "[]");
        says("/user?id=42", "[" + ADA + "]");

        assertThat(client.userGroups(9)).isEmpty();
        assertThat(client.userPermissions(9)).isEmpty();
        assertThat(failure(() -> client.userGroups(42)).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void checksThatTheAccountMayReadLists() {
        says("/user/me", ADA);
        says("/user?id=42", "[" + ADA + "]");
        assertThat(client.check().account().id()).isEqualTo(42);

        answers.put("/auth/api/v1/user?id=42", Answer.text(403, "text/html", "Requires admin privilege."));
        ServiceException failure = failure(() -> client.check());
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("service account");
    }

    @ParameterizedTest
    @CsvSource({"302,OPERATOR", "308,OPERATOR", "401,OPERATOR", "403,OPERATOR", "404,NEVER", "429,LATER", "500,LATER", "502,LATER"})
    void sortsRefusals(int status, Turn turn) {
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.STATUS).withStatus(status));

        assertThat(failure(() -> client.groups()).turn()).isEqualTo(turn);
        ServiceException failure = failure(() -> client.users(1, users -> { }));
        assertThat(failure.turn()).isEqualTo(turn);
        assertThat(failure).hasMessageContaining("lab: HTTP " + status).hasMessageNotContaining(TOKEN);
    }

    @Test
    void takesAWebPageForAnOutage() {
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.HTML));

        assertThat(failure(() -> client.groupUsers(2)).turn()).isEqualTo(Turn.LATER);
        assertThat(failure(() -> client.users(1, users -> { })).turn()).isEqualTo(Turn.LATER);
    }

    private void says(String path, String json) {
        answers.put("/auth/api/v1" + path, Answer.text(200, "application/json", json));
    }

    private static ServiceException failure(ThrowingCallable call) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}

package dev.accolade.service.fas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that is not what FAS2 sends is a ServiceException: never another exception, never a result. */
class FasBadAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FasCredentials BOB = FasCredentials.ofSession("b".repeat(40));
    private static final String ROLE = "{\"person_id\": 3, \"group_id\": 7, \"role_type\": \"user\", \"role_status\": \"approved\"}";
    private static final String PERSON = "{\"id\": 3, \"username\": \"bob\", \"email\": \"é@example.org\", \"status\": \"active\","
            + " \"group_roles\": {}}";

    /** A good answer, what is asked to get it, and the keys of the answer without which it is none. */
    record Asked(String name, String good, Function<FasClient, Object> ask, List<String> needed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Script server = new Script();
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

    static Stream<Asked> operations() {
        return Stream.of(
                new Asked("groupByName", "{\"success\": true, \"group\": {\"id\": 7, \"name\": \"x\", \"group_type\": \"git\","
                        + " \"approved_roles\": [" + ROLE
                        + "], \"unapproved_roles\": []}}", fas -> fas.groups().wholeByName("x"),
                        List.of("/group", "/group/id", "/group/name", "/group/group_type", "/group/approved_roles", "/group/approved_roles/0",
                                "/group/approved_roles/0/person_id", "/group/approved_roles/0/role_type", "/group/unapproved_roles")),
                new Asked("groupMembers", "{\"people\": [[\"bob\", \"é@example.org\", \"\", \"user\", 0]]}", fas -> fas.groups().members("x"),
                        List.of("/people", "/people/0", "/people/0/0", "/people/0/3", "/people/0/4")),
                new Asked("personById", "{\"success\": true, \"person\": " + PERSON + "}", fas -> fas.people().wholeById(3),
                        List.of("/person", "/person/id", "/person/username")),
                new Asked("person", "{\"success\": true, \"person\": " + PERSON + "}", fas -> fas.personById(3),
                        List.of("/person", "/person/id", "/person/username", "/person/status", "/person/group_roles")),
                new Asked("peopleByKey", "{\"people\": [{\"username\": \"bob\", \"id\": 3}], \"unapproved_people\": []}",
                        fas -> fas.directory().byKey(new PeopleSearch("username", "*", List.of("id"))),
                        List.of("/people", "/people/0", "/people/0/username", "/unapproved_people")),
                new Asked("userId", "{\"people\": {\"3\": \"bob\"}}", fas -> fas.directory().ids(), List.of("/people", "/people/3")),
                new Asked("userData", "{\"success\": true, \"data\": {\"3\": {\"username\": \"bob\", \"password\": \"*\"}}}", fas -> fas.directory()
                        .data(),
                        List.of("/data", "/data/3", "/data/3/username", "/data/3/password")),
                new Asked("peopleQuery", "{\"success\": true, \"data\": [{\"id\": 3}]}", fas -> fas.query().rows(Map.of(), List.of("id")),
                        List.of("/data", "/data/0")),
                new Asked("getConfigsLike", "{\"configs\": {\"theme\": \"é\"}}", fas -> fas.configs().like("alice", "moin", "*"),
                        List.of("/configs")),
                new Asked("userGencert", "{\"cla\": true, \"cert\": \"C\", \"key\": \"K\"}", fas -> fas.certificates().make(), List.of("/cla",
                        "/cert", "/key")),
                new Asked("userInfo", "{\"person\": " + PERSON + "}", fas -> fas.visits().userInfo(BOB), List.of("/person", "/person/id",
                        "/person/username")),
                new Asked("verifySession", "{\"person\": " + PERSON + "}", fas -> fas.visits().verify(BOB), List.of("/person", "/person/username")),
                new Asked("groupList", "{\"groups\": [{\"id\": 7, \"name\": \"x\", \"group_type\": \"git\"}], \"memberships\": {}}",
                        fas -> fas.visits().groupList(BOB), List.of("/groups", "/groups/0", "/groups/0/id", "/memberships")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isRefusedWhenCutAtAnyByte(Asked asked) {
        byte[] good = asked.good().getBytes(StandardCharsets.UTF_8);
        assertThat(outcome(asked, good)).as("the whole").isEmpty();
        for (int length = 0; length < good.length; length++) {
            assertRefused(asked, Arrays.copyOf(good, length), "cut at " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isRefusedWhenAKeyIsMissingNullOrOfAnotherKind(Asked asked) throws Exception {
        for (String pointer : asked.needed()) {
            for (String other : List.of("", "null", "{\"a\": {}}", "[{}]", "1" + "0".repeat(40), "-0.5", "[[null]]")) {
                boolean justOneLess = other.isEmpty() && pointer.matches(".*/\\d+") && !asked.good().contains("[");
                if (!justOneLess) {
                    assertRefused(asked, changed(asked.good(), pointer, other), pointer + " is " + other);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isRefusedInAnotherCharsetShapeOrDepth(Asked asked) {
        String good = asked.good();
        List<String> bad = List.of("[" + good + "]", good + good, "null", "7", "\"text\"", "<html>" + good + "</html>",
                "{\"exc\": \"Busy\", " + good.substring(1),
                "{\"deep\": " + "[".repeat(5000) + "]".repeat(5000) + ", " + good.substring(1), "{\"deep\": " + "{\"a\":".repeat(100_000),
                "{\"tg_errors\": {\"a\": \"b\"}, " + good.substring(1), good.replaceFirst("\"(\\w+)\": (.*)}$",
                        "\"$1\": $2, \"$1\": {}, \"exc\": \"Twice\"}"));
        bad.forEach(text -> assertRefused(asked, text.getBytes(StandardCharsets.UTF_8), text.substring(0, Math.min(60, text.length()))));
        if (good.contains("é")) {
            assertRefused(asked, good.getBytes(StandardCharsets.ISO_8859_1), "Latin 1");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isTakenWithKeysThatNobodyKnows(Asked asked) {
        String more = "{\"tg_flash\": null, \"unknown\": [1, {\"x\": null}], \"huge\": 1" + "0".repeat(400) + ", \"text\":"
                + " \"" + "x".repeat(5000) + "\", ";

        assertThat(outcome(asked, (more + asked.good().substring(1)).getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static byte[] changed(String good, String pointer, String other) throws Exception {
        JsonNode tree = JSON.readTree(good);
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, cut));
        String key = pointer.substring(cut + 1);
        if (parent instanceof ObjectNode object) {
            object.remove(key);
            if (!other.isEmpty()) {
                object.set(key, JSON.readTree(other));
            }
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(key), JSON.readTree(other.isEmpty() ? "true" : other));
        }
        return JSON.writeValueAsBytes(tree);
    }

    private void assertRefused(Asked asked, byte[] body, String how) {
        assertThat(outcome(asked, body)).as("%s: %s", asked.name(), how).containsInstanceOf(ServiceException.class);
    }

    private Optional<Throwable> outcome(Asked asked, byte[] body) {
        server.answer = call -> call.path().equals("/login")
                ? Answer.json(200, Map.of("user", Map.of("username", "alice"))).with("Set-Cookie", "tg-visit=" + "a".repeat(40))
                : new Answer(200, List.of(Map.entry("Content-Type", "application/json")), body);
        try {
            asked.ask().apply(client);
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }
}

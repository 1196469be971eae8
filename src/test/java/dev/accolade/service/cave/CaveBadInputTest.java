package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accolade.sandbox.Answer;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an answer holds: what CAVE really sends is read, anything else is a {@link ServiceException}. */
class CaveBadInputTest {

    private static final String USER = "{\"affiliations\":[[{\"id\":7,\"name\":\"Sea\"}]],\"created\":\"Mon, 05 Jan 2026 09:59:58 GMT\",\"id\":42,\"name\":\"Äda\","
            + "\"email\":\"a@x.org\",\"service_account\":false,\"admin\":false}";
    private static final String GROUP = "{\"id\":2,\"name\":\"Täucher\"}";
    private static final String RIGHTS = "{\"admin\":false,\"datasets_admin\":[],\"groups\":[\"ä\"],\"groups_admin\":[],\"permissions_v2\":{\"reef\":[\"view\"]},"
            + "\"permissions_v2_ignore_tos\":{\"reef\":[\"view\"]},\"missing_tos\":[{\"dataset_id\":1,\"dataset_name\":\"l\",\"tos_id\":2,\"tos_name\":\"t\"}]}";
    private static final String KEY = "{\"created\":null,\"description\":\"ä\",\"id\":1,\"token\":\"0123456789abcdef\",\"user_id\":42}";

    /** How an operation is called, and a whole answer to it. */
    private record Reading(ThrowingCallable call, String answer) {
    }

    private final Script server = new Script();
    private Connected connected;
    private Map<String, Reading> readings;

    @BeforeEach
    void start() {
        connected = new Connected(server, "lab", new CaveMeaning());
        CaveConfiguration options = new CaveConfiguration();
        options.setToken("0123456789abcdef");
        CaveClient client = new CaveClient(connected.wire, options, new CaveLogin(options, page -> false));
        readings = new LinkedHashMap<>();
        readings.put("getGroups", new Reading(client::groups, "[" + GROUP + "]"));
        readings.put("getGroup", new Reading(() -> client.group(2), GROUP));
        readings.put("getGroupUsers", new Reading(() -> client.groupUsers(2), "[{\"admin\":true,\"id\":42,\"name\":\"Äda\"}]"));
        readings.put("getUsers", new Reading(() -> client.users(1, people -> { }), "[" + USER + "]"));
        readings.put("getUser", new Reading(() -> client.user(42), "[" + USER + "]"));
        readings.put("getUserInformation", new Reading(() -> client.userInformation(List.of(42L)), "[" + USER + "]"));
        readings.put("getUserByEmail", new Reading(() -> client.userByEmail("a@x.org"), "[" + USER + "]"));
        readings.put("getUserGroups", new Reading(() -> client.userGroups(42), "[" + GROUP + "]"));
        readings.put("getUserPermissions", new Reading(() -> client.userPermissions(42), RIGHTS));
        readings.put("getTokens", new Reading(client::tokens, "[" + KEY + "]"));
    }

    @AfterEach
    void stop() {
        connected.close();
    }

    static Stream<String> operations() {
        return Stream.of("getGroups", "getGroup", "getGroupUsers", "getUsers", "getUser", "getUserInformation", "getUserByEmail", "getUserGroups",
                "getUserPermissions", "getTokens");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesAnAnswerThatIsCutAnywhere(String operation) {
        byte[] whole = readings.get(operation).answer.getBytes(StandardCharsets.UTF_8);
        says(whole);
        assertThat(catchThrowable(readings.get(operation).call)).as("the whole answer").isNull();
        for (int length = 0; length < whole.length; length++) {
            says(Arrays.copyOf(whole, length));
            assertRefused(operation, length + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesWhatIsNoAnswerOfCave(String operation) {
        String whole = readings.get(operation).answer;
        List<String> others = new ArrayList<>(List.of("null", "true", "7", "\"success\"", "{}", "[null]", "[[]]", "[{}]", "<html></html>", "[" + whole + "]",
                whole + whole, "{\"items\":" + whole + ",\"pages\":1}", "[".repeat(5000), "{\"a\":".repeat(5000)));
        if (!operation.equals("getTokens")) {
            others.add(whole.replace("\"id\":", "\"ID\":").replace("\"groups\":", "\"GROUPS\":"));
        }
        for (String number : List.of("1e400", "99999999999999999999", "-99999999999999999999", "1.5", "\"2\"", "null", "[]", "9".repeat(5000))) {
            others.add(whole.replaceAll("\"(id|tos_id)\":\\d+", "\"$1\":" + number));
        }
        for (String other : others) {
            says(other.getBytes(StandardCharsets.UTF_8));
            assertRefused(operation, other.substring(0, Math.min(80, other.length())));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesAnotherCharset(String operation) {
        says(readings.get(operation).answer.replace("a@x.org", "ä@x.org").getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(operation, "ISO 8859-1");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void readsPastWhatItDoesNotKnow(String operation) throws Throwable {
        says(readings.get(operation).answer.replaceAll("\\{", "{\"later\":[{\"deep\":1e5}],").getBytes(StandardCharsets.UTF_8));
        if (!operation.equals("getUserPermissions")) {
            readings.get(operation).call.call();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesARefusalForOneWhateverItHolds(String operation) {
        for (int status : new int[] {204, 301, 400, 401, 403, 404, 409, 429, 500, 503}) {
            for (String body : List.of("", "null", "[]", "7", "{\"error\":{},\"error_code\":[1],\"message\":null,\"data\":7}", "{\"error\":", "[".repeat(5000),
                    "<html>\u0000", "{\"error_code\":\"" + "X".repeat(100_000) + "\"}")) {
                server.answer = call -> new Answer(status, List.of(), (status == 204 ? "" : body).getBytes(StandardCharsets.UTF_8));
                assertRefused(operation, "HTTP " + status + " with " + body.substring(0, Math.min(40, body.length())));
            }
        }
    }

    private void says(byte[] body) {
        server.answer = call -> new Answer(200, List.of(Map.entry("Content-Type", "application/json")), body);
    }

    private void assertRefused(String operation, String what) {
        assertThat(catchThrowable(readings.get(operation).call)).as("%s on %s", operation, what).isInstanceOf(ServiceException.class);
    }
}

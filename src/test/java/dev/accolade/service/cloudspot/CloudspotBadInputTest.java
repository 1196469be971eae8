package dev.accolade.service.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accolade.sandbox.Answer;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an answer holds: what Cloudspot's packages read is read, anything else is a {@link ServiceException}. */
class CloudspotBadInputTest {

    private static final Optional<String> TOKEN = Optional.of("t-1");
    private static final String COMPANIES = "[{\"company_id\":\"c-1\",\"company_name\":\"Häfen\",\"permissions\":[\"use_app\"]}]";

    private record Reading(ThrowingCallable call, String answer) {
    }

    private final Script server = new Script();
    private Connected connected;
    private Map<String, Reading> readings;

    @BeforeEach
    void start() {
        connected = new Connected(server, "academy", reply -> Meaning.byStatus(reply.status()));
        CloudspotConfiguration options = new CloudspotConfiguration();
        options.setApplicationId("app-7");
        CloudspotClient client = new CloudspotClient(connected.wire, options);
        readings = new LinkedHashMap<>();
        readings.put("authenticate", new Reading(() -> client.authenticate(new Credentials("a@x.org", "p"), Optional.empty()),
                "{\"token\":\"t-1\",\"permissions\":" + COMPANIES + "}"));
        readings.put("getPermissions", new Reading(() -> client.getPermissions(TOKEN), "{\"permissions\":" + COMPANIES + "}"));
        readings.put("getCompanyPermissions", new Reading(() -> client.getCompanyPermissions(TOKEN, "c-1"), "{\"permissions\":[\"use_äpp\"]}"));
        readings.put("getUser", new Reading(() -> client.getUser(TOKEN), "{\"first_name\":\"Än\",\"last_name\":\"P\",\"email\":\"a@x.org\",\"pin\":\"1\"}"));
        readings.put("validateImpersonation", new Reading(() -> client.validateImpersonation("i"),
                "{\"token\":\"i\",\"auth_token\":\"t-1\",\"user\":\"ä@x.org\",\"company\":\"c-1\"}"));
    }

    @AfterEach
    void stop() {
        connected.close();
    }

    static Stream<String> operations() {
        return Stream.of("authenticate", "getPermissions", "getCompanyPermissions", "getUser", "validateImpersonation");
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
    void refusesWhatIsNoAnswerOfCloudspot(String operation) {
        String whole = readings.get(operation).answer;
        for (String other : List.of("null", "true", "7", "\"OK\"", "[]", "{}", "<html></html>", "[" + whole + "]", whole + whole, "{\"data\":" + whole + "}",
                "[".repeat(5000), "{\"a\":".repeat(5000), "{\"message\":\"no\"}", "{\"message\":7,\"error_code\":9e999}",
                whole.replaceFirst("\\{", "{\"has_error\":true,"), whole.replaceAll("\"(email|user|token|permissions)\":", "\"$1x\":"),
                whole.replaceAll("\"(email|user|token|auth_token)\":\"[^\"]*\"", "\"$1\":7").replaceAll("\\[\"[^]]*]", "[7]"),
                whole.replaceAll("\"(email|user|token|auth_token)\":\"[^\"]*\"", "\"$1\":null").replaceAll("\\[\"[^]]*]", "null"))) {
            says(other.getBytes(StandardCharsets.UTF_8));
            assertRefused(operation, other.substring(0, Math.min(80, other.length())));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesAnotherCharset(String operation) {
        says(readings.get(operation).answer.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(operation, "ISO 8859-1");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void readsPastWhatItDoesNotKnow(String operation) throws Throwable {
        says(readings.get(operation).answer.replaceAll("\\{", "{\"later\":[{\"deep\":1e5}],").getBytes(StandardCharsets.UTF_8));
        readings.get(operation).call.call();
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

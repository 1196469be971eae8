package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.accolade.sandbox.Answer;
import dev.accolade.service.http.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, a call ends with a right result or with a ServiceException. */
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "a".repeat(22);
    private static final String ASSERTION = "{\"status\": {\"success\": true, \"description\": \"ok\"}, \"result\": [{\"entityType\": \"Assertion\", \"entityId\": \""
            + ID + "\", \"createdAt\": \"2026-03-01T09:30:00.000001Z\", \"createdBy\": \"u\", \"badgeclass\": \"c\", \"issuer\": \"i\", \"image\": null, "
            + "\"recipient\": {\"identity\": \"sha256$00\", \"hashed\": true, \"type\": \"email\", \"plaintextIdentity\": \"ann@example.org\", \"salt\": \"s\"}, "
            + "\"issuedOn\": \"2026-03-01T09:30:00Z\", \"narrative\": null, \"evidence\": [{\"url\": \"https://example.org\", \"narrative\": null}], "
            + "\"revoked\": false, \"revocationReason\": null, \"acceptance\": \"Unaccepted\", \"expires\": null, \"extensions\": {}}]}";
    private static final List<String> ODD = List.of("null", "1", "1e400", "9".repeat(900), "true", "\"\"", "\"odd\"", "[]", "[1]", "[null]", "{}", "{\"a\": 1}");

    private final BadgrFixture fixture = new BadgrFixture();
    private final BadgrClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    private void answer(int status, String type, byte[] body) {
        fixture.badgr.instead(call -> call.path().startsWith("/v2/") ? Optional.of(new Answer(status, List.of(Map.entry("Content-Type", type)), body))
                : Optional.empty());
    }

    private void answer(String json) {
        answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private void refusesOrUnderstands(String what) {
        Throwable failure = catchThrowable(() -> client.assertion(ID));
        if (failure != null) {
            assertThat(failure).as(what).isInstanceOf(ServiceException.class);
        }
    }

    @Test
    void understandsTheAnswerThatTheOthersAreMadeFrom() {
        answer(ASSERTION);
        assertThat(client.assertion(ID).recipient()).isEqualTo("ann@example.org");
    }

    @Test
    void refusesAnAnswerThatIsCutAnywhere() {
        byte[] whole = ASSERTION.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            answer(200, "application/json", Arrays.copyOf(whole, length));
            assertThat(catchThrowable(() -> client.assertion(ID))).as("%d bytes", length).isInstanceOf(ServiceException.class);
        }
    }

    @Test
    void takesNoFieldForWhatItIsNot() throws Exception {
        JsonNode whole = JSON.readTree(ASSERTION);
        List<String> names = new ArrayList<>();
        whole.path("result").path(0).fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            for (String odd : ODD) {
                ObjectNode changed = whole.deepCopy();
                ((ObjectNode) changed.path("result").path(0)).putRawValue(name, new RawValue(odd));
                answer(changed.toString());
                refusesOrUnderstands(name + " is " + odd);
            }
        }
    }

    @Test
    void doesNotTakeWordsForYesOrNo() {
        for (String odd : List.of("\"yes\"", "1", "null", "[]")) {
            answer(ASSERTION.replace("\"revoked\": false", "\"revoked\": " + odd));
            assertThat(catchThrowable(() -> client.assertion(ID))).as(odd).isInstanceOf(ServiceException.class).hasMessageContaining("revoked");
        }
    }

    @Test
    void refusesEnvelopesThatAreNone() {
        for (String odd : ODD) {
            for (String body : List.of(odd, "{\"result\": " + odd + "}", "{\"status\": " + odd + ", \"result\": []}", "{\"status\": {\"success\": " + odd
                    + "}, \"result\": []}", "{\"status\": {\"success\": false}, \"result\": []}", "{\"status\": {\"success\": true}, \"result\": [" + odd + "]}")) {
                answer(body);
                assertThat(catchThrowable(() -> client.assertion(ID))).as(body).isInstanceOf(ServiceException.class);
            }
        }
    }

    @Test
    void survivesDepthOtherCharsetsAndPages() {
        answer("{\"status\": {\"success\": true}, \"result\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertThat(catchThrowable(() -> client.issuers())).isInstanceOf(ServiceException.class);
        answer(200, "application/json", ASSERTION.replace("ann@", "änn@").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowable(() -> client.assertion(ID))).isInstanceOf(ServiceException.class);
        answer(200, "text/html", "<html><body>Welcome</body></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(catchThrowable(() -> client.issuers())).isInstanceOf(ServiceException.class).hasMessageContaining("web page");
        answer(500, "text/html", "<h1>Server Error (500)</h1>".getBytes(StandardCharsets.UTF_8));
        assertThat(catchThrowable(() -> client.issuers())).isInstanceOf(ServiceException.class);
    }

    @Test
    void leavesUnknownKeysAlone() {
        answer(ASSERTION.replace("\"extensions\": {}", "\"extensions\": {\"x\": [1]}, \"later\": {\"a\": [null]}"));
        assertThat(client.assertion(ID).entityId()).isEqualTo(ID);
    }

    @Test
    void refusesRowsThatDoNotFitWhatWasAsked() {
        List<Revocation> one = List.of(Revocation.of(ID));
        for (String rows : List.of("", "{\"revoked\": true, \"entityId\": \"other\"}", "{\"revoked\": \"true\", \"entityId\": \"" + ID + "\"}", "{}", "1",
                "{\"revoked\": true}, {\"revoked\": true}")) {
            answer("{\"status\": {\"success\": true}, \"result\": [" + rows + "]}");
            assertThat(catchThrowable(() -> client.revoke(one))).as(rows).isInstanceOf(ServiceException.class);
        }
    }

    @Test
    void refusesFeedsAndPagesThatLeadNowhere() {
        Feeds feeds = client.topics().feeds();
        for (String rest : List.of("", ", \"timestamp\": \"2026-03-01T09:30:00+00:00\"", ", \"timestamp\": \"soon\", \"pagination\": {\"hasNext\": false}",
                ", \"timestamp\": \"2026-03-01T09:30:00+00:00\", \"pagination\": {\"hasNext\": true, \"nextResults\": \"http://x/?cursor=%zz\"}",
                ", \"timestamp\": \"2026-03-01T09:30:00+00:00\", \"pagination\": {\"hasNext\": true, \"nextResults\": \"http://x/?cursor=same\"}")) {
            answer("{\"status\": {\"success\": true}, \"result\": []" + rest + "}");
            assertThat(catchThrowable(() -> feeds.changed(Feed.ASSERTIONS, Optional.empty(), 10, page -> { }))).as(rest).isInstanceOf(ServiceException.class);
        }
        fixture.badgr.instead(call -> call.path().startsWith("/v2/") ? Optional.of(Answer.json(200, Map.of("status", Map.of("success", true), "result", List.of()))
                .with("Link", "<http://x/?cursor=%zz>; rel=\"next\"")) : Optional.empty());
        assertThat(catchThrowable(() -> client.badgeClasses(Optional.empty()))).isInstanceOf(ServiceException.class);
    }

    @Test
    void refusesTokensThatAreNone() {
        for (String odd : ODD) {
            BadgrFixture other = new BadgrFixture();
            try (other) {
                other.badgr.instead(call -> Optional.of(new Answer(200, List.of(Map.entry("Content-Type", "application/json")),
                        ("{\"access_token\": " + odd + ", \"expires_in\": " + odd + "}").getBytes(StandardCharsets.UTF_8))));
                assertThat(catchThrowable(() -> other.client().issuers())).as(odd).isInstanceOf(ServiceException.class);
            } catch (Exception closing) {
                throw new IllegalStateException(closing);
            }
        }
    }
}

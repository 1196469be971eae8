package dev.accolade.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonToken;
import com.sun.management.ThreadMXBean;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private final Echo echo = new Echo();
    private final CamelContext context = new DefaultCamelContext();
    private Sandbox sandbox;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(echo));
        JsonHttp http = CamelJsonHttp.open("badges", context, HttpSettings.of(sandbox.base("echo")));
        wire = new Wire("badges", http, new Throttle(4, 0), 1000, reply -> Meaning.byStatus(reply.status()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        sandbox.close();
        context.close();
    }

    @ParameterizedTest
    @CsvSource({"401,OPERATOR,NONE", "403,OPERATOR,NONE", "404,NEVER,NONE", "400,NEVER,NONE", "409,NEVER,NONE", "408,LATER,POSSIBLE",
        "425,LATER,NONE", "429,LATER,NONE", "500,LATER,POSSIBLE", "503,LATER,POSSIBLE", "302,OPERATOR,POSSIBLE"})
    void sortsRefusalsByWhoseTurnItIs(int status, Turn turn, Effect effect) {
        echo.answer = call -> Answer.json(status, Map.of("secret", "do not show"));
        ServiceException failure = failure("POST", "/v2/badgeclasses/k7/assertions");
        assertThat(failure.turn()).isEqualTo(turn);
        assertThat(failure.effect()).isEqualTo(effect);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure).hasMessage("badges: HTTP " + status + " on POST /v2/badgeclasses/k7/assertions (" + Meaning.byStatus(status) + ")");
        assertThat(failure("GET", "/").effect()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @CsvSource({"30,30", "'Sun, 01 Mar 2026 09:31:00 GMT',60", "'Sun, 01 Mar 2026 09:00:00 GMT',0", "999999999,86400"})
    void readsHowLongToWait(String header, long seconds) {
        echo.answer = call -> Answer.empty(503).with("Retry-After", header);
        assertThat(failure("GET", "/").retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", ""})
    void ignoresWaitsItCannotRead(String header) {
        echo.answer = call -> Answer.empty(503).with("Retry-After", header);
        assertThat(failure("GET", "/").retryAfter()).isEmpty();
    }

    @Test
    void leavesEMailAddressesOutOfMessages() {
        echo.answer = call -> Answer.empty(404);
        assertThat(failure("GET", "/users/ann%40example.org/groups")).hasMessageContaining("GET /users/.../groups").hasMessageNotContaining("ann");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"HTML", "CUT_BODY"})
    void triesLaterAfterASuccessWithoutWholeJson(Fault.Kind kind) {
        sandbox.faults().add(Fault.of("echo", kind));
        ServiceException failure = failure("POST", "/");
        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(failure).hasMessageContaining(kind == Fault.Kind.HTML ? "a web page instead of JSON" : "ended too early");
        assertThat(failure("GET", "/").effect()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1", "{\"a\":1}}", "nonsense", "[1] [2]"})
    void refusesBrokenJson(String text) {
        echo.answer = call -> Answer.text(200, "application/json", text);
        assertThat(failure("GET", "/")).hasMessageContaining("broken or cut JSON").hasMessageNotContaining(text);
    }

    @Test
    void readsJsonUnderAnyLabelAndNothingAsMissing() {
        echo.answer = call -> Answer.text(200, "text/html", "{\"a\":1}");
        assertThat(wire.ask(Request.of("GET", "/")).json().path("a").asInt()).isEqualTo(1);
        echo.answer = call -> Answer.empty(204);
        assertThat(wire.ask(Request.of("DELETE", "/")).json().isMissingNode()).isTrue();
    }

    @Test
    void refusesAnswersAboveTheLimit() {
        echo.answer = call -> Answer.json(200, "x".repeat(1000));
        assertThat(failure("GET", "/").turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure("GET", "/")).hasMessageContaining("longer than 1000 bytes").hasMessageContaining("maxAnswerBytes");
    }

    @Test
    void readsOfFiftyMegabytesOnlyWhatTheLimitAllows() {
        byte[] huge = new byte[50_000_000];
        Arrays.fill(huge, (byte) '1');
        Answer answer = new Answer(200, List.of(Map.entry("Content-Type", "application/json")), huge);
        echo.answer = call -> answer;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        failure("GET", "/");
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(failure("GET", "/")).hasMessageContaining("longer than 1000 bytes");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("bytes taken for it").isLessThan(5_000_000);
    }

    @Test
    void streamsWhatIsAboveTheLimit() {
        echo.answer = call -> Answer.json(200, Collections.nCopies(100_000, 1));
        int count = wire.read(Request.of("GET", "/"), json -> {
            int numbers = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                numbers += token == JsonToken.VALUE_NUMBER_INT ? 1 : 0;
            }
            return numbers;
        });
        assertThat(count).isEqualTo(100_000);
    }

    @Test
    void neverTakesACutStreamForTheWhole() {
        echo.answer = call -> Answer.json(200, Collections.nCopies(100_000, 1));
        sandbox.faults().add(Fault.of("echo", Fault.Kind.CUT_BODY));
        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> wire.read(Request.of("GET", "/"), json -> {
            while (json.nextToken() != null) {
                assertThat(json.currentToken()).isNotNull();
            }
            return "whole";
        }));
        assertThat(failure.turn()).isEqualTo(Turn.LATER);
    }

    @Test
    void handsOverRefusalsToThoseWhoAskForThem() {
        echo.answer = call -> Answer.json(400, Map.of("validationErrors", List.of("no")));
        JsonReply reply = wire.send(Request.of("POST", "/"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/validationErrors/0").asText()).isEqualTo("no");
        assertThat(reply).hasToString("HTTP 400");
    }

    @Test
    void noticesWhenTheServersClockDiffers() {
        assertThat(wire.skew()).isEmpty();
        echo.answer = call -> Answer.json(200, List.of()).with("Date", "Sun, 01 Mar 2026 09:35:00 GMT");
        wire.ask(Request.of("GET", "/"));
        assertThat(wire.skew()).contains(Duration.ofMinutes(5));
    }

    private ServiceException failure(String method, String path) {
        return catchThrowableOfType(ServiceException.class, () -> wire.ask(Request.of(method, path)));
    }
}

package dev.accolade.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CamelJsonHttpTest {

    private final Echo echo = new Echo();
    private final CamelContext context = new DefaultCamelContext();
    private Sandbox sandbox;
    private JsonHttp http;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(echo));
        http = CamelJsonHttp.open("echo", context, HttpSettings.of(sandbox.base("echo")).withResponseTimeout(Duration.ofMillis(500)));
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        sandbox.close();
        context.close();
    }

    @Test
    void sendsPathQueryHeadersAndBodyAsGiven() throws IOException {
        http.send(Request.of("POST", "/a%2Fb/c%20d").query("q", "ä +&=?~'()*!").query("q", "").with("Authorization", "Bearer x")
                .with("X-Two-Words", "a, b").json("{\"é\":1}".getBytes(StandardCharsets.UTF_8))).close();
        assertThat(echo.last().method()).isEqualTo("POST");
        assertThat(echo.last().path()).isEqualTo("/a%2Fb/c%20d");
        assertThat(echo.last().parameters()).isEqualTo(Map.of("q", List.of("ä +&=?~'()*!", "")));
        assertThat(echo.last().header("Authorization")).contains("Bearer x");
        assertThat(echo.last().header("X-Two-Words")).contains("a, b");
        assertThat(echo.last().header("Content-Type")).contains("application/json");
        assertThat(echo.last().text()).isEqualTo("{\"é\":1}");
    }

    @Test
    void sendsAContentTypeWithoutABodyWhereItIsGiven() {
        http.send(Request.of("GET", "/").with("Content-Type", "application/json")).close();
        assertThat(echo.last().header("Content-Type")).contains("application/json");
        assertThat(echo.last().body()).isEmpty();
    }

    @Test
    void addsNothingOfCamelAndFewOtherHeaders() {
        http.send(Request.of("POST", "/").form(List.of(Map.entry("a", "b c")))).close();
        assertThat(echo.last().headers().keySet())
                .containsExactlyInAnyOrder("host", "user-agent", "accept-encoding", "connection", "content-type", "content-length");
        assertThat(echo.last().header("User-Agent")).hasValueSatisfying(agent -> assertThat(agent).startsWith("Accolade/"));
        assertThat(echo.last().header("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(echo.last().text()).isEqualTo("a=b+c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void offersEveryMethod(String method) {
        Request request = Request.of(method, "/thing");
        http.send(method.equals("GET") ? request : request.json("{}".getBytes(StandardCharsets.UTF_8))).close();
        assertThat(echo.last().method()).isEqualTo(method);
        assertThat(echo.last().text()).isEqualTo(method.equals("GET") ? "" : "{}");
    }

    @Test
    void handsOverRefusalsWithTheirBody() throws IOException {
        echo.answer = call -> Answer.json(418, Map.of("short", "stout")).with("Link", "<http://a/?b=1,2>; rel=\"next\", <http://c>; rel=\"prev\"");
        try (Reply reply = http.send(Request.of("GET", "/"))) {
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.header("link")).contains("<http://a/?b=1,2>; rel=\"next\", <http://c>; rel=\"prev\"");
            assertThat(new String(reply.body().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"short\":\"stout\"}");
        }
    }

    @Test
    void keepsNoCookies() {
        echo.answer = call -> Answer.empty(204).with("Set-Cookie", "visit=abc; Path=/");
        http.send(Request.of("GET", "/")).close();
        http.send(Request.of("GET", "/")).close();
        assertThat(echo.last().header("Cookie")).isEmpty();
    }

    @Test
    void followsNoRedirects() {
        echo.answer = call -> Answer.empty(302).with("Location", sandbox.base("echo") + "/elsewhere");
        assertThat(http.send(Request.of("GET", "/")).status()).isEqualTo(302);
        assertThat(echo.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void repeatsNothing(int status) {
        echo.answer = call -> Answer.empty(status).with("Retry-After", "0");
        http.send(Request.of("POST", "/").json(new byte[] {'1'})).close();
        assertThat(echo.calls).hasSize(1);
    }

    @Test
    void deliversALargeAnswerAsItArrives() throws IOException {
        byte[] large = "0123456789abcdef".repeat(500_000).getBytes(StandardCharsets.US_ASCII);
        echo.answer = call -> Answer.text(200, "text/plain", new String(large, StandardCharsets.US_ASCII));
        try (Reply reply = http.send(Request.of("GET", "/"))) {
            assertThat(reply.body().readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void freesItsConnectionWhenAnAnswerIsNotRead() {
        echo.answer = call -> Answer.text(200, "text/plain", "x".repeat(100_000));
        for (int i = 0; i < HttpSettings.MAX_CONNECTIONS * 2; i++) {
            http.send(Request.of("GET", "/")).close();
        }
        assertThat(echo.calls).hasSize(HttpSettings.MAX_CONNECTIONS * 2);
    }

    @Test
    void knowsThatARefusedConnectionChangedNothing() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (JsonHttp nowhere = CamelJsonHttp.open("nowhere", context, HttpSettings.of("http://127.0.0.1:" + free))) {
            ServiceException failure = failure(nowhere, "POST");
            assertThat(failure.turn()).isEqualTo(Turn.LATER);
            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(failure).hasMessageContaining("nowhere: no answer to POST /act").hasMessageContaining("refused");
        }
    }

    @Test
    void knowsThatAnUnknownHostChangedNothing() {
        try (JsonHttp nowhere = CamelJsonHttp.open("nowhere", context, HttpSettings.of("http://no-such-host.invalid"))) {
            assertThat(failure(nowhere, "POST").effect()).isEqualTo(Effect.NONE);
        }
    }

    @Test
    void leavesAFailedTlsHandshakeToTheOperator() throws IOException {
        String secure = sandbox.base("echo").replace("http:", "https:");
        try (JsonHttp noTls = CamelJsonHttp.open("noTls", context, HttpSettings.of(secure).withResponseTimeout(Duration.ofSeconds(2)))) {
            ServiceException failure = failure(noTls, "POST");
            assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(echo.calls).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"RESET_AFTER", "RESET_BEFORE"})
    void saysThatAnEffectIsPossibleWhenTheConnectionBreaks(Fault.Kind kind) {
        sandbox.faults().add(Fault.of("echo", kind));
        assertThat(failure(http, "POST").effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(failure(http, "DELETE").effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(failure(http, "GET").effect()).isEqualTo(Effect.NONE);
        assertThat(failure(http, "GET").turn()).isEqualTo(Turn.LATER);
    }

    @Test
    void saysThatAnEffectIsPossibleAfterATimeOut() {
        sandbox.faults().add(Fault.of("echo", Fault.Kind.LATENCY).lasting(Duration.ofSeconds(2)).times(1));
        ServiceException failure = failure(http, "POST");
        assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(failure).hasMessageContaining("time-out").hasMessageContaining("Whether it had an effect is unknown");
    }

    @Test
    void showsACutAnswerAsAnExceptionOfTheStream() throws IOException {
        sandbox.faults().add(Fault.of("echo", Fault.Kind.CUT_BODY));
        try (Reply reply = http.send(Request.of("GET", "/")); InputStream body = reply.body()) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void goesThroughAProxy() {
        HttpSettings direct = HttpSettings.of("http://no-such-host.invalid/echo");
        int port = URI.create(sandbox.address()).getPort();
        HttpSettings proxied = new HttpSettings(direct.baseUrl(), direct.connectTimeout(), direct.responseTimeout(), 1, false, Optional.empty(),
                Optional.of(new HttpSettings.Proxy("127.0.0.1", port)));
        try (JsonHttp through = CamelJsonHttp.open("proxied", context, proxied); Reply reply = through.send(Request.of("GET", "/there"))) {
            assertThat(reply.status()).isEqualTo(200);
        }
        assertThat(echo.last().header("Host")).contains("no-such-host.invalid");
    }

    @Test
    void refusesBaseAddressesItCannotUse() {
        assertThatThrownBy(() -> HttpSettings.of("ftp://x")).hasMessageContaining("http or https");
        assertThatThrownBy(() -> HttpSettings.of("http://me:word@x")).hasMessageContaining("user name").hasMessageNotContaining("word@");
        assertThat(HttpSettings.of("https://x.example/y//").baseUrl()).isEqualTo("https://x.example/y");
        assertThat(HttpSettings.of("https://x.example").proxy()).isEqualTo(Optional.empty());
    }

    private static ServiceException failure(JsonHttp http, String method) {
        return catchThrowableOfType(ServiceException.class, () -> http.send(Request.of(method, "/act")));
    }
}

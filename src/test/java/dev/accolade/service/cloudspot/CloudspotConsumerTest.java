package dev.accolade.service.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.service.Routes;
import dev.accolade.service.Script;
import dev.accolade.service.cloudspot.CloudspotEvent.PermissionsUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.UserCreated;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cloudspot's webhook, over real HTTP. */
class CloudspotConsumerTest {

    private static final String UPDATE = """
            {"event": "permissions.updated", "data": {"username": "an@example.org", "company_id": "c-1", "permissions": ["use_app"],
             "available_companies": [{"company_id": "c-1", "company_name": "Häfen BV", "extra": 1}]}}""";
    private static final String CREATED = """
            {"event": "user.created", "data": {"user_email": "bo@example.org", "user_first_name": "Bo", "user_last_name": "Maes", "user_pin": "4321",
             "user_pwd": "dummy-word", "license_token": "tok-bo"}}""";
    private static final String PATH = "/events/academy/n0b0dy-guesses";

    private final List<Exchange> received = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Routes routes;
    private VertxPlatformHttpServer server;
    private volatile Processor work = exchange -> { };

    @BeforeEach
    void start() throws Exception {
        routes = new Routes(new Script());
        VertxPlatformHttpServerConfiguration settings = new VertxPlatformHttpServerConfiguration();
        settings.setBindHost("127.0.0.1");
        settings.setBindPort(0);
        server = new VertxPlatformHttpServer(settings);
        routes.context.addService(server);
        CloudspotConfiguration academy = new CloudspotConfiguration();
        academy.setApplicationId("app-7");
        routes.connect("academy", academy);
        listen("allow=127.0.0.1,::1");
    }

    private void listen(String options) throws Exception {
        routes.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cloudspot:events?connection=academy&secretPath=" + PATH + "&" + options).routeId("webhook").process(received::add).process(work());
            }
        });
    }

    private Processor work() {
        return exchange -> work.process(exchange);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void handsOverWhatAnAccountMayDoNow() throws Exception {
        HttpResponse<String> answer = post(UPDATE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"OBJECT_UPDATED\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(received.get(0).getMessage().getBody()).isEqualTo(new PermissionsUpdated(Optional.of("an@example.org"), Optional.empty(), "c-1",
                List.of("use_app"), Optional.of(List.of(new CloudspotEvent.Company("c-1", "Häfen BV")))));
    }

    @Test
    void handsOverNothingOfTheRequestButTheEventAndEchoesNothing() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("?q=1")).header("X-Foo", "bar").header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(UPDATE)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(received.get(0).getMessage().getHeaders()).isEqualTo(Map.of(CloudspotConstants.EVENT, "permissions.updated"));
        assertThat(answer.headers().map()).doesNotContainKeys("x-foo", "q");
    }

    @Test
    void tellsTheIdOfANewUser() throws Exception {
        work = exchange -> exchange.getMessage().setHeader(CloudspotConstants.USER_ID, "8a4d");

        assertThat(post(CREATED).body()).isEqualTo("{\"status\":\"OBJECT_CREATED\",\"id\":\"8a4d\"}");
        assertThat(received.get(0).getMessage().getBody()).isEqualTo(new UserCreated("bo@example.org", "Bo", "Maes", Optional.of("tok-bo")));
        assertThat(received.get(0).getMessage().getBody().toString()).doesNotContain("tok-bo").doesNotContain("bo@").doesNotContain("Maes");
    }

    @Test
    void noteANewUserWhoWasGivenNoId() throws Exception {
        assertThat(post(CREATED).body()).isEqualTo("{\"status\":\"RECEIVED\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UPDATED|200|{\"status\":\"OBJECT_UPDATED\"}",
        "RECEIVED|200|{\"status\":\"RECEIVED\"}",
        "EXISTS|400|{\"status\":\"OBJECT_EXISTS\",\"error\":{\"message\":\"User already exists.\"}}",
        "USER_UNKNOWN|404|{\"status\":\"NOT_FOUND\",\"error\":{\"message\":\"No user matched the username.\"}}",
        "COMPANY_UNKNOWN|404|{\"status\":\"NOT_FOUND\",\"error\":{\"message\":\"No company matched the id.\"}}"})
    void answersWhatTheRouteMadeOfIt(String outcome, int status, String body) throws Exception {
        work = exchange -> exchange.getMessage().setHeader(CloudspotConstants.OUTCOME, outcome);
        HttpResponse<String> answer = post(UPDATE);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"user.email.updated|{\"current_email\":\"a@x.org\",\"change_to_email\":\"b@x.org\"}|current_email",
        "user.pin.updated|{\"user_username\":\"a@x.org\",\"pin\":\"\"}|user_username"})
    void namesWhatItCouldNotFindAsTheEventNamesIt(String event, String data, String key) throws Exception {
        work = exchange -> exchange.getMessage().setHeader(CloudspotConstants.OUTCOME, EventOutcome.USER_UNKNOWN);

        assertThat(post("{\"event\":\"" + event + "\",\"data\":" + data + "}").body()).contains("No user matched the " + key).doesNotContain("@");
    }

    @Test
    void asksForAnotherTryWhenTheRouteFails() throws Exception {
        work = exchange -> {
            throw new IllegalStateException("the ledger is away");
        };
        HttpResponse<String> answer = post(UPDATE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.body()).isEqualTo("{\"status\":\"UNAVAILABLE\"}");
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "CREATED"})
    void asksForAnotherTryWhenTheRoutesAnswerMakesNoSense(String outcome) throws Exception {
        work = exchange -> exchange.getMessage().setHeader(CloudspotConstants.OUTCOME, outcome);

        assertThat(post(UPDATE).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"::1", "10.0.0.1"})
    void isNotThereForOthers(String allowed) throws Exception {
        routes.context.getRouteController().stopRoute("webhook");
        routes.context.removeRoute("webhook");
        listen("allow=" + allowed);
        HttpResponse<String> answer = post(UPDATE);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(received).isEmpty();
    }

    @Test
    void takesNoOtherVerbAndNoLongBody() throws Exception {
        assertThat(client.send(HttpRequest.newBuilder(address("")).build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        assertThat(post(UPDATE + " ".repeat(64 * 1024)).statusCode()).isEqualTo(413);
        assertThat(received).isEmpty();
    }

    @Test
    void closesTheAddressWithTheRoute() throws Exception {
        routes.context.getRouteController().stopRoute("webhook");
        assertThat(post(UPDATE).statusCode()).isEqualTo(404);
        routes.context.getRouteController().startRoute("webhook");
        assertThat(post(UPDATE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"events?secretPath=/a/b|allow", "events?secretPath=/a/b&allow=localhost|localhost", "events?allow=127.0.0.1|secretPath",
        "events?secretPath=a&allow=127.0.0.1|secretPath", "getUser|offers no consumer"})
    void refusesAtStartWhatIsNotSafe(String address, String part) {
        String uri = "cloudspot:" + address + (address.contains("?") ? "&" : "?") + "connection=academy";
        assertThatThrownBy(() -> routes.context.getEndpoint(uri).createConsumer(exchange -> { })).hasMessageContaining(part);
    }

    @Test
    void cannotBeSentTo() {
        assertThatThrownBy(() -> routes.context.getEndpoint("cloudspot:events?connection=academy").createProducer())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hidesThePathOfItsAddress() {
        assertThat(routes.context.getRoute("webhook").getEndpoint().toString()).doesNotContain("n0b0dy-guesses");
    }

    @ParameterizedTest
    @EnumSource(EventOutcome.class)
    void hasAnAnswerForEachOutcomeOfEachEvent(EventOutcome outcome) {
        for (CloudspotEvent event : List.of(new UserCreated("a@x.org", "", "", Optional.empty()), new CloudspotEvent.Unknown("x"),
                new PermissionsUpdated(Optional.empty(), Optional.of("t"), "c", List.of(), Optional.empty()))) {
            EventAnswer answer = EventAnswer.of(outcome, event, Optional.of("7"));
            assertThat(answer.status()).isEqualTo(outcome.status());
            assertThat(answer.body().path("status").textValue()).isEqualTo(outcome.word());
        }
    }

    private URI address(String query) {
        return URI.create("http://127.0.0.1:" + server.getServer().actualPort() + PATH + query);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return client.send(HttpRequest.newBuilder(address("")).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

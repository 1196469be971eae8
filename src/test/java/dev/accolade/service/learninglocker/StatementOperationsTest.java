package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementOperationsTest {

    private final LearningLockerFixture fixture = new LearningLockerFixture();
    private Client crew;
    private String secret;

    @BeforeEach
    void makeAClient() {
        crew = fixture.client().create(LearningLockerFixture.request("crew"));
        secret = ask("rotateSecret", null, Map.of(LearningLockerConstants.CLIENT, crew.id())).getMessage().getBody(NewSecret.class).secret();
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void takesStatementsInEveryFormThatRoutesHave() {
        JsonNode tree = LearningLockerFixture.statement();
        Map<String, Object> map = Map.of("actor", Map.of("mbox", "mailto:a@example.org"), "verb", Map.of("id", "http://example.org/v"),
                "object", Map.of("id", "http://example.org/o"));

        assertThat(ask("postStatements", tree, Map.of()).getMessage().getBody(List.class)).hasSize(1);
        assertThat(ask("postStatements", tree.toString(), Map.of()).getMessage().getBody(List.class)).hasSize(1);
        assertThat(ask("postStatements", map, Map.of()).getMessage().getBody(List.class)).hasSize(1);
        assertThat(ask("postStatements", List.of(map, map), Map.of()).getMessage().getBody(List.class)).hasSize(2);
        assertThat(ask("about", null, Map.of()).getMessage().getBody(XapiAbout.class).versions()).contains("1.0.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "secret-text"})
    void saysWhatABodyIsInsteadOfShowingIt(String body) {
        assertThat(ask("postStatements", body, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("secret-text");
    }

    @Test
    void takesKeyAndSecretOutOfTheExchange() {
        Exchange stored = ask("postStatements", LearningLockerFixture.statement(), login());

        assertThat(stored.getMessage().getHeaders()).containsEntry("kept", 1).doesNotContainKeys(LearningLockerConstants.KEY, LearningLockerConstants.SECRET);
        String id = (String) stored.getMessage().getBody(List.class).get(0);
        Exchange read = ask("statement", null, Map.of(LearningLockerConstants.STATEMENT, id));
        assertThat(read.getMessage().getBody(JsonNode.class).path("authority")).isEqualTo(LearningLockerFixture.ann());
    }

    @Test
    void takesThemOutWhenTheServiceRefusesToo() {
        Exchange refused = ask("statement", null, with(login(), LearningLockerConstants.STATEMENT, UUID.randomUUID().toString()));

        assertThat(refused.getException()).hasMessageContaining("HTTP 404").hasMessageNotContaining(secret);
        assertThat(refused.getMessage().getHeaders()).doesNotContainKeys(LearningLockerConstants.KEY, LearningLockerConstants.SECRET);
    }

    @Test
    void refusesHalfALogin() {
        for (String half : List.of(LearningLockerConstants.KEY, LearningLockerConstants.SECRET)) {
            Exchange refused = ask("postStatements", LearningLockerFixture.statement(), Map.of(half, "half"));
            assertThat(refused.getException()).hasMessageContaining("only one is given").hasMessageNotContaining("'half'");
            assertThat(refused.getMessage().getHeaders()).doesNotContainKey(half);
        }
        assertThat(fixture.locker.calls("POST", "/statements")).isEmpty();
    }

    @Test
    void voidsAndVerifiesOnlyWhenToldTo() {
        String id = (String) ask("postStatements", LearningLockerFixture.statement(), Map.of()).getMessage().getBody(List.class).get(0);
        Map<String, Object> it = Map.of(LearningLockerConstants.STATEMENT, id);
        assertThat(ask("voidStatement", LearningLockerFixture.ann(), it).getMessage().getBody(String.class)).hasSize(36);
        assertThat(ask("voidedStatement", null, it).getMessage().getBody(JsonNode.class).path("id").asText()).isEqualTo(id);
        Exchange proof = ask("verifyClient", LearningLockerFixture.statement(), with(login(), LearningLockerConstants.CLIENT, crew.id()));
        assertThat(proof.getMessage().getBody(ClientProof.class).readByItself()).isTrue();
        assertThat(ask("verifyClient", LearningLockerFixture.statement(), Map.of(LearningLockerConstants.CLIENT, crew.id())).getException())
                .hasMessageContaining("needs the headers");
    }

    @Test
    void countsAndDeletesClients() {
        assertThat(ask("countClients", null, Map.of(LearningLockerConstants.STORE, LearningLockerFixture.ACADEMY)).getMessage().getBody()).isEqualTo(4L);
        assertThat(ask("deleteClient", null, Map.of(LearningLockerConstants.CLIENT, crew.id())).getMessage().getBody()).isEqualTo(true);
        assertThat(ask("deleteClient", null, Map.of(LearningLockerConstants.CLIENT, crew.id())).getMessage().getBody()).isEqualTo(false);
        assertThat(ask("countClients", null, Map.of()).getMessage().getBody()).isEqualTo(5L);
    }

    @Test
    void saysAtStartThatTheAddressOfTheXapiServiceIsMissing() {
        fixture.context.getRegistry().bind("bare", bare());

        assertThatThrownBy(() -> fixture.context.getEndpoint("learning-locker:postStatements?connection=bare").createProducer())
                .hasMessage("bare: operations on statements need the option xapiUrl");
    }

    private LearningLockerConfiguration bare() {
        LearningLockerConfiguration options = fixture.configuration.copy();
        options.setXapiUrl(null);
        return options;
    }

    private Map<String, Object> login() {
        return Map.of(LearningLockerConstants.KEY, "accolade-crew", LearningLockerConstants.SECRET, secret, "kept", 1);
    }

    private static Map<String, Object> with(Map<String, Object> headers, String name, Object value) {
        Map<String, Object> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private Exchange ask(String operation, Object body, Map<String, Object> headers) {
        return fixture.template.request("learning-locker:" + operation + "?connection=lrs", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }
}

package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesOfAllScriptsTest {

    private static final LearningLockerFixture FIXTURE = new LearningLockerFixture();

    @AfterAll
    static void stop() throws Exception {
        FIXTURE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Þórdís Ævarsdóttir", "İlker Şahin", "Владимир", "李小龍", "محمد بن سلمان", "नरेन्द्र", "안녕", "e\u0301 beside é", "👩‍🚀 𝒜", "~tilde", "<b>&amp;",
        "quote\" back\\slash", "line\nbreak\ttab", " spaces ", "\u202eright to left", "null", "${org}"})
    void keepsTitleNameAndAccountLetterByLetter(String name) {
        ObjectNode agent = agent(name);
        agent.putObject("account").put("homePage", "https://id.example.org").put("name", name);
        Client made = FIXTURE.client().create(new ClientRequest(name, LearningLockerFixture.ACADEMY, agent, List.of("state"), Optional.of("accolade-" + name), true));

        assertThat(made.title()).isEqualTo(name);
        assertThat(made.authority()).contains(agent);
        assertThat(FIXTURE.client().client(made.id())).isEqualTo(made);
        assertThat(FIXTURE.client().clientsByKey("accolade-" + name)).containsExactly(made);
        assertThat(FIXTURE.stored(made.id()).path("authority")).isEqualTo(agent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann.Smith@Example.ORG", "ANN@EXAMPLE.ORG", "o'Brien+Tag@Sub.Example.museum", "a`b%c@x.de"})
    void keepsMailboxesInTheirCase(String mailbox) {
        ObjectNode agent = agent("Ann").put("mbox", "mailto:" + mailbox);
        Client made = FIXTURE.client().create(new ClientRequest("mixed", LearningLockerFixture.ACADEMY, agent, List.of("state"), Optional.empty(), true));
        JsonNode ben = agent("Ben").put("mbox", "MailTo:" + mailbox);

        assertThat(made.authority()).contains(agent);
        assertThat(FIXTURE.client().update(ClientChange.of(made.id()).withAuthority(ben)).authority()).contains(ben);
        assertThat(made.toString()).doesNotContainIgnoringCase("example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Владимир", "李小龍", "محمد", "👩‍🚀"})
    void keepsNamesInStatements(String name) {
        ObjectNode statement = LearningLockerFixture.statement().deepCopy();
        statement.withObject("/actor").put("name", name);
        StatementClient statements = FIXTURE.client().statements();

        String id = statements.post(Optional.empty(), statement).get(0);
        assertThat(statements.statement(Optional.empty(), id).at("/actor/name").asText()).isEqualTo(name);
    }

    private static ObjectNode agent(String name) {
        return JsonNodeFactory.instance.objectNode().put("objectType", "Agent").put("name", name);
    }
}

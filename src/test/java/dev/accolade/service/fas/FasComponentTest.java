package dev.accolade.service.fas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.Answer;
import dev.accolade.service.Routes;
import dev.accolade.service.Script;
import dev.accolade.service.http.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FasComponentTest {

    private static final String GROUPS = """
            {"success": true, "data": {
             "a": {"id": 1, "type": "git", "administrators": [], "sponsors": [], "users": [10, 11, 12]},
             "b": {"id": 2, "type": "git", "administrators": [], "sponsors": [], "users": []}}}""";

    private final Script server = new Script();
    private final List<Exchange> chunks = new ArrayList<>();
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new Routes(server);
        FasConfiguration fedora = new FasConfiguration();
        fedora.setUsername("alice");
        fedora.setPassword("alice-secret");
        routes.connect("fedora", fedora);
        routes.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stage").process(chunk -> chunks.add(chunk.copy()));
                from("direct:broken").process(chunk -> {
                    throw new IllegalStateException("the ledger is full");
                });
            }
        });
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void handsOverGroupDataInChunksWithTheHeadersOfTheExchange() throws Exception {
        answers(GROUPS);

        assertThat(routes.ask("fas:groupData?connection=fedora&chunkSize=2&chunkTo=direct:stage", Map.of("snapshot", 17)))
                .isEqualTo(new FasCounts(2, 3));
        assertThat(chunks).extracting(chunk -> chunk.getIn().getHeader("snapshot")).containsExactly(17, 17);
        assertThat(chunks).extracting(chunk -> chunk.getIn().getHeader(FasConstants.CHUNK)).containsExactly(0, 1);
        assertThat(chunks).extracting(chunk -> chunk.getIn().getBody(List.class).size()).containsExactly(1, 2);
    }

    @Test
    void collectsWithoutChunkTo() throws Exception {
        answers(GROUPS);

        assertThat((List<?>) routes.ask("fas:groupData?connection=fedora&chunkSize=1", Map.of())).hasSize(2);
    }

    @Test
    void handsOverPeople() throws Exception {
        answers("""
                {"people": [{"id": 1, "username": "a", "email": null, "human_name": null, "status": "active"}], "unapproved_people": []}""");

        assertThat(routes.ask("fas:people?connection=fedora&chunkTo=direct:stage", Map.of())).isEqualTo(1);
        assertThat(chunks.get(0).getIn().getBody(List.class)).isEqualTo(List.of(new FasPerson(1, "a", Optional.empty(), "", "active")));
    }

    @Test
    void stopsReadingWhenAChunkCannotBeKept() {
        answers(GROUPS);

        assertThatThrownBy(() -> routes.ask("fas:groupData?connection=fedora&chunkTo=direct:broken", Map.of()))
                .hasMessage("the ledger is full");
    }

    @Test
    void looksUpByHeader() throws Exception {
        answers("{\"success\": false}");

        assertThat(routes.ask("fas:personById?connection=fedora", Map.of(FasConstants.PERSON_ID, "3"))).isEqualTo(Optional.empty());
        assertThat(routes.ask("fas:groupByName?connection=fedora", Map.of(FasConstants.GROUP_NAME, "divers"))).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> routes.ask("fas:personById?connection=fedora", Map.of())).hasMessageContaining(FasConstants.PERSON_ID);
        assertThatThrownBy(() -> routes.ask("fas:groupById?connection=fedora", Map.of(FasConstants.GROUP_ID, "divers")))
                .hasMessageContaining("whole number");
    }

    @Test
    void keepsOneSessionForAllEndpointsOfAConnection() throws Exception {
        answers("{\"success\": false}");
        routes.ask("fas:personById?connection=fedora", Map.of(FasConstants.PERSON_ID, 3));
        routes.ask("fas:groupById?connection=fedora", Map.of(FasConstants.GROUP_ID, 3));

        assertThat(server.calls).filteredOn(call -> call.path().equals("/login")).hasSize(1);
    }

    @Test
    void passesOnWhoseTurnItIs() {
        server.answer = call -> Answer.json(403, Map.of("message", "credentials rejected"));

        assertThatThrownBy(() -> routes.ask("fas:check?connection=fedora", Map.of())).isInstanceOfSatisfying(ServiceException.class,
                failure -> assertThat(failure.turn()).isEqualTo(ServiceException.Turn.OPERATOR)).hasMessageStartingWith("fedora: ");
    }

    @Test
    void refusesAtStartWhatItDoesNotKnow() {
        assertRefused("fas:groupdata?connection=fedora", "it has [check, groupData, people");
        assertRefused("fas:groupData?connection=fedora&chunksize=3", "chunksize", "chunkSize");
        assertRefused("fas:groupData?connection=elsewhere", "There is no connection 'elsewhere'", "fedora");
        assertRefused("fas:groupData?baseUrl=http://127.0.0.1:1&username=alice", "password is missing");
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> routes.context.getEndpoint(uri)).rootCause().message().contains(parts);
    }

    private void answers(String body) {
        server.answer = call -> call.path().equals("/login")
                ? Answer.json(200, Map.of("user", Map.of("username", "alice"))).with("Set-Cookie", "tg-visit=" + "a".repeat(40) + "; Path=/")
                : Answer.text(200, "application/json", body);
    }
}

package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementClientTest {

    private static final Optional<Login> OWN = Optional.empty();

    private final LearningLockerFixture fixture = new LearningLockerFixture();
    private final LearningLockerClient client = fixture.client();
    private final StatementClient statements = client.statements();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void asksForTheVersionsWithoutALogin() {
        assertThat(statements.about().versions()).containsExactly("1.0.3");
        assertThat(fixture.locker.calls().get(0).header("Authorization")).isEmpty();
    }

    @Test
    void storesSeveralAndReadsThemBack() {
        ObjectNode second = LearningLockerFixture.statement().deepCopy();
        second.put("id", "AAAAAAAA-0000-4000-8000-00000000000B");
        List<String> ids = statements.post(OWN, LearningLockerFixture.json("[" + LearningLockerFixture.statement() + "," + second + "]"));

        assertThat(ids).hasSize(2).contains("AAAAAAAA-0000-4000-8000-00000000000B");
        assertThat(statements.statement(OWN, ids.get(0)).at("/actor/mbox").asText()).isEqualTo("mailto:Learner@example.org");
        assertThat(statements.statement(OWN, ids.get(1)).at("/authority/name").asText()).isEqualTo("New Client");
    }

    @Test
    void storesOnceWhatIsSentTwiceUnderOneId() {
        ObjectNode statement = LearningLockerFixture.statement().deepCopy();
        statement.put("id", UUID.randomUUID().toString());
        fixture.sandbox.faults().add(Fault.of("learning-locker", Fault.Kind.RESET_AFTER).onPath("/statements").times(1));

        assertThat(failure(() -> statements.post(OWN, statement)).effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(statements.post(OWN, statement)).containsExactly(statement.path("id").asText());
    }

    @Test
    void storesAsTheClientWhoseLoginIsGiven() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        Login login = new Login("accolade-crew-1", client.rotateSecret(made.id()).secret());

        String id = statements.post(Optional.of(login), LearningLockerFixture.statement()).get(0);

        assertThat(statements.statement(Optional.of(login), id).path("authority")).isEqualTo(LearningLockerFixture.ann());
    }

    @Test
    void voidsAndStillShowsWhatIsVoided() {
        String id = statements.post(OWN, LearningLockerFixture.statement()).get(0);
        String voiding = statements.voidStatement(OWN, id, LearningLockerFixture.ann());

        assertThat(failure(() -> statements.statement(OWN, id)).status()).hasValue(404);
        assertThat(statements.voidedStatement(OWN, id).path("id").asText()).isEqualTo(id);
        assertThat(statements.statement(OWN, voiding).at("/object/id").asText()).isEqualTo(id);
    }

    @Test
    void sendsNothingThatIsNoStatement() {
        for (String none : List.of("7", "\"x\"", "[[]]", "[{}, 1]", "null")) {
            assertThatThrownBy(() -> statements.post(OWN, LearningLockerFixture.json(none))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> statements.post(OWN, LearningLockerFixture.json("{\"id\": \"7\"}"))).hasMessageContaining("UUIDs");
        assertThatThrownBy(() -> statements.statement(OWN, "7&limit=1")).hasMessageContaining("UUIDs");
        assertThatThrownBy(() -> statements.voidStatement(OWN, UUID.randomUUID().toString(), LearningLockerFixture.json("{}")))
                .hasMessageContaining("the actor has no identifier");
        assertThat(statements.post(OWN, LearningLockerFixture.json("[]"))).isEmpty();
        assertThat(fixture.locker.calls()).isEmpty();
    }

    @Test
    void namesTheRefusedPlacesWithoutWhatStoodThere() {
        ServiceException failure = failure(() -> statements.post(OWN, LearningLockerFixture.json("{\"actor\": {\"mbox\": \"ann@example.org\"}}")));

        assertThat(failure.turn()).isEqualTo(Turn.NEVER);
        assertThat(failure).hasMessageContaining("refused [statements.0.actor.mbox, statements.0.verb, statements.0.object]")
                .hasMessageNotContaining("ann@");
    }

    @Test
    void tellsDisabledFromUnknown() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        Optional<Login> login = Optional.of(new Login("accolade-crew-1", client.rotateSecret(made.id()).secret()));
        client.update(ClientChange.of(made.id()).withTrusted(false));
        assertThat(failure(() -> statements.post(login, LearningLockerFixture.statement()))).hasMessageContaining("HTTP 403").hasMessageContaining("disabled");
        client.delete(made.id());
        assertThat(failure(() -> statements.post(login, LearningLockerFixture.statement()))).hasMessageContaining("HTTP 401").hasMessageContaining("store");
    }

    @Test
    void believesNoOtherIdsThanThoseItSent() {
        for (Object answer : List.of(List.of(), List.of("x"), List.of(7), Map.of(), List.of(UUID.randomUUID().toString()), "x")) {
            fixture.locker.instead(call -> Optional.of(Answer.json(200, answer)));
            ServiceException failure = failure(() -> statements.post(OWN, LearningLockerFixture.statement()));
            assertThat(failure.turn()).isEqualTo(Turn.OURS);
            assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        }
    }

    @Test
    void takesTheAddressWithOrWithoutItsEnd() {
        fixture.configuration.setXapiUrl(fixture.sandbox.base("learning-locker") + "/data/xAPI/");
        assertThat(fixture.component.client("long", "long", fixture.configuration).statements().about().versions()).isNotEmpty();
        fixture.configuration.setXapiUrl(" ");
        assertThatThrownBy(() -> fixture.component.client("none", "none", fixture.configuration).statements())
                .hasMessage("none: operations on statements need the option xapiUrl");
        fixture.configuration.setXapiUrl("ftp://x");
        assertThatThrownBy(() -> fixture.configuration.check()).hasMessageContaining("xapiUrl").hasMessageNotContaining("ftp");
    }

    private static ServiceException failure(ThrowingCallable call) {
        return catchThrowableOfType(ServiceException.class, call);
    }
}

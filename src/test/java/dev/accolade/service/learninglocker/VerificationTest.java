package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private final LearningLockerFixture fixture = new LearningLockerFixture();
    private final LearningLockerClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void provesWhomAClientSpeaksFor() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        Login login = new Login("accolade-crew-1", client.rotateSecret(made.id()).secret());

        ClientProof proof = client.verify(made.id(), login, LearningLockerFixture.statement());

        assertThat(proof.clientId()).isEqualTo(made.id());
        assertThat(proof.readByItself()).isTrue();
        assertThat(client.statements().statement(Optional.empty(), proof.statementId()).path("authority")).isEqualTo(LearningLockerFixture.ann());
    }

    @Test
    void readsForAClientThatMayOnlyWrite() {
        Client made = client.create(new ClientRequest("w", LearningLockerFixture.ACADEMY, LearningLockerFixture.ann(), List.of("statements/write"),
                Optional.of("accolade-w"), true));
        Login login = new Login("accolade-w", client.rotateSecret(made.id()).secret());

        assertThat(client.verify(made.id(), login, LearningLockerFixture.statement()).readByItself()).isFalse();
    }

    @Test
    void storesNothingUnderAnotherClientsKey() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        Login other = new Login("key-of-reader", LearningLockerFixture.SECRET);

        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> client.verify(made.id(), other, LearningLockerFixture.statement()));

        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("has another key").hasMessageNotContaining(LearningLockerFixture.SECRET);
        assertThat(fixture.locker.calls("POST", "/statements")).isEmpty();
    }

    @Test
    void noticesAnotherAuthority() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        Login login = new Login("accolade-crew-1", client.rotateSecret(made.id()).secret());
        fixture.locker.instead(call -> call.method().equals("GET") && call.path().endsWith("/statements")
                ? Optional.of(Answer.json(200, stamped(call.parameter("statementId").orElseThrow()))) : Optional.empty());

        assertThatThrownBy(() -> client.verify(made.id(), login, LearningLockerFixture.statement()))
                .hasMessageContaining("does not carry the authority of client " + made.id()).hasMessageNotContaining("eve@");
    }

    @Test
    void refusesAStatementThatMayBeThereAlready() {
        ObjectNode statement = LearningLockerFixture.statement().deepCopy();
        statement.put("id", "aaaaaaaa-0000-4000-8000-00000000000b");

        assertThatThrownBy(() -> client.verify(LearningLockerFixture.READER, new Login("a", "b"), statement)).hasMessageContaining("without an id");
    }

    private static JsonNode stamped(String id) {
        return LearningLockerFixture.json("{\"id\": \"" + id + "\", \"authority\": {\"mbox\": \"mailto:eve@example.org\"}}");
    }
}

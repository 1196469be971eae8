package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.Access;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientSecretTest {

    private final LearningLockerFixture fixture = new LearningLockerFixture();
    private final LearningLockerClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void changesTheSecretAndNothingElse() {
        JsonNode before = fixture.stored(LearningLockerFixture.READER);
        NewSecret rotated = client.rotateSecret(LearningLockerFixture.READER);
        ObjectNode after = fixture.stored(LearningLockerFixture.READER).deepCopy();

        assertThat(rotated.secret()).matches("[0-9a-f]{40}").isEqualTo(after.at("/api/basic_secret").asText());
        assertThat(rotated.basicKey()).contains("key-of-reader");
        after.withObject("/api").put("basic_secret", LearningLockerFixture.SECRET);
        after.set("updatedAt", before.get("updatedAt"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void sendsTheSecretAlone() {
        client.rotateSecret(LearningLockerFixture.READER);

        JsonNode sent = fixture.locker.calls("PATCH", "/v2/client").get(0).json().orElseThrow();
        assertThat(sent.size()).isEqualTo(1);
        assertThat(sent.path("api").properties()).singleElement().satisfies(one -> assertThat(one.getKey()).isEqualTo("basic_secret"));
    }

    @Test
    void choosesAnotherSecretEachTime() {
        assertThat(client.rotateSecret(LearningLockerFixture.READER).secret()).isNotEqualTo(client.rotateSecret(LearningLockerFixture.READER).secret());
    }

    @Test
    void letsOnlyTheNewSecretInFromThenOn() {
        NewSecret rotated = client.rotateSecret(LearningLockerFixture.READER);

        assertThat(as("key-of-reader", rotated.secret(), "new").statements().post(Optional.empty(), LearningLockerFixture.json("[]"))).isEmpty();
        assertThat(failure(() -> as("key-of-reader", rotated.secret(), "new").check())).hasMessageContaining("holds the scopes [xapi/read]");
        assertThat(failure(() -> as("key-of-reader", LearningLockerFixture.SECRET, "old").check())).hasMessageContaining("HTTP 401");
    }

    @Test
    void showsTheSecretNowhere() {
        NewSecret rotated = client.rotateSecret(LearningLockerFixture.READER);

        assertThat(rotated.toString()).doesNotContain(rotated.secret()).contains(LearningLockerFixture.READER);
        assertThat(new Login("a-key", "a-secret").toString()).doesNotContain("a-key").doesNotContain("a-secret");
        assertThat(fixture.locker.calls()).noneMatch(call -> call.query().contains(rotated.secret()) || call.path().contains(rotated.secret()));
    }

    @Test
    void tellsWhatItsRequestsCarryWithoutAskingAnybody() {
        Access access = client.access().orElseThrow();

        assertThat(access.header()).isEqualTo("Authorization");
        assertThat(access.expires()).isEmpty();
        assertThat(access.toString()).doesNotContain(access.value());
        assertThat(fixture.locker.calls()).isEmpty();
        client.stores();
        assertThat(fixture.locker.calls().get(0).header("Authorization")).contains(access.value());
    }

    @Test
    void neverRotatesItsOwnSecret() {
        assertThat(failure(() -> client.rotateSecret(LearningLockerFixture.PROVISIONER))).hasMessageContaining("logs in with");
        assertThat(fixture.stored(LearningLockerFixture.PROVISIONER).at("/api/basic_secret").asText()).isEqualTo(LearningLockerFixture.SECRET);
    }

    @Test
    void doesNotBelieveAnAnswerWithAnotherSecret() {
        ObjectNode other = fixture.stored(LearningLockerFixture.READER).deepCopy();
        fixture.locker.instead(call -> call.method().equals("PATCH") ? Optional.of(Answer.json(200, other)) : Optional.empty());

        ServiceException failure = failure(() -> client.rotateSecret(LearningLockerFixture.READER));
        assertThat(failure.turn()).isEqualTo(Turn.OURS);
        assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(failure).hasMessageContaining("another secret than the one sent").hasMessageNotContaining(LearningLockerFixture.SECRET);
    }

    @Test
    void doesNotKnowWhichSecretHoldsWhenTheAnswerIsLost() {
        fixture.sandbox.faults().add(Fault.of("learning-locker", Fault.Kind.RESET_AFTER).onMethod("PATCH").times(1));

        assertThat(failure(() -> client.rotateSecret(LearningLockerFixture.READER)).effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(client.rotateSecret(LearningLockerFixture.READER).secret())
                .isEqualTo(fixture.stored(LearningLockerFixture.READER).at("/api/basic_secret").asText());
    }

    @Test
    void refusesALoginThatTheServerWouldCut() {
        assertThatThrownBy(() -> new Login("key", "se:cret")).hasMessageContaining("colon").hasMessageNotContaining("cret\"");
        assertThatThrownBy(() -> new Login(" ", "secret")).hasMessageContaining("both a key and a secret");
        fixture.configuration.setBasicSecret("a:b");
        assertThatThrownBy(() -> fixture.context.getEndpoint("learning-locker:check?connection=lrs"))
                .hasStackTraceContaining("the key or the secret holds a colon").hasMessageNotContaining("a:b");
    }

    private LearningLockerClient as(String key, String secret, String name) {
        fixture.configuration.setBasicKey(key);
        fixture.configuration.setBasicSecret(secret);
        return fixture.component.client(name, name, fixture.configuration);
    }

    private static ServiceException failure(ThrowingCallable call) {
        return catchThrowableOfType(ServiceException.class, call);
    }
}

package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRemovalTest {

    private final LearningLockerFixture fixture = new LearningLockerFixture();
    private final LearningLockerClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void deletesForGoodAndSaysWhenThereWasNothing() {
        assertThat(client.delete(LearningLockerFixture.READER)).isTrue();
        assertThat(client.delete(LearningLockerFixture.READER)).isFalse();
        assertThat(failure(() -> client.client(LearningLockerFixture.READER)).status()).hasValue(404);
    }

    @Test
    void leavesClientsOfOthersAlone() {
        assertThat(client.delete(LearningLockerFixture.FOREIGN)).isFalse();
        assertThat(fixture.locker.calls("DELETE", LearningLockerFixture.FOREIGN)).hasSize(1);
    }

    @Test
    void neverDeletesTheClientItIs() {
        assertThat(failure(() -> client.delete(LearningLockerFixture.PROVISIONER))).hasMessageContaining("logs in with");
        assertThat(fixture.locker.calls("DELETE", "")).isEmpty();
        assertThatThrownBy(() -> client.delete("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotTakeAWrongAddressForAnAbsentClient() {
        fixture.configuration.setBaseUrl(fixture.sandbox.base("learning-locker"));
        LearningLockerClient astray = fixture.component.client("astray", "lrs", fixture.configuration);

        assertThat(failure(() -> astray.delete(LearningLockerFixture.READER))).hasMessageContaining("or baseUrl lacks /api");
    }

    @Test
    void doesNotTakeAPageForADeletion() {
        client.clientsByKey("key-of-reader");
        fixture.locker.instead(call -> call.method().equals("DELETE") ? Optional.of(Answer.json(200, "gone")) : Optional.empty());

        assertThat(failure(() -> client.delete(LearningLockerFixture.READER)).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void doesNotKnowWhetherABrokenDeletionHappened() {
        client.clientsByKey("key-of-reader");
        fixture.sandbox.faults().add(Fault.of("learning-locker", Fault.Kind.RESET_AFTER).onMethod("DELETE").times(1));

        assertThat(failure(() -> client.delete(LearningLockerFixture.READER)).effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(client.delete(LearningLockerFixture.READER)).isFalse();
    }

    @Test
    void countsTheClientsOfAStoreOrAll() {
        assertThat(client.countClients(Optional.empty())).isEqualTo(5);
        assertThat(client.countClients(Optional.of(LearningLockerFixture.ACADEMY))).isEqualTo(3);
        client.create(LearningLockerFixture.request("crew-1"));
        assertThat(client.countClients(Optional.of(LearningLockerFixture.ACADEMY))).isEqualTo(4);
        assertThatThrownBy(() -> client.countClients(Optional.of("Academy"))).hasMessageContaining("store 'Academy' is not an id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "5", "{\"count\": null}", "{\"count\": -1}", "{\"count\": 1.5}", "{\"count\": \"5\"}",
        "{\"count\": 1e400}", "{\"count\": 99999999999999999999999}"})
    void countsNothingThatIsNoCount(String answer) {
        fixture.locker.instead(call -> Optional.of(Answer.text(200, "application/json", answer)));

        assertThat(failure(() -> client.countClients(Optional.empty())).turn()).isEqualTo(Turn.OURS);
    }

    private static ServiceException failure(ThrowingCallable call) {
        return catchThrowableOfType(ServiceException.class, call);
    }
}

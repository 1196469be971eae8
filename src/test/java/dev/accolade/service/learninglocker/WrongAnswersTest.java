package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that are well-formed but not true. */
class WrongAnswersTest {

    private final LearningLockerFixture fixture = new LearningLockerFixture();
    private final LearningLockerClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"_id|7|_id", "_id|\"x\"|_id that is no id", "title|[]|title", "lrs_id|{}|lrs_id", "lrs_id|\"x\"|lrs_id",
        "isTrusted|\"true\"|isTrusted", "isTrusted|1|isTrusted", "scopes|\"all\"|scopes", "scopes|[1]|scopes", "authority|\"{}\"|authority",
        "authority|[]|authority", "api|\"k\"|api", "createdAt|\"yesterday\"|createdAt", "updatedAt|1700000000|updatedAt", "organisation|true|organisation"})
    void guessesAtNoMemberOfAClient(String member, String value, String named) {
        ObjectNode wrong = fixture.stored(LearningLockerFixture.READER).deepCopy();
        wrong.set(member, LearningLockerFixture.json(value));
        answering(wrong);

        ServiceException failure = failure(() -> client.client(LearningLockerFixture.READER));
        assertThat(failure.turn()).isEqualTo(Turn.OURS);
        assertThat(failure).hasMessageContaining(named);
    }

    @Test
    void countsAClientWhoseTrustIsNullAsDisabled() {
        ObjectNode odd = fixture.stored(LearningLockerFixture.READER).deepCopy();
        odd.putNull("isTrusted").putNull("scopes").putNull("title").putNull("lrs_id");
        answering(odd);

        Client read = client.client(LearningLockerFixture.READER);
        assertThat(read.trusted()).isFalse();
        assertThat(read.scopes()).isEmpty();
        assertThat(read.title()).isEmpty();
        assertThat(read.storeId()).isEmpty();
    }

    @Test
    void takesNoOtherClientThanTheOneAskedFor() {
        answering(fixture.stored(LearningLockerFixture.PROVISIONER));

        assertThat(failure(() -> client.client(LearningLockerFixture.READER))).hasMessageContaining("another id than asked for");
    }

    @Test
    void noticesAFilterThatWasNotApplied() {
        answering(page(false, "x", LearningLockerFixture.READER));

        assertThat(failure(() -> client.clientsByKey("accolade-x"))).hasMessageContaining("another key than asked for");
        assertThat(failure(() -> client.clients(Optional.of("64a000000000000000000012"), all -> { }))).hasMessageContaining("another store than asked for");
    }

    @Test
    void leavesAWalkThatGoesInCircles() {
        answering(page(true, "c", LearningLockerFixture.READER));
        assertThat(failure(() -> client.clients(Optional.empty(), all -> { }))).hasMessageContaining("not in the order asked for");
        answering(page(false, "c", LearningLockerFixture.READER, LearningLockerFixture.PROVISIONER));
        assertThat(failure(() -> client.clients(Optional.empty(), all -> { }))).hasMessageContaining("not in the order asked for");
        answering(page(true, "c"));
        assertThat(failure(() -> client.clients(Optional.empty(), all -> { }))).hasMessageContaining("a next page without a way to it");
    }

    private JsonNode page(boolean more, String cursor, String... ids) {
        List<Map<String, Object>> edges = List.of(ids).stream().map(id -> Map.<String, Object>of("cursor", cursor, "node", fixture.stored(id))).toList();
        return new ObjectMapper().valueToTree(Map.of("edges", edges, "pageInfo", Map.of("hasNextPage", more, "endCursor", cursor)));
    }

    private void answering(JsonNode answer) {
        fixture.locker.instead(call -> call.base().startsWith("http://127.0.0.1") ? Optional.of(Answer.json(200, answer)) : Optional.empty());
    }

    private static ServiceException failure(ThrowingCallable call) {
        return catchThrowableOfType(ServiceException.class, call);
    }
}

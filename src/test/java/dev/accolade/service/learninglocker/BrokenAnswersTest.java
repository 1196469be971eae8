package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.service.http.ServiceException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes instead of an answer ends in a {@link ServiceException}; never in another exception, and never in a result that is not true. */
class BrokenAnswersTest {

    private static final String ID = "64a000000000000000000102";
    private static final String STATEMENT = "aaaaaaaa-0000-4000-8000-00000000000b";
    private static final String NODE = "{\"api\":{\"basic_key\":\"k\"},\"authority\":{\"name\":\"Ásta 愛\",\"mbox\":\"mailto:A@example.org\"},\"isTrusted\":true,"
            + "\"scopes\":[\"state\"],\"_id\":\"" + ID + "\",\"title\":\"t\",\"lrs_id\":\"64a000000000000000000011\",\"organisation\":"
            + "\"64a000000000000000000001\",\"updatedAt\":\"2024-01-01T00:00:00.000Z\",\"createdAt\":\"2024-01-01T00:00:00.000Z\",\"__v\":0,\"id\":\"" + ID + "\"}";

    private static final LearningLockerFixture FIXTURE = new LearningLockerFixture();
    private static final LearningLockerClient CLIENT = FIXTURE.client();

    /** Each way to read an answer, with one that is right. */
    enum Reading {
        CHECK("{\"title\":\"Ásta\",\"organisation\":\"64a000000000000000000001\",\"scopes\":[\"all\"]}", () -> untimed(CLIENT.check())),
        ONE(NODE, () -> CLIENT.client(ID)),
        ALL("{\"edges\":[{\"cursor\":\"x\",\"node\":" + NODE + "}],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":\"x\"}}", () -> CLIENT.clientsByKey("k")),
        STORES("{\"edges\":[{\"node\":{\"_id\":\"" + ID + "\",\"title\":\"Ásta\"}}],\"pageInfo\":{\"hasNextPage\":false}}", CLIENT::stores),
        COUNT("{\"count\":3}", () -> CLIENT.countClients(Optional.empty())),
        ABOUT("{\"version\":[\"1.0.3\"]}", () -> CLIENT.statements().about()),
        FOUND("{\"id\":\"" + STATEMENT + "\",\"name\":\"Ásta\"}", () -> CLIENT.statements().statement(Optional.empty(), STATEMENT)),
        STORED("[\"" + STATEMENT + "\"]", () -> CLIENT.statements().post(Optional.empty(), LearningLockerFixture.json("{\"id\":\"" + STATEMENT + "\"}")));

        private final String right;
        private final Supplier<Object> call;

        Reading(String right, Supplier<Object> call) {
            this.right = right;
            this.call = call;
        }

        Object of(byte[] answer) {
            FIXTURE.locker.instead(asked -> Optional.of(new Answer(200, List.of(Map.entry("Content-Type", "application/json")), answer)));
            return call.get();
        }

        Object of(String answer) {
            return of(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        FIXTURE.close();
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void neverBelievesAnAnswerThatWasCut(Reading reading) {
        byte[] right = reading.right.getBytes(StandardCharsets.UTF_8);
        assertThat(reading.of(right)).isNotNull();
        for (int length = 0; length < right.length; length++) {
            byte[] cut = Arrays.copyOf(right, length);
            assertThatThrownBy(() -> reading.of(cut)).as("cut to %d bytes", length).isInstanceOf(ServiceException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void neverBelievesAnotherKindOfAnswer(Reading reading) {
        for (String other : List.of("null", "true", "7", "\"x\"", "[]", "{}", "[null]", "[{}]", "{\"edges\":{}}", "{\"edges\":[]}", "<html></html>", " \n ",
                "1e999999", "[" + "9".repeat(5000) + "]", "[".repeat(5000), "{\"a\":".repeat(300) + "1" + "}".repeat(300), reading.right + " {}")) {
            assertThatThrownBy(() -> reading.of(other)).as(other.substring(0, Math.min(40, other.length()))).isInstanceOf(ServiceException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void survivesEveryMemberBeingSomethingElse(Reading reading) {
        JsonNode right = LearningLockerFixture.json(reading.right);
        for (String path : places("", right).toList()) {
            for (String other : List.of("null", "true", "-1", "1.5e300", "[]", "{}", "[[]]", "{\"$oid\":\"x\"}", "\"\"", "\"\\u0000\"", "12345678901234567890123")) {
                try {
                    assertThat(reading.of(replaced(right, path, LearningLockerFixture.json(other)).toString())).isNotNull();
                } catch (ServiceException expected) {
                    assertThat(expected).hasMessageNotContaining("Ásta").hasMessageNotContaining("mailto");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Reading.class, names = {"CHECK", "ONE", "ALL", "STORES", "FOUND"})
    void neverReadsLettersOfAnotherCharset(Reading reading) {
        Object right = reading.of(reading.right);
        assertThatThrownBy(() -> reading.of(reading.right.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(ServiceException.class);
        for (Charset marked : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            try {
                assertThat(reading.of(reading.right.getBytes(marked)).toString()).isEqualTo(right.toString());
            } catch (ServiceException asGood) {
                assertThat(asGood.status()).hasValue(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void readsPastMembersItDoesNotKnow(Reading reading) {
        Object right = reading.of(reading.right);
        JsonNode more = LearningLockerFixture.json(reading.right);
        if (more instanceof ObjectNode object && reading != Reading.FOUND) {
            object.put("stack", "at x").putArray("colour").add(1e300);
            assertThat(reading.of(object.toString()).toString()).isEqualTo(right.toString());
        }
    }

    /** Two answers to one question come at two times, and what the clocks say of them is no part of what was read. */
    private static LearningLockerCheck untimed(LearningLockerCheck check) {
        return new LearningLockerCheck(check.title(), check.organisation(), check.scopes(), Optional.empty());
    }

    private static Stream<String> places(String path, JsonNode json) {
        Stream<String> inner = json.isObject()
                ? json.properties().stream().flatMap(one -> places(path + "/" + one.getKey(), one.getValue()))
                : json.isArray() && !json.isEmpty() ? places(path + "/0", json.get(0)) : Stream.empty();
        return path.isEmpty() ? inner : Stream.concat(Stream.of(path), inner);
    }

    private static JsonNode replaced(JsonNode right, String path, JsonNode other) {
        JsonNode copy = right.deepCopy();
        int slash = path.lastIndexOf('/');
        JsonNode parent = copy.at(path.substring(0, slash));
        if (parent instanceof ObjectNode object) {
            object.set(path.substring(slash + 1), other);
        } else {
            ((ArrayNode) parent).set(0, other);
        }
        return copy;
    }
}

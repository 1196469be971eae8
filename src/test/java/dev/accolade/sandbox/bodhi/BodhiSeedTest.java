package dev.accolade.sandbox.bodhi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodhiSeedTest {

    private final BodhiStandIn server = new BodhiStandIn(Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'updates': [{}]} | updates[0].alias",
        "{'updates': [{'alias': 'A'}]} | updates[0].builds",
        "{'updates': [{'alias': 'A', 'builds': ['nano']}]} | updates[0].builds",
        "{'updates': [{'alias': 'A', 'builds': ['nano-1-1'], 'status': 'published'}]} | updates[0].status",
        "{'updates': [{'alias': 'A', 'builds': ['nano-1-1'], 'stable': '2024-01-02T00:00:00Z'}]} | updates[0].stable",
        "{'updates': [{'alias': 'A', 'builds': ['nano-1-1']}, {'alias': 'A', 'builds': ['nano-1-1']}]} | updates[1].alias",
        "{'users': [{'name': 'a'}, {'name': 'a'}]} | users[1].name",
        "[] | seed"})
    void namesTheFieldOfAMistake(String seed, String field) {
        assertThatThrownBy(() -> load(seed)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(field + ":");
    }

    @Test
    void notesWhenAnUpdateIsPushed() throws Exception {
        load("{'updates': [{'alias': 'A', 'user': 'zofia', 'builds': ['nano-7.2-1.fc40'], 'submitted': '2024-04-01T00:00:00'}]}");
        assertThat(server.control(call("PUT", "/updates/A/status", "", "{\"status\": \"stable\"}")).status()).isEqualTo(204);
        Answer answer = server.answer(call("GET", "/updates/A", "", ""));
        JsonNode update = new ObjectMapper().readTree(answer.body()).path("update");

        assertThat(update.path("status").asText()).isEqualTo("stable");
        assertThat(update.path("date_stable").asText()).isEqualTo("2024-05-01 12:00:00");
        assertThat(update.path("date_pushed").asText()).isEqualTo("2024-05-01 12:00:00");
        assertThat(update.path("date_testing").isNull()).isTrue();
        assertThat(update.path("pushed").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"page=2147483647&rows_per_page=1000", "page=99999999999", "pushed_since=yesterday", "status=,", "user=%00", "submitted_before=0000-00-00"})
    void answersWhateverIsAskedFor(String query) throws Exception {
        load("{'updates': [{'alias': 'A', 'builds': ['nano-1-1']}]}");

        assertThat(server.answer(call("GET", "/updates/", query, "")).status()).isIn(200, 400);
    }

    private void load(String json) throws Exception {
        server.load(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    private static Call call(String method, String path, String query, String body) {
        return new Call(method, path, query, Map.of(), body.getBytes(StandardCharsets.UTF_8), "http://127.0.0.1", "127.0.0.1");
    }
}

package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LostUpdateTest {

    private static final int WRITERS = 12;

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    @Test
    @Tag("learning-locker-6")
    void tellsAllWritersOfScopesButOneThatTheirVersionIsGone() throws Exception {
        LOCKER.server().sandbox().ifPresent(sandbox -> Ask.at(LOCKER.server(), sandbox.address() + "/sandbox/learning-locker/settings", "POST")
                .json("{\"roundTripMillis\":500}").said());
        JsonNode made = LOCKER.madeIn("[\"state\"]");
        List<Said> answers = together(() -> LOCKER.managing("PATCH", "/v2/client/" + made.path("_id").asText()).json("{\"scopes\":[\"profile\"]}").said());

        assertThat(answers).extracting(Said::status).contains(200).containsOnly(200, 400);
        Said lost = answers.stream().filter(answer -> answer.status() == 400).findFirst().orElseThrow();
        assertThat(lost.json().path("name").asText()).isEqualTo("VersionError");
        assertThat(lost.json().path("version").intValue()).isZero();
        assertThat(lost.json().path("modifiedPaths")).isEqualTo(Said.read("[\"scopes\"]"));
        assertThat(lost.json().path("message").asText()).startsWith("No matching document found for id");
        assertThat(LOCKER.shown(made.path("_id").asText()).path("__v").intValue()).isEqualTo(1);
    }

    @Test
    @Tag("learning-locker-6")
    void letsTheLastWriterOfOtherFieldsWin() throws Exception {
        JsonNode made = LOCKER.madeIn("[\"state\"]");
        List<Said> answers = together(() -> LOCKER.managing("PATCH", "/v2/client/" + made.path("_id").asText())
                .json("{\"title\":\"" + Installation.unique() + "\"}").said());

        assertThat(answers).extracting(Said::status).containsOnly(200);
    }

    private static List<Said> together(Callable<Said> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Said>> calls = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                calls.add(call);
            }
            List<Said> answers = new ArrayList<>();
            for (Future<Said> one : threads.invokeAll(calls)) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}

package dev.accolade.contract.bodhi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.contract.Server;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates, people, pages and refusals. */
class BodhiReadingTest {

    @RegisterExtension
    static final Server SERVER = Server.of("bodhi");

    /** Somebody who submitted updates, and a package of theirs. */
    private final String submitter = SERVER.property("user", "zofia");
    private final String ofPackage = SERVER.property("package", "tool-of-zofia");

    @Test
    @Tag("bodhi-1")
    @Tag("bodhi-3")
    @Tag("bodhi-14")
    void showsUpdatesToAnybodyInPagesOfTwenty() {
        JsonNode page = json("/updates/");

        assertThat(page.path("updates")).hasSize(20);
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(page.path("rows_per_page").asInt()).isEqualTo(20);
        assertThat(page.path("pages").asInt()).isEqualTo((page.path("total").asInt() + 19) / 20);
    }

    @Test
    @Tag("bodhi-2")
    void sendsPeopleAWebPage() {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/updates/").header("Accept", "text/html"));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(get("/updates/").headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    @Tag("bodhi-4")
    @Tag("bodhi-5")
    @Tag("bodhi-6")
    void tellsWhoseAnUpdateIsAndWhatBecameOfIt() {
        JsonNode update = json("/updates/?status=stable&rows_per_page=1").path("updates").path(0);

        assertThat(update.path("alias").asText()).isNotEmpty();
        assertThat(update.path("status").asText()).isEqualTo("stable");
        assertThat(update.path("user").path("name").isTextual()).isTrue();
        assertThat(update.path("release").path("name").isTextual()).isTrue();
        assertThat(update.path("builds").path(0).path("nvr").asText()).matches(".+-[^-]+-[^-]+");
        assertThat(update.path("date_stable").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(update.path("date_submitted").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(json("/updates/" + update.path("alias").asText()).path("update").path("alias")).isEqualTo(update.path("alias"));
    }

    @Test
    @Tag("bodhi-7")
    void tellsOfAPersonNameAndGroups() {
        JsonNode user = json("/users/" + submitter).path("user");

        assertThat(user.path("name").asText()).isEqualTo(submitter);
        assertThat(user.path("id").isIntegralNumber()).isTrue();
        assertThat(user.path("groups").isArray()).isTrue();
        assertThat(json("/users/?rows_per_page=5").path("users").path(0).path("name").isTextual()).isTrue();
    }

    @Test
    @Tag("bodhi-8")
    void wantsAnyOfSeveralWordsAndAllOfSeveralParameters() {
        assertThat(texts("/updates/?status=stable,testing&rows_per_page=100", "status")).isSubsetOf("stable", "testing");
        JsonNode theirs = json("/updates/?user=" + submitter + "&packages=" + ofPackage);

        assertThat(theirs.path("total").asInt()).isPositive();
        assertThat(theirs.path("updates")).allMatch(update -> update.path("user").path("name").asText().equals(submitter));
    }

    @Test
    @Tag("bodhi-9")
    @Tag("bodhi-10")
    void includesTheTimeSinceAndExcludesTheTimeBefore() {
        String submitted = json("/updates/?rows_per_page=1").path("updates").path(0).path("date_submitted").asText().replace(' ', 'T');

        assertThat(json("/updates/?submitted_since=" + submitted).path("total").asInt()).isPositive();
        assertThat(json("/updates/?submitted_before=" + submitted).path("total").asInt()).isLessThan(json("/updates/").path("total").asInt());
        assertThat(json("/updates/?submitted_since=" + submitted.substring(0, 10)).path("total").asInt()).isPositive();
    }

    @Test
    @Tag("bodhi-11")
    void passesOverWhatItDoesNotKnow() {
        assertThat(json("/updates/?shoe_size=40").path("total")).isEqualTo(json("/updates/").path("total"));
    }

    @Test
    @Tag("bodhi-12")
    @Tag("bodhi-13")
    void refusesAUserItDoesNotKnow() {
        assertRefused(400, "/updates/?user=nobody-of-this-name", "user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows_per_page=0", "rows_per_page=1001", "rows_per_page=many", "page=0"})
    @Tag("bodhi-13")
    @Tag("bodhi-14")
    void refusesPagesThatCannotBe(String query) {
        assertRefused(400, "/updates/?" + query, query.replaceFirst("=.*", ""));
    }

    @Test
    @Tag("bodhi-14")
    void hasNothingBeyondTheLastPage() {
        assertThat(json("/updates/?page=1000000").path("updates")).isEmpty();
    }

    @Test
    @Tag("bodhi-15")
    void sendsTheLastSubmittedFirst() {
        assertThat(texts("/updates/?rows_per_page=50", "date_submitted")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    @Tag("bodhi-18")
    void namesWhatIsNotThere() {
        assertRefused(404, "/updates/FEDORA-0000-0000000000", "id");
        assertRefused(404, "/users/nobody-of-this-name", "name");
    }

    private static void assertRefused(int status, String path, String name) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        JsonNode body = json(answer);
        assertThat(body.path("status").asText()).isEqualTo("error");
        assertThat(body.path("errors").path(0).path("name").asText()).isEqualTo(name);
        assertThat(body.path("errors").path(0).path("location").isTextual()).isTrue();
        assertThat(body.path("errors").path(0).path("description").isTextual()).isTrue();
    }

    private static List<String> texts(String path, String field) {
        return StreamSupport.stream(json(path).path("updates").spliterator(), false).map(update -> update.path(field).asText()).toList();
    }

    private static JsonNode json(String path) {
        return json(get(path));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("no JSON came with HTTP " + answer.statusCode(), noJson);
        }
    }

    private static HttpResponse<String> get(String path) {
        return SERVER.send(SERVER.request(path).header("Accept", "application/json"));
    }
}

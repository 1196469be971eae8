package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.service.Routes;
import dev.accolade.service.Script;
import dev.accolade.service.cave.CaveUserInformation.Affiliation;
import java.awt.GraphicsEnvironment;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people at once, terms, and warnings. */
class CaveInformationTest {

    private static final String ADA = """
            {"admin":false,"admin_datasets":[],"affiliations":[[{"id":7,"name":"Sea Institute","start":"2026-01-05T10:00:00"}]],
             "created":"Mon, 05 Jan 2026 09:59:58 GMT","email":"ada@example.org","gdpr_consent":false,"id":42,"name":"Ada","pi":"Lab Nine",
             "service_account":false}""";

    private final Script server = new Script();
    private Routes routes;

    @BeforeEach
    void start() {
        routes = new Routes(server);
        CaveConfiguration lab = new CaveConfiguration();
        lab.setToken("0123456789abcdef0123456789abcdef");
        routes.connect("lab", lab);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void tellsAllThatCaveTells() throws Exception {
        server.says(200, "[" + ADA + "]");

        assertThat(ask("42")).isEqualTo(List.of(new CaveUserInformation(new CaveUser(42, "Ada", Optional.of("ada@example.org"), false), Optional.of(false),
                "Lab Nine", Optional.of(Instant.parse("2026-01-05T09:59:58Z")), Optional.empty(),
                List.of(new Affiliation(7, "Sea Institute", Optional.of("2026-01-05T10:00:00"), Optional.empty())))));
        assertThat(server.calls.get(0).query()).isEqualTo("id=42");
        assertThat(ask("42").toString()).doesNotContain("Ada").doesNotContain("Lab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-01-05T09:59:58\"", "\"2026-01-05T09:59:58Z\"", "\"2026-01-05T10:59:58+01:00\""})
    void readsTimesInIsoForm(String time) throws Exception {
        server.says(200, "[" + ADA.replace("\"Mon, 05 Jan 2026 09:59:58 GMT\"", time) + "]");

        assertThat(ask("42")).singleElement().satisfies(one -> assertThat(one.created()).contains(Instant.parse("2026-01-05T09:59:58Z")));
    }

    @Test
    void readsFlatAffiliationsAndNone() throws Exception {
        server.says(200, "[" + ADA.replace("[[", "[").replace("}]]", "}]") + "]");
        assertThat(ask("42")).singleElement().satisfies(one -> assertThat(one.affiliations()).hasSize(1));
        server.says(200, "[" + ADA.replaceFirst("\\[\\[.*]]", "[[]]") + "]");
        assertThat(ask("42")).singleElement().satisfies(one -> assertThat(one.affiliations()).isEmpty());
    }

    @Test
    void asksForTwoHundredAtATimeAndLeavesOutWhomCaveDoesNotKnow() throws Exception {
        server.answer = call -> Answer.text(200, "application/json", knownOf(call));
        List<Long> ids = LongStream.rangeClosed(1, 450).boxed().toList();

        assertThat(ask(ids)).hasSize(449).noneMatch(one -> one.user().id() == 13);
        assertThat(server.calls).hasSize(3).allMatch(call -> call.query().length() < 2000);
        assertThat(ask("1, 2,2 ,\n1")).hasSize(2);
    }

    @Test
    void asksNothingForNobody() throws Exception {
        assertThat(ask(List.of())).isEmpty();
        assertThat(ask("")).isEmpty();
        assertThat(server.calls).isEmpty();
        assertThatThrownBy(() -> ask("1,x")).hasMessageContaining(CaveConstants.USER_IDS);
        assertThatThrownBy(() -> routes.ask("cave:getUserInformation?connection=lab", Map.of())).hasMessageContaining(CaveConstants.USER_IDS);
    }

    @Test
    void doesNotBelieveAnAnswerAboutSomebodyElse() {
        server.says(200, "[" + ADA + "]");

        assertThatThrownBy(() -> ask("43")).isInstanceOf(dev.accolade.service.http.ServiceException.class);
    }

    @Test
    void saysWhichTermsHaveToBeAccepted() {
        server.says(403, """
                {"error":"missing_tos","message":"Need to accept.","data":{"tos_id":2,"tos_name":"lagoon terms","tos_form_url":"https://x.example.org/2"}}""");

        assertThatThrownBy(() -> ask("42")).isInstanceOfSatisfying(TermsNotAccepted.class, refused -> {
            assertThat(refused.terms()).isEqualTo("lagoon terms");
            assertThat(refused.page()).isEqualTo("https://x.example.org/2");
            assertThat(refused.status()).hasValue(403);
        });
        server.says(403, "{\"error\":\"missing_tos\"}");
        assertThatThrownBy(() -> ask("42")).isInstanceOf(TermsNotAccepted.class);
    }

    @Test
    void readsAnAnswerThatComesWithAWarning() throws Exception {
        server.answer = call -> Answer.text(200, "application/json", "[" + ADA + "]").with("Warning", "299 - \"old client\"");

        assertThat(ask("42")).hasSize(1);
    }

    @Test
    void opensNoBrowserWithoutAScreen() {
        assumeTrue(GraphicsEnvironment.isHeadless(), "somebody sits here");
        assertThat(new DesktopBrowser().open(URI.create("http://127.0.0.1:1/"))).isFalse();
    }

    private static String knownOf(Call call) {
        return Arrays.stream(call.parameter("id").orElseThrow().split(",")).filter(id -> !id.equals("13")).map(id -> ADA.replace("\"id\":42", "\"id\":" + id))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @SuppressWarnings("unchecked")
    private List<CaveUserInformation> ask(Object ids) throws Exception {
        return (List<CaveUserInformation>) routes.ask("cave:getUserInformation?connection=lab", Map.of(CaveConstants.USER_IDS, ids));
    }
}

package dev.accolade.service.fas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes FAS2 is sent once, whatever becomes of the answer. */
class FasWritesTest {

    private static final Answer DENIED = Answer.json(403, Map.of("logging_in", true, "message", "please log in"));
    private static final FasNewGroup GROUP = FasNewGroup.of("divers", "Divers", "alice", "tracking");

    private final Script server = new Script();
    private Connected connected;
    private FasClient client;

    @BeforeEach
    void start() {
        connected = new Connected(server, "fedora", reply -> Meaning.byStatus(reply.status()));
        FasConfiguration configuration = new FasConfiguration();
        configuration.setUsername("alice");
        configuration.setPassword("alice-secret");
        client = new FasClient(connected.wire, configuration, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        connected.close();
    }

    static Stream<Consumer<FasClient>> writes() {
        return Stream.of(client -> client.founding().create(GROUP), client -> client.configs().set("alice", "moin", "theme", "blue"),
                client -> client.certificates().make());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void isNotSentAgainWhenTheAnswerIsLostAndSaysThatItMayHaveHadAnEffect(Consumer<FasClient> write) {
        answers(call -> Answer.json(200, Map.of("people", Map.of())));
        client.directory().ids();
        server.calls.clear();
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.RESET_AFTER));

        assertThat(failure(() -> write.accept(client)).effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(questions()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void isNotSentAgainAfterARefusalThatIsNotFass(Consumer<FasClient> write) {
        answers(call -> Answer.text(403, "text/html", "<html>a proxy</html>"));

        assertThat(failure(() -> write.accept(client))).isInstanceOf(AuthException.class);
        assertThat(questions()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void isSentOnceMoreWhenFasPlainlySaysThatNobodyIsLoggedIn(Consumer<FasClient> write) {
        answers(call -> DENIED);

        assertThat(failure(() -> write.accept(client))).isInstanceOf(AuthException.class);
        assertThat(questions()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void isNotSentAgainAfterAnErrorOrAPage(Consumer<FasClient> write) {
        for (Answer answer : List.of(Answer.text(500, "text/html", "oops"), Answer.text(200, "text/html", "<html>"), Answer.text(200,
                "application/json", "{"))) {
            server.calls.clear();
            answers(call -> answer);
            assertThat(failure(() -> write.accept(client)).effect()).isEqualTo(Effect.POSSIBLE);
            assertThat(questions()).hasSize(1);
        }
    }

    @Test
    void callsAGroupMadeOnlyWhenItsPageShowsIt() {
        answers(call -> Answer.empty(303).with("Location", "http://elsewhere.example.org/accounts/"));
        AppException refused = (AppException) failure(() -> client.founding().create(GROUP));
        assertThat(refused.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(questions()).hasSize(1);

        answers(call -> Answer.json(200, Map.of("tg_errors", Map.of("name", "taken by alice@example.org"))));
        refused = (AppException) failure(() -> client.founding().create(GROUP));
        assertThat(refused.turn()).isEqualTo(Turn.NEVER);
        assertThat(refused.effect()).isEqualTo(Effect.NONE);
        assertThat(refused).hasMessageContaining("name").hasMessageNotContaining("alice@example.org");
    }

    @Test
    void saysThatAGroupWasMadeWhenItsPageCannotBeRead() {
        answers(call -> call.method().equals("GET") ? Answer.text(500, "text/html", "oops")
                : Answer.empty(303).with("Location", "https://elsewhere.example.org/accounts/group/view/divers?_csrf_token=x"));
        ServiceException failure = failure(() -> client.founding().create(GROUP));

        assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(failure).hasMessageContaining("groupByName");
        assertThat(questions()).extracting(Call::path).containsExactly("/group/create/divers/Divers/alice/tracking", "/group/view/divers");
    }

    @Test
    void makesACertificateThatShowsItselfToNobody() {
        answers(call -> Answer.json(200, Map.of("cla", true, "cert", "CERT", "key", "KEY")));
        FasCertificate made = client.certificates().make();
        assertThat(made.pem()).isEqualTo("CERT\nKEY");
        assertThat(made.toString()).doesNotContain("KEY");

        answers(call -> Answer.json(200, Map.of("cla", false)));
        assertThat(((AppException) failure(() -> client.certificates().make())).name()).isEqualTo("CLAError");
        answers(call -> Answer.json(200, Map.of("tg_flash", "off")));
        assertThat(failure(() -> client.certificates().make())).isInstanceOf(AppException.class);
        answers(call -> Answer.json(200, Map.of("cla", true)));
        assertThat(failure(() -> client.certificates().make()).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void tellsWhatFasReportsWithoutShowingIt() {
        answers(call -> Answer.json(200, Map.of("exc", "Busy", "tg_flash", "Try later, alice@example.org", "hint", 5)));
        AppException failure = (AppException) failure(() -> client.directory().ids());

        assertThat(failure.name()).isEqualTo("Busy");
        assertThat(failure.told()).contains("Try later, alice@example.org");
        assertThat(failure.extras()).isEqualTo(Map.of("hint", 5L));
        assertThat(failure).hasMessageContaining("Busy").hasMessageNotContaining("alice@example.org");
    }

    private void answers(Function<Call, Answer> other) {
        server.answer = call -> call.path().equals("/login")
                ? Answer.json(200, Map.of("user", Map.of("username", "alice"))).with("Set-Cookie",
                        "tg-visit=" + "a".repeat(40) + "; Path=/") : other.apply(call);
    }

    private List<Call> questions() {
        return server.calls.stream().filter(call -> !call.path().equals("/login")).toList();
    }

    private static ServiceException failure(ThrowingCallable call) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}

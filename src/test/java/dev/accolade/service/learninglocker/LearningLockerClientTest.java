package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearningLockerClientTest {

    private static final String VERSION_ERROR = "{\"name\": \"VersionError\", \"statusCode\": 400}";

    private final LearningLockerFixture fixture = new LearningLockerFixture();
    private final LearningLockerClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void checksThatItMayManageClients() {
        assertThat(client.check().title()).isEqualTo("Provisioner");
        fixture.configuration.setBasicKey("key-of-reader");
        LearningLockerClient reader = fixture.component.client("reader", "lrs", fixture.configuration);
        ServiceException failure = failure(reader::check);
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("holds the scopes [xapi/read]").hasMessageContaining("needs 'all'");
        assertThat(failure(reader::stores)).hasMessageContaining("HTTP 403 on GET /connection/lrs (managing clients needs the scope 'all'");
    }

    @Test
    void leavesARefusedLoginToTheOperatorWithoutShowingIt() {
        fixture.configuration.setBasicSecret("not-the-secret");
        LearningLockerClient stranger = fixture.component.client("stranger", "lrs", fixture.configuration);
        ServiceException failure = failure(stranger::check);
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessage("lrs: HTTP 401 on GET /auth/client/info (key or secret is not accepted, or this client is disabled)");
    }

    @Test
    void findsAStoreByTitleOrId() {
        assertThat(client.storeByTitle("Academy").id()).isEqualTo(LearningLockerFixture.ACADEMY);
        assertThat(client.storeByTitle(LearningLockerFixture.ACADEMY).title()).isEqualTo("Academy");
        assertThat(client.stores()).extracting(Store::title).containsExactly("Academy", "Twin", "Twin");
    }

    @Test
    void saysWhatItFoundInsteadOfAStore() {
        assertThat(failure(() -> client.storeByTitle("academy"))).hasMessageContaining("no store is named 'academy'")
                .hasMessageContaining("'Academy'");
        assertThat(failure(() -> client.storeByTitle("Far"))).hasMessageContaining("no store is named 'Far'").hasMessageNotContaining("'Far' (");
        ServiceException twin = failure(() -> client.storeByTitle("Twin"));
        assertThat(twin).hasMessageContaining("64a000000000000000000012").hasMessageContaining("64a000000000000000000013");
        assertThat(twin.turn()).isEqualTo(Turn.OPERATOR);
    }

    @Test
    void createsWhatWasAsked() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        assertThat(made.title()).isEqualTo("crew-1");
        assertThat(made.storeId()).contains(LearningLockerFixture.ACADEMY);
        assertThat(made.authority()).contains(LearningLockerFixture.ann());
        assertThat(made.scopes()).containsExactly("statements/read/mine", "statements/write");
        assertThat(made.basicKey()).contains("accolade-crew-1");
        assertThat(made.trusted()).isTrue();
        assertThat(client.client(made.id())).isEqualTo(made);
        assertThat(fixture.stored(made.id()).at("/api/basic_secret").asText()).matches("[0-9a-f]{40}");
        assertThat(made.toString()).doesNotContain("ann").doesNotContain("accolade");
    }

    @Test
    void sendsTheAuthorityAsTheSameTextWhateverItsOrder() {
        client.create(LearningLockerFixture.request("one"));
        JsonNode shuffled = LearningLockerFixture.json("{\"account\": {\"homePage\": \"https://license.example.org\", \"name\": \"ann\"},"
                + " \"name\": \"Ann\", \"objectType\": \"Agent\"}");
        client.create(new ClientRequest("two", LearningLockerFixture.ACADEMY, shuffled, List.of("state", "state"), Optional.empty(), false));
        List<String> sent = fixture.locker.calls("POST", "/v2/client").stream()
                .map(call -> call.json().orElseThrow().path("authority").asText()).toList();
        assertThat(sent).hasSize(2).containsOnly(
                "{\"account\":{\"homePage\":\"https://license.example.org\",\"name\":\"ann\"},\"name\":\"Ann\",\"objectType\":\"Agent\"}");
    }

    @Test
    void findsAllClientsOfAKeyLetterByLetter() {
        client.create(LearningLockerFixture.request("crew-1"));
        client.create(LearningLockerFixture.request("crew-1"));
        assertThat(client.clientsByKey("accolade-crew-1")).hasSize(2);
        assertThat(client.clientsByKey("accolade-crew")).isEmpty();
        assertThat(client.clientsByKey("~accolade")).isEmpty();
        assertThat(client.clientsByKey("key-of-foreign")).isEmpty();
    }

    @Test
    void readsAllPagesWithoutASecret() {
        fixture.crowd(600);
        List<Integer> sizes = new ArrayList<>();
        List<Client> all = new ArrayList<>();
        client.clients(Optional.of(LearningLockerFixture.ACADEMY), page -> {
            sizes.add(page.size());
            all.addAll(page);
        });
        assertThat(sizes).containsExactly(500, 103);
        assertThat(all).extracting(Client::id).doesNotHaveDuplicates().contains(LearningLockerFixture.READER);
        assertThat(all).allMatch(one -> one.basicKey().isPresent() && one.storeId().equals(Optional.of(LearningLockerFixture.ACADEMY)));
        assertThat(fixture.locker.calls()).allSatisfy(call -> assertThat(call.parameter("project").orElse("")).contains("api.basic_key")
                .doesNotContain("secret"));
    }

    @Test
    void neverEndsAListThatBrokeInTheMiddle() {
        fixture.crowd(600);
        fixture.sandbox.faults().add(Fault.of("learning-locker", Fault.Kind.HTML).onPath("/connection/client").after(1));
        List<Client> all = new ArrayList<>();
        ServiceException failure = failure(() -> client.clients(Optional.empty(), all::addAll));
        assertThat(all).hasSize(500);
        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure).hasMessageContaining("a web page instead of JSON");
    }

    @Test
    void changesWhatIsGivenAndNothingElse() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        JsonNode ben = LearningLockerFixture.json("{\"mbox\": \"mailto:ben@example.org\"}");
        Client changed = client.update(ClientChange.of(made.id()).withAuthority(ben).withScopes(List.of("xapi/read")));
        assertThat(changed.authority()).contains(ben);
        assertThat(changed.scopes()).containsExactly("xapi/read");
        assertThat(changed.title()).isEqualTo("crew-1");
        assertThat(changed.trusted()).isTrue();
        assertThat(client.update(ClientChange.of(made.id()).withTrusted(false)).trusted()).isFalse();
        assertThat(client.client(made.id()).authority()).contains(ben);
    }

    @Test
    void repeatsAChangeThatLostAgainstAnotherWriter() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        refuse(VERSION_ERROR, 2);
        assertThat(client.update(ClientChange.of(made.id()).withScopes(List.of("state"))).scopes()).containsExactly("state");
        assertThat(fixture.locker.calls("PATCH", made.id())).hasSize(1);
    }

    @Test
    void stopsAfterSomeLostChanges() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        refuse(VERSION_ERROR, 0);
        ServiceException failure = failure(() -> client.update(ClientChange.of(made.id()).withScopes(List.of("state"))));
        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("5 times in a row");
    }

    @Test
    void isContentWhenTheOtherWriterWantedTheSame() {
        Client made = client.create(LearningLockerFixture.request("crew-1"));
        AtomicInteger attempts = new AtomicInteger();
        fixture.locker.instead(call -> call.method().equals("PATCH") && attempts.incrementAndGet() > 0
                ? Optional.of(Answer.text(400, "application/json", VERSION_ERROR)) : Optional.empty());
        assertThat(client.update(ClientChange.of(made.id()).withScopes(made.scopes())).id()).isEqualTo(made.id());
        assertThat(attempts).hasValue(1);
    }

    @Test
    void noticesAnAuthorityThatWasNotTakenOver() {
        fixture.locker.instead(call -> call.method().equals("POST")
                ? Optional.of(Answer.json(201, Map.of("_id", "64a000000000000000000999",
                        "authority", Map.of("mbox", "mailto:x@example.org"), "isTrusted", true, "scopes", List.of())))
                : Optional.empty());
        ServiceException failure = failure(() -> client.create(LearningLockerFixture.request("crew-1")));
        assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(failure.turn()).isEqualTo(Turn.OURS);
        assertThat(failure).hasMessageContaining("client 64a000000000000000000999 with another authority").hasMessageNotContaining("x@");
    }

    @Test
    void neverChangesTheClientItIs() {
        assertThat(failure(() -> client.update(ClientChange.of(LearningLockerFixture.PROVISIONER).withTrusted(false))))
                .hasMessageContaining("logs in with");
        assertThat(fixture.stored(LearningLockerFixture.PROVISIONER).path("isTrusted").asBoolean()).isTrue();
    }

    @Test
    void cannotSeeClientsOfOthers() {
        ServiceException failure = failure(() -> client.client(LearningLockerFixture.FOREIGN));
        assertThat(failure.turn()).isEqualTo(Turn.NEVER);
        assertThat(failure.status()).hasValue(404);
        assertThat(failure(() -> client.update(ClientChange.of(LearningLockerFixture.FOREIGN).withTrusted(false))).status()).hasValue(404);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"STATUS", "HTML", "CUT_BODY", "RESET_AFTER", "RESET_BEFORE"})
    void doesNotKnowWhetherABrokenCreationHappened(Fault.Kind kind) {
        fixture.sandbox.faults().add(Fault.of("learning-locker", kind).onMethod("POST").times(1));
        ServiceException failure = failure(() -> client.create(LearningLockerFixture.request("crew-1")));
        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        boolean acted = kind == Fault.Kind.CUT_BODY || kind == Fault.Kind.RESET_AFTER;
        assertThat(client.clientsByKey("accolade-crew-1")).hasSize(acted ? 1 : 0);
    }

    @Test
    void namesTheRefusedFieldsOnly() {
        refuse("{\"errors\": {\"authority\": {\"value\": \"mailto:ann@example.org\"}}, \"name\": \"ValidationError\"}", 1);
        ServiceException failure = failure(() -> client.update(ClientChange.of(LearningLockerFixture.READER).withTitle("x")));
        assertThat(failure.turn()).isEqualTo(Turn.NEVER);
        assertThat(failure).hasMessageContaining("Learning Locker refused the fields [authority]").hasMessageNotContaining("ann@");
    }

    @Test
    void asksWithItsLoginFromTheFirstRequestOn() {
        client.stores();
        Call first = fixture.locker.calls().get(0);
        assertThat(first.header("Authorization")).hasValueSatisfying(value -> assertThat(value).startsWith("Basic "));
        assertThat(first.headers().keySet()).noneMatch(name -> name.startsWith("camel"));
        assertThatThrownBy(() -> client.client("../lrs")).isInstanceOf(IllegalArgumentException.class);
    }

    private void refuse(String body, int times) {
        fixture.sandbox.faults().add(Fault.of("learning-locker", Fault.Kind.STATUS).withStatus(400).withBody(body).onMethod("PATCH").times(times));
    }

    private static ServiceException failure(ThrowingCallable call) {
        return catchThrowableOfType(ServiceException.class, call);
    }
}

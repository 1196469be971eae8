package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|no identifier",
        "[]|not a JSON object",
        "{\"name\": \"Ann\"}|no identifier",
        "{\"mbox\": \"mailto:a@example.org\", \"openid\": \"https://a.example.org\"}|the identifiers [mbox, openid]",
        "{\"mbox\": \"mailto:a@example.org\", \"account\": null}|the identifiers [mbox, account]",
        "{\"mbox\": \"a@example.org\"}|mbox begins with mailto:",
        "{\"account\": {\"name\": \"a\"}}|an account has homePage and name",
        "{\"mbox\": \"mailto:a@example.org\", \"name\": null}|a name that is no text",
        "{\"mbox\": \"mailto:a@example.org\", \"homePage\": \"x\"}|cannot have: [homePage]",
        "{\"objectType\": \"Person\", \"mbox\": \"mailto:a@example.org\"}|neither an Agent nor a Group",
        "{\"objectType\": \"Group\", \"member\": []}|not exactly two members",
        "{\"objectType\": \"Group\", \"member\": [{\"mbox\": \"mailto:a@example.org\"}, {}]}|a member of the authority has no identifier"})
    void refusesAuthoritiesThatMakeNoSense(String authority, String why) {
        assertThatThrownBy(() -> request(authority, List.of("state"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why)
                .hasMessageNotContaining("a@example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mbox\": \"MAILTO:a@example.org\"}", "{\"mbox_sha1sum\": \"abcde\"}", "{\"openid\": \"https://a.example.org\"}",
        "{\"objectType\": \"Group\", \"member\": [{\"mbox\": \"mailto:a@example.org\"}, {\"openid\": \"https://b.example.org\"}]}"})
    void acceptsTheOthers(String authority) {
        assertThat(request(authority, List.of("state")).authority()).isEqualTo(LearningLockerFixture.json(authority));
    }

    @Test
    void refusesScopesThatDoNotExist() {
        assertThatThrownBy(() -> request("{\"openid\": \"a:b\"}", List.of("statement/write")))
                .hasMessageContaining("did you mean 'statements/write'?");
        assertThatThrownBy(() -> request("{\"openid\": \"a:b\"}", List.of("all/read"))).hasMessageContaining("use 'xapi/read'");
        assertThatThrownBy(() -> request("{\"openid\": \"a:b\"}", List.of())).hasMessageContaining("without scopes");
    }

    @Test
    void putsScopesInAFixedOrderOnce() {
        assertThat(request("{\"openid\": \"a:b\"}", List.of("state", "xapi/read", "state")).scopes()).containsExactly("xapi/read", "state");
    }

    @Test
    void refusesWhatIsNoStore() {
        assertThatThrownBy(() -> new ClientRequest("t", "Academy", LearningLockerFixture.ann(), List.of("state"), Optional.empty(), true))
                .hasMessageContaining("storeId 'Academy' is not an id");
    }

    private static ClientRequest request(String authority, List<String> scopes) {
        return new ClientRequest("t", LearningLockerFixture.ACADEMY, LearningLockerFixture.json(authority), scopes, Optional.empty(), true);
    }
}

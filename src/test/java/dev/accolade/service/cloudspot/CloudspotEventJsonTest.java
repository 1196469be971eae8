package dev.accolade.service.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accolade.service.cloudspot.CloudspotEvent.EmailUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.PermissionsUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.PinUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.Unknown;
import dev.accolade.service.cloudspot.CloudspotEvent.UserCreated;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudspotEventJsonTest {

    private static final String UPDATE = "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"än@x.org\",\"company_id\":\"c-1\","
            + "\"permissions\":[\"use_app\"],\"available_companies\":[{\"company_id\":\"c-1\",\"company_name\":\"Quay\"}]}}";

    @Test
    void readsTheFormOfOldServersAndBothTogether() {
        assertThat(read("{\"event\":\"permissions.updated\",\"data\":{\"token\":\"t-1\",\"company_id\":\"c-1\",\"permissions\":[]}}")).isEqualTo(
                new PermissionsUpdated(Optional.empty(), Optional.of("t-1"), "c-1", List.of(), Optional.empty()));
        CloudspotEvent both = read("{\"event\":\"permissions.updated\",\"data\":{\"token\":\"t-1\",\"username\":\"a@x.org\",\"company_id\":\"c\",\"permissions\":[]}}");
        assertThat(both).isInstanceOfSatisfying(PermissionsUpdated.class, event -> {
            assertThat(event.username()).contains("a@x.org");
            assertThat(event.token()).contains("t-1");
        });
        assertThat(both.toString()).doesNotContain("t-1").doesNotContain("a@x");
    }

    @Test
    void readsTheOtherEvents() {
        assertThat(read("{\"event\":\"user.email.updated\",\"data\":{\"current_email\":\"a@x.org\",\"change_to_email\":\"b@x.org\"}}"))
                .isEqualTo(new EmailUpdated("a@x.org", "b@x.org"));
        assertThat(read("{\"event\":\"user.pin.updated\",\"data\":{\"user_username\":\"a@x.org\",\"pin\":\"12\"}}"))
                .isEqualTo(new PinUpdated("a@x.org", false));
        assertThat(read("{\"event\":\"user.pin.updated\",\"data\":{\"user_username\":\"a@x.org\",\"pin\":\"\"}}"))
                .isEqualTo(new PinUpdated("a@x.org", true));
        assertThat(read("{\"event\":\"user.created\",\"data\":{\"user_email\":\"a@x.org\",\"license_token\":\"\"}}"))
                .isEqualTo(new UserCreated("a@x.org", "", "", Optional.empty()));
    }

    @Test
    void knowsALaterEventByItsNameAlone() {
        assertThat(read("{\"event\":\"user.gone <b>\",\"data\":7}")).isEqualTo(new Unknown("user.gone??b?"));
        assertThat(((Unknown) read("{\"event\":\"" + "x".repeat(300) + "\"}")).name()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|INVALID_FORMAT", "[]|INVALID_FORMAT", "null|INVALID_FORMAT", "<html>|INVALID_FORMAT", "{} {}|INVALID_FORMAT", "{}|EXPECTED_VALUE",
        "{\"event\":7}|UNEXPECTED_VALUE", "{\"event\":\"\"}|EXPECTED_VALUE", "{\"event\":\"user.created\"}|EXPECTED_VALUE",
        "{\"event\":\"user.created\",\"data\":[]}|UNEXPECTED_VALUE", "{\"event\":\"user.created\",\"data\":{\"user_email\":null}}|EXPECTED_VALUE",
        "{\"event\":\"user.created\",\"data\":{\"user_email\":{}}}|UNEXPECTED_VALUE",
        "{\"event\":\"permissions.updated\",\"data\":{\"company_id\":\"c\",\"permissions\":[]}}|EXPECTED_VALUE",
        "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"a\",\"permissions\":[]}}|EXPECTED_VALUE",
        "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"a\",\"company_id\":\"c\"}}|EXPECTED_VALUE",
        "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"a\",\"company_id\":\"c\",\"permissions\":\"use_app\"}}|UNEXPECTED_VALUE",
        "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"a\",\"company_id\":\"c\",\"permissions\":[1]}}|UNEXPECTED_VALUE",
        "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"a\",\"company_id\":\"c\",\"permissions\":[],\"available_companies\":{}}}|UNEXPECTED_VALUE",
        "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"a\",\"company_id\":\"c\",\"permissions\":[],\"available_companies\":[7]}}|EXPECTED_VALUE"})
    void saysWhatIsWrong(String body, String word) {
        assertThat(refusal(bytes(body)).answer().body().path("status").textValue()).isEqualTo(word);
        assertThat(refusal(bytes(body)).answer().status()).isEqualTo(400);
    }

    @Test
    void refusesAnEventThatIsCutAnywhere() {
        byte[] whole = bytes(UPDATE);
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length)).answer().status()).as("%s bytes", length).isEqualTo(400);
        }
    }

    @Test
    void refusesAnotherCharset() {
        assertThat(refusal(UPDATE.getBytes(StandardCharsets.ISO_8859_1)).answer().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesNestingWithoutEnd(String open) {
        assertThat(refusal(bytes("{\"event\":\"user.created\",\"data\":" + open.repeat(10_000))).answer().status()).isEqualTo(400);
    }

    @Test
    void refusesATextWithoutEnd() {
        assertThatThrownBy(() -> read("{\"event\":\"user.created\",\"data\":{\"user_email\":\"" + "x".repeat(500) + "\"}}"))
                .isInstanceOf(EventRefused.class).hasMessageNotContaining("xxx");
    }

    private static EventRefused refusal(byte[] body) {
        Throwable refusal = catchThrowable(() -> CloudspotEventJson.read(body));
        assertThat(refusal).isInstanceOf(EventRefused.class);
        return (EventRefused) refusal;
    }

    private static CloudspotEvent read(String json) {
        return CloudspotEventJson.read(bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.accolade.service.fas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.Answer;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.Access;
import dev.accolade.service.http.Meaning;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FasAccessTest {

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

    @Test
    void tellsTheCookieOfTheOneSession() {
        server.answer = call -> Answer.json(200, Map.of("user", Map.of("username", "alice"))).with("Set-Cookie", "tg-visit=" + "a".repeat(40));
        Access access = client.access().orElseThrow();

        assertThat(access.header()).isEqualTo("Cookie");
        assertThat(access.value()).isEqualTo("tg-visit=" + "a".repeat(40)).isEqualTo(client.access().orElseThrow().value());
        assertThat(access.toString()).doesNotContain("aaaa");
        assertThat(server.calls).hasSize(1);
    }

    @Test
    void saysThatTheLoginIsRefused() {
        server.answer = call -> Answer.json(403, Map.of("logging_in", true, "message", "credentials rejected"));

        assertThatThrownBy(() -> client.access()).isInstanceOf(AuthException.class).hasMessageNotContaining("alice-secret");
    }
}

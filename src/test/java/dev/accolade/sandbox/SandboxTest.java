package dev.accolade.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.community.Community;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SandboxTest {

    @Test
    void listensToNothingOnceClosedAndCanBeClosedAgain() {
        Sandbox sandbox = SandboxServices.start("127.0.0.1", 0, Community.sample());
        URI address = URI.create(sandbox.address() + "/sandbox");
        sandbox.close();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
        assertThatCode(sandbox::close).doesNotThrowAnyException();
    }
}

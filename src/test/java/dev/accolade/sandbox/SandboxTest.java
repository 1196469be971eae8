package dev.accolade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
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
    void comesBackToTheStateItStartedFrom() throws Exception {
        try (Sandbox sandbox = SandboxServices.start("127.0.0.1", 0, Community.sample())) {
            String before = ask(sandbox, "GET", "fas/summary").body();
            sandbox.faults().add(Fault.of("cave", Fault.Kind.HTML));
            assertThat(ask(sandbox, "DELETE", "fas/people/omar").statusCode()).isBetween(200, 299);
            assertThat(ask(sandbox, "GET", "fas/summary").body()).isNotEqualTo(before);

            assertThat(ask(sandbox, "GET", "reset").statusCode()).isEqualTo(405);
            assertThat(ask(sandbox, "POST", "reset").statusCode()).isEqualTo(204);

            assertThat(ask(sandbox, "GET", "fas/summary").body()).isEqualTo(before);
            assertThat(ask(sandbox, "GET", "../cave/no-such-page").statusCode()).as("the fault is gone").isNotEqualTo(200);
        }
    }

    private static HttpResponse<String> ask(Sandbox sandbox, String method, String control) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/").resolve(control)).method(method, HttpRequest.BodyPublishers.noBody()).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

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

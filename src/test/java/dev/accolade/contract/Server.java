package dev.accolade.contract;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.community.Community;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server that a contract suite asks: the sandbox with its sample community, or a real one where {@code -Dcontract.<service>.url} gives its address;
 * what a suite must know of it (who logs in, what may be changed) are further properties under the same prefix.
 */
public final class Server implements BeforeAllCallback, AfterAllCallback {

    private final String service;
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    private Sandbox sandbox;
    private String base;

    private Server(String service) {
        this.service = service;
    }

    public static Server of(String service) {
        return new Server(service);
    }

    /** A property of the real server, or what the sandbox's own is. */
    public String property(String name, String ofSandbox) {
        return System.getProperty("contract." + service + "." + name, ofSandbox);
    }

    public boolean isReal() {
        return given("url").isPresent();
    }

    /** Without a slash at its end. */
    public String base() {
        return base;
    }

    /** For tests whose facts need something that only an operator can do; absent with a real server. */
    public Optional<Sandbox> sandbox() {
        return Optional.ofNullable(sandbox);
    }

    /** @param path below the base address, with its query */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(System.getProperty("contract." + service + "." + name));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!isReal()) {
            sandbox = SandboxServices.start("127.0.0.1", 0, Community.sample());
        }
        base = given("url").orElseGet(() -> sandbox.base(service)).replaceAll("/$", "");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sandbox().ifPresent(Sandbox::close);
    }
}

package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.config.Settings;
import dev.accolade.service.http.ConnectionOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLHandshakeException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings {@code trust}, {@code proxy} and {@code requests-per-second} make of a connection. */
class ConnectionsTest {

    private static final String PASSWORD = "for-this-test-only";

    @TempDir
    Path folder;
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void listenWithACertificateOfOurOwn() throws Exception {
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=server", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12");
        keytool("-exportcert", "-rfc", "-alias", "server", "-file", folder.resolve("authority.pem").toString());
        server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(new PfxOptions().setPath(folder.resolve("server.p12").toString()).setPassword(PASSWORD)));
        server.requestHandler(request -> request.response().end("{}"));
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void trustsTheAuthorityOfTheFileAndOnlyThat() throws Exception {
        assertThat(ask(connection(Map.of("trust", "authority.pem")))).isEqualTo(200);

        Files.move(folder.resolve("server.p12"), folder.resolve("first.p12"));
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=other", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12");
        keytool("-exportcert", "-rfc", "-alias", "server", "-file", folder.resolve("other.pem").toString());
        assertThatThrownBy(() -> ask(connection(Map.of("trust", "other.pem")))).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void saysWhichSettingNamesAFileWithoutCertificates() throws Exception {
        Files.writeString(folder.resolve("empty.pem"), "");
        Files.writeString(folder.resolve("notes.pem"), "not a certificate");
        for (String file : List.of("missing.pem", "empty.pem", "notes.pem")) {
            assertThatThrownBy(() -> connection(Map.of("trust", file))).isInstanceOf(IllegalStateException.class).hasMessageContainingAll("'trust' of reef", file, "Nothing was started");
        }
    }

    @Test
    void handsOnProxyAndRate() {
        ConnectionOptions options = connection(Map.of("proxy", "proxy.example.org:3129", "requests-per-second", "2.5"));
        assertThat(options.getProxyHost()).isEqualTo("proxy.example.org");
        assertThat(options.getProxyPort()).isEqualTo(3129);
        assertThat(options.getRequestsPerSecond()).isEqualTo(2.5);
    }

    private ConnectionOptions connection(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of("source.reef.type", "cave", "source.reef.url", "https://127.0.0.1:1", "source.reef.token", "t"));
        more.forEach((name, value) -> settings.put("source.reef." + name, value));
        return Connections.of(Settings.of(folder, "test", settings, name -> null)).get("reef");
    }

    private int ask(ConnectionOptions options) throws Exception {
        HttpClient http = HttpClient.newBuilder().sslContext(options.getSslContextParameters().createSSLContext(new DefaultCamelContext())).build();
        return http.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.actualPort())).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("server.p12").toString(), "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
    }
}

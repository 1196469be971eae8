package dev.accolade.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that only its owner has signed, for 127.0.0.1 alone. */
class TlsTest {

    private static final String PASSWORD = "for-this-test-only";

    private final CamelContext context = new DefaultCamelContext();
    private final AtomicInteger requests = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private Path keyStore;
    private HttpServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        keyStore = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server",
                "-keyalg", "EC", "-dname", "CN=server", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", keyStore.toString(),
                "-storepass", PASSWORD).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(keytool.waitFor()).isZero();
        server = vertx.createHttpServer(new HttpServerOptions().setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(keyStore.toString()).setPassword(PASSWORD)));
        server.requestHandler(request -> {
            requests.incrementAndGet();
            request.response().end("{}");
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
        context.close();
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        ServiceException failure = failure(settings("127.0.0.1", false, Optional.empty()));
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("TLS failed").hasMessageContaining("sslContextParameters");
        assertThat(requests).hasValue(0);
    }

    @Test
    void acceptsAPrivateAuthority() {
        assertThat(status(settings("127.0.0.1", false, Optional.of(trusted())))).isEqualTo(200);
    }

    @Test
    void refusesTheRightCertificateUnderAnotherName() {
        ServiceException failure = failure(settings("localhost", false, Optional.of(trusted())));
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(requests).hasValue(0);
    }

    @Test
    void acceptsAnythingOnlyWhenToldTo() {
        assertThat(status(settings("localhost", true, Optional.empty()))).isEqualTo(200);
    }

    private HttpSettings settings(String host, boolean insecure, Optional<SSLContextParameters> tls) {
        HttpSettings plain = HttpSettings.of("https://" + host + ":" + server.actualPort());
        return new HttpSettings(plain.baseUrl(), plain.connectTimeout(), plain.responseTimeout(), 2, insecure, tls, Optional.empty());
    }

    private SSLContextParameters trusted() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keyStore);
        store.setType("PKCS12");
        store.setPassword(PASSWORD);
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }

    private int status(HttpSettings settings) {
        try (JsonHttp http = CamelJsonHttp.open("secure", context, settings); Reply reply = http.send(Request.of("POST", "/"))) {
            return reply.status();
        }
    }

    private ServiceException failure(HttpSettings settings) {
        return catchThrowableOfType(ServiceException.class, () -> status(settings));
    }
}

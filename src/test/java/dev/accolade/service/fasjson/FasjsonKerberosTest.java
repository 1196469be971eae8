package dev.accolade.service.fasjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.community.Community;
import dev.accolade.sandbox.fasjson.FasjsonStandIn;
import dev.accolade.service.Connected;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.SettableClock;
import dev.accolade.service.http.Ticket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real realm, real tickets and a server that reads them with its own key. */
class FasjsonKerberosTest {

    private static final String SERVER = "HTTP/localhost@" + Realm.NAME;

    private final AtomicInteger logins = new AtomicInteger();
    private final SettableClock clock = new SettableClock(Instant.now());
    @TempDir
    private Path folder;
    private Realm realm;
    private Path keytab;
    private Connected connected;

    @BeforeEach
    void start() throws Exception {
        realm = new Realm(folder);
        keytab = realm.keytab("accolade");
        Path ofServer = realm.keytab("HTTP/localhost");
        ObjectNode seed = (ObjectNode) Community.sample().seed("fasjson");
        seed.set("kerberos", new ObjectMapper().createObjectNode().put("principal", SERVER).put("keytab", ofServer.toString()));
        seed.putArray("principals");
        connected = new Connected(new FasjsonStandIn(), "fedora", new FasjsonMeaning());
        connected.sandbox.load("fasjson", seed);
    }

    @AfterEach
    void stop() throws Exception {
        connected.close();
        realm.close();
    }

    private FasjsonConfiguration options(Path key, String server) {
        FasjsonConfiguration options = new FasjsonConfiguration();
        options.setBaseUrl(connected.sandbox.base("fasjson"));
        options.setPrincipal("accolade@" + Realm.NAME);
        options.setKeytab(key.toString());
        options.setServicePrincipal(server);
        options.setKrb5Conf(realm.conf().toString());
        options.check();
        return options;
    }

    /** A client whose logins are counted. */
    private FasjsonClient client(FasjsonConfiguration options) {
        KerberosLogin login = new KerberosLogin("fedora", options);
        return new FasjsonClient(connected.wire, options, new FasjsonLogin() {
            @Override
            public String token() {
                return login.token();
            }

            @Override
            public Ticket enter(Optional<Ticket> last) {
                logins.incrementAndGet();
                return login.enter(last);
            }
        }, clock);
    }

    @Test
    void isLetInByItsKeytabAndSeesTheCommunity() {
        FasjsonClient client = client(options(keytab, "HTTP/localhost"));

        assertThat(client.check().account().username()).contains("accolade");
        assertThat(client.members("packager").orElseThrow()).contains("zofia");
        assertThat(client.sponsors("packager").orElseThrow()).contains("zofia");
        assertThat(logins).hasValue(1);
    }

    @Test
    void isNotLetInWithoutATicketWhateverNameItGives() {
        FasjsonConfiguration options = options(keytab, "HTTP/localhost");
        options.setAuth(FasjsonAuth.SANDBOX);
        FasjsonClient client = new FasjsonClient(connected.wire, options, FasjsonLogin.of("fedora", options), clock);

        assertThat(catchThrowableOfType(ServiceException.class, client::me).status()).hasValue(401);
    }

    @Test
    void logsInOnceForAllThreads() throws Exception {
        FasjsonClient client = client(options(keytab, "HTTP/localhost"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            threads.invokeAll(List.<Callable<FasjsonCaller>>of(client::me, client::me, client::me, client::me, client::me, client::me, client::me, client::me))
                    .forEach(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(30)));
        } finally {
            threads.shutdownNow();
        }
        assertThat(logins).hasValue(1);
    }

    @Test
    void renewsTheTicketBeforeItsEnd() {
        FasjsonClient client = client(options(keytab, "HTTP/localhost"));
        client.me();
        clock.pass(Duration.ofHours(23));
        client.me();
        assertThat(logins).hasValue(1);

        clock.pass(Duration.ofMinutes(58));
        client.me();
        assertThat(logins).as("two minutes before the end of a day").hasValue(2);
    }

    @Test
    void isRefusedWithTheKeyOfAnotherServer() throws Exception {
        realm.keytab("HTTP/elsewhere.example.org");
        ServiceException failure = catchThrowableOfType(ServiceException.class,
                () -> client(options(keytab, "HTTP/elsewhere.example.org")).check());

        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure.status()).hasValue(401);
        assertThat(failure).hasMessageContaining("servicePrincipal");
    }

    @Test
    void sendsNothingWhenTheKeytabIsOldAndDoesNotAskTheRealmAtEachCall() throws Exception {
        realm.changeKey("accolade@" + Realm.NAME);
        FasjsonClient client = client(options(keytab, "HTTP/localhost"));

        assertThat(catchThrowableOfType(ServiceException.class, client::check).turn()).isEqualTo(Turn.OPERATOR);
        assertThatThrownBy(client::check).hasMessageContaining("not asked to log in again");
        assertThat(logins).hasValue(1);
    }

    @Test
    void refusesASecondKerberosConfigurationForTheSameProcess() throws Exception {
        client(options(keytab, "HTTP/localhost"));
        Path other = Files.writeString(folder.resolve("other.conf"), "[libdefaults]\n");
        FasjsonConfiguration options = options(keytab, "HTTP/localhost");
        options.setKrb5Conf(other.toString());

        assertThatThrownBy(options::check).hasMessageContaining("other.conf").hasMessageContaining("realm.conf");
    }
}

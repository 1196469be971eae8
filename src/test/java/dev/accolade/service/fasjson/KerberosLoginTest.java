package dev.accolade.service.fasjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Ticket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins at a real key distribution centre. */
class KerberosLoginTest {

    private static final String PRINCIPAL = "accolade@" + Realm.NAME;

    @TempDir
    private Path folder;
    private Realm realm;
    private Path keytab;

    @BeforeEach
    void start() throws Exception {
        realm = new Realm(folder);
        keytab = realm.keytab("accolade");
        realm.keytab("HTTP/localhost");
    }

    @AfterEach
    void stop() throws Exception {
        realm.close();
    }

    @Test
    void makesATokenForTheServerFromAKeytab() {
        KerberosLogin login = login(PRINCIPAL, keytab, "localhost");
        Ticket ticket = login.enter(Optional.empty());

        assertThat(ticket.expires()).isPresent();
        assertThat(login.token()).startsWith("YI").isNotEqualTo(login.token());
    }

    @Test
    void blamesTheKeytabOfAnotherPrincipal() {
        assertThat(refused(login("stranger@" + Realm.NAME, keytab, "localhost"))).contains("holds no key of this principal");
    }

    @Test
    void blamesAnOldKeytab() throws Exception {
        realm.changeKey("accolade@" + Realm.NAME);

        assertThat(refused(login(PRINCIPAL, keytab, "localhost"))).contains("old or another key");
    }

    @Test
    void blamesAPrincipalThatTheRealmForgot() throws Exception {
        realm.remove("accolade@" + Realm.NAME);

        assertThat(refused(login(PRINCIPAL, keytab, "localhost"))).contains("does not know this principal");
    }

    @Test
    void blamesAServerThatTheRealmDoesNotKnow() {
        KerberosLogin login = login(PRINCIPAL, keytab, "elsewhere.example.org");
        login.enter(Optional.empty());
        ServiceException failure = catchThrowableOfType(ServiceException.class, login::token);

        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("does not know that server").hasMessageContaining("HTTP/elsewhere.example.org");
    }

    @Test
    void leavesASilentRealmForLater() throws Exception {
        realm.stop();
        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> login(PRINCIPAL, keytab, "localhost").enter(Optional.empty()));

        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure).hasMessageContaining("no key distribution centre");
    }

    private KerberosLogin login(String principal, Path file, String host) {
        FasjsonConfiguration options = new FasjsonConfiguration();
        options.setBaseUrl("http://" + host);
        options.setPrincipal(principal);
        options.setKeytab(file.toString());
        options.setKrb5Conf(realm.conf().toString());
        options.check();
        return new KerberosLogin("fedora", options);
    }

    private static String refused(KerberosLogin login) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> login.enter(Optional.empty()));
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("fedora: ").hasMessageNotContaining("@");
        return failure.getMessage();
    }
}

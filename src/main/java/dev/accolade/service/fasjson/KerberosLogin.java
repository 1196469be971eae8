package dev.accolade.service.fasjson;

import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.Ticket;
import java.net.URI;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/**
 * Logs in to a Kerberos realm with a keytab, and makes a SPNEGO token for each request from that login. Tickets live in memory only, and nothing is
 * delegated: FASJSON acts for the caller with rights of its own. Source: docs/services/fasjson.md, facts 5 to 8.
 */
final class KerberosLogin implements FasjsonLogin {

    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String KRB5_NAME = "1.2.840.113554.1.2.2.1";
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private final KerberosFailures failures;
    private final Configuration keytab;
    private final Optional<String> servicePrincipal;
    private final String host;
    private volatile Subject subject;

    KerberosLogin(String connection, FasjsonConfiguration configuration) {
        this.failures = new KerberosFailures(connection, configuration.getPrincipal());
        this.servicePrincipal = Optional.ofNullable(configuration.getServicePrincipal());
        this.host = URI.create(configuration.getBaseUrl().strip()).getHost();
        this.keytab = entry(Map.of("principal", configuration.getPrincipal(), "keyTab", configuration.getKeytab(), "useKeyTab", "true",
                "doNotPrompt", "true", "useTicketCache", "false", "isInitiator", "true", "refreshKrb5Config", "true"));
        Optional.ofNullable(configuration.getKrb5Conf()).ifPresent(Krb5Conf::use);
    }

    private static Configuration entry(Map<String, String> options) {
        AppConfigurationEntry[] entries = {
            new AppConfigurationEntry(MODULE, AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, options)};
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return entries;
            }
        };
    }

    @Override
    public Ticket enter(Optional<Ticket> last) {
        Subject fresh = new Subject();
        try {
            new LoginContext("accolade", fresh, null, keytab).login();
        } catch (LoginException refused) {
            throw failures.ofLogin(refused);
        }
        subject = fresh;
        Optional<KerberosTicket> granting = fresh.getPrivateCredentials(KerberosTicket.class).stream()
                .filter(ticket -> ticket.getServer().getName().startsWith("krbtgt/")).findFirst();
        return new Ticket("kept in the subject", granting.map(ticket -> ticket.getEndTime().toInstant()), Optional.empty());
    }

    @Override
    @SuppressWarnings("removal")
    public String token() throws ServiceException {
        try {
            return Base64.getEncoder().encodeToString(Subject.doAs(subject, (PrivilegedExceptionAction<byte[]>) this::firstToken));
        } catch (PrivilegedActionException refused) {
            throw failures.ofToken(refused.getException(), servicePrincipal.orElse("HTTP/" + host));
        }
    }

    private byte[] firstToken() throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSName server = servicePrincipal.isPresent() ? manager.createName(servicePrincipal.get(), new Oid(KRB5_NAME))
                : manager.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
        GSSContext context = manager.createContext(server, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
        try {
            // The certificate shows who the server is; its own Kerberos answer would have to wait for the end of the exchange.
            context.requestMutualAuth(false);
            context.requestCredDeleg(false);
            return context.initSecContext(new byte[0], 0, 0);
        } finally {
            context.dispose();
        }
    }
}

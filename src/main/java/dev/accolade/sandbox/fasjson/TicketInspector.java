package dev.accolade.sandbox.fasjson;

import java.io.File;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;

/** Reads Kerberos tokens with the key of the server, as its web server would. Safe for several threads. */
final class TicketInspector {

    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String KRB5 = "1.2.840.113554.1.2.2";

    private final Subject server;

    /** Who sent a token, and what is to be sent back with the answer, empty for nothing. */
    record Found(String principal, byte[] answer) {
    }

    /**
     * @param principal of the server, like {@code HTTP/localhost@EXAMPLE.ORG}
     * @param keytab    file with its key
     * @throws IllegalArgumentException when the file holds no key of it
     */
    TicketInspector(String principal, String keytab) {
        requireKey(principal, keytab);
        Map<String, String> options = Map.of("principal", principal, "keyTab", keytab, "useKeyTab", "true", "storeKey", "true", "doNotPrompt", "true",
                "isInitiator", "false");
        AppConfigurationEntry[] entries = {new AppConfigurationEntry("com.sun.security.auth.module.Krb5LoginModule",
                AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, options)};
        server = new Subject();
        try {
            new LoginContext("sandbox", server, null, new Configuration() {
                @Override
                public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                    return entries;
                }
            }).login();
        } catch (LoginException unusable) {
            throw new IllegalArgumentException("kerberos: the key of " + principal + " in " + keytab + " cannot be used (" + unusable.getMessage() + ")", unusable);
        }
    }

    /** Java itself would wait for a key to appear in the file. */
    private static void requireKey(String principal, String keytab) {
        KerberosPrincipal server;
        try {
            server = new KerberosPrincipal(principal);
        } catch (IllegalArgumentException noName) {
            throw new IllegalArgumentException("kerberos.principal: is not of the form HTTP/localhost@EXAMPLE.ORG", noName);
        }
        if (KeyTab.getInstance(server, new File(keytab)).getKeys(server).length == 0) {
            throw new IllegalArgumentException("kerberos.keytab: " + keytab + " cannot be read or holds no key of " + principal);
        }
    }

    /** Empty when the token is none, is for another server, has ended or was seen before. */
    @SuppressWarnings("removal")
    Optional<Found> inspect(byte[] token) {
        try {
            return Subject.doAs(server, (PrivilegedExceptionAction<Optional<Found>>) () -> accept(token));
        } catch (PrivilegedActionException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Found> accept(byte[] token) throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        Oid[] mechanisms = {new Oid(SPNEGO), new Oid(KRB5)};
        GSSContext context = manager.createContext(
                manager.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, mechanisms, GSSCredential.ACCEPT_ONLY));
        try {
            byte[] answer = context.acceptSecContext(token, 0, token.length);
            return context.isEstablished() ? Optional.of(new Found(context.getSrcName().toString(), answer == null ? new byte[0] : answer))
                    : Optional.empty();
        } finally {
            context.dispose();
        }
    }
}

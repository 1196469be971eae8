package dev.accolade.service.fasjson;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.KdcConfigKey;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;

/**
 * A Kerberos realm in this process, with a key distribution centre that listens on loopback. The Java process has one Kerberos configuration at a
 * time, so there is one realm at a time; closing it puts the earlier configuration back.
 */
public final class Realm implements AutoCloseable {

    public static final String NAME = "SANDBOX.EXAMPLE.ORG";
    private static final String PROPERTY = "java.security.krb5.conf";

    private final Optional<String> before = Optional.ofNullable(System.getProperty(PROPERTY));
    private final Path folder;
    private final int port;
    private SimpleKdcServer server;

    public Realm(Path folder) throws Exception {
        this(folder, 24 * 3600);
    }

    /** @param ticketSeconds how long a login lasts at most */
    public Realm(Path folder, long ticketSeconds) throws Exception {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new SimpleKdcServer();
        server.getKdcConfig().setLong(KdcConfigKey.MAXIMUM_TICKET_LIFETIME, ticketSeconds);
        server.setWorkDir(folder.toFile());
        server.setKdcRealm(NAME);
        server.setKdcHost("127.0.0.1");
        server.setKdcTcpPort(port);
        server.setAllowUdp(false);
        server.init();
        server.start();
        Files.writeString(conf(), configuration(port));
        System.setProperty(PROPERTY, conf().toString());
    }

    private static String configuration(int port) {
        return """
                [libdefaults]
                  default_realm = %1$s
                  udp_preference_limit = 1
                  kdc_timeout = 3000
                  max_retries = 1
                  dns_lookup_kdc = false
                  dns_canonicalize_hostname = false
                [realms]
                  %1$s = {
                    kdc = 127.0.0.1:%2$d
                  }
                [domain_realm]
                  localhost = %1$s
                """.formatted(NAME, port);
    }

    /** The configuration of this realm. */
    public Path conf() {
        return folder.resolve("realm.conf");
    }

    /** Makes a principal with a random key, and a file with that key. */
    public Path keytab(String principal) throws KrbException {
        server.createPrincipal(principal);
        return export(principal);
    }

    /** Gives a principal another key, so that files made before are of no use any more. */
    public void changeKey(String principal) throws KrbException {
        server.getKadmin().updateKeys(principal);
    }

    private Path export(String principal) throws KrbException {
        Path file = folder.resolve(principal.replaceAll("[^A-Za-z]", "-") + ".keytab");
        server.exportPrincipal(principal, file.toFile());
        return file;
    }

    /** Forgets a principal. */
    public void remove(String principal) throws KrbException {
        server.deletePrincipal(principal);
    }

    /** Nobody answers any more. */
    public void stop() throws KrbException {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() throws IOException {
        before.ifPresentOrElse(file -> System.setProperty(PROPERTY, file), () -> System.clearProperty(PROPERTY));
        try {
            stop();
        } catch (KrbException alreadyGone) {
            throw new IOException(alreadyGone);
        }
    }
}

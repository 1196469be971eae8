package dev.accolade.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** TLS for a service whose certificate comes from an authority of its own. */
final class PrivateAuthority {

    private PrivateAuthority() {}

    /**
     * Trusts the certificates of a PEM file, and no other.
     *
     * @param service whose setting names the file, for the message
     * @throws IllegalStateException when there is no certificate to be had from it
     */
    static SSLContextParameters in(String service, Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store(CertificateFactory.getInstance("X.509").generateCertificates(pem)));
            TrustManagersParameters managers = new TrustManagersParameters();
            managers.setTrustManager(trusted.getTrustManagers()[0]);
            SSLContextParameters parameters = new SSLContextParameters();
            parameters.setTrustManagers(managers);
            return parameters;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The setting 'trust' of " + service + " names " + file + ", which holds no readable certificates in PEM form. Nothing was started; "
                    + "put the authority's certificate there, between BEGIN CERTIFICATE and END CERTIFICATE.", unusable);
        }
    }

    private static KeyStore store(Collection<? extends Certificate> authorities) throws GeneralSecurityException, IOException {
        if (authorities.isEmpty()) {
            throw new IOException("no certificate in it");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate authority : authorities) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        return store;
    }
}

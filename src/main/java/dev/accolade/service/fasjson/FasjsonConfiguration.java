package dev.accolade.service.fasjson;

import dev.accolade.service.http.ConnectionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a FASJSON server. */
@UriParams
@Configurer(extended = true)
public class FasjsonConfiguration extends ConnectionOptions {

    private static final Pattern PRINCIPAL = Pattern.compile("[^@\\s]+(@[^@\\s]+)?");
    private static final Pattern SERVICE = Pattern.compile("[^@/\\s]+/[^@/\\s]+(@[^@\\s]+)?");

    /** SPNEGO proves by Kerberos who asks. SANDBOX names the principal without proof; only Accolade's own sandbox accepts that. */
    @UriParam(label = "security", defaultValue = "SPNEGO")
    private FasjsonAuth auth = FasjsonAuth.SPNEGO;
    /** Kerberos principal that asks, with its realm: accolade@EXAMPLE.ORG or a service's. It needs no special rights. */
    @UriParam(label = "security")
    private String principal;
    /** File that holds the principal's key. Who can read it can act as the principal. */
    @UriParam(label = "security")
    private String keytab;
    /** Principal of the server, where it is not HTTP at the host of baseUrl: HTTP/host.example.org. */
    @UriParam(label = "security,advanced")
    private String servicePrincipal;
    /**
     * Kerberos configuration of this Java process, instead of that of the machine. A process can have only one: all connections must name the same,
     * and java.security.krb5.conf must not name another.
     */
    @UriParam(label = "security,advanced")
    private String krb5Conf;
    /** How long before its end a Kerberos ticket is renewed, in milliseconds. */
    @UriParam(label = "security,advanced", defaultValue = "300000", javaType = "java.time.Duration")
    private long ticketMargin = 300_000;
    /** People or groups asked for in one request; 0 asks for all at once. */
    @UriParam(label = "common,advanced", defaultValue = "1000")
    private int pageSize = 1000;

    public FasjsonAuth getAuth() {
        return auth;
    }

    public void setAuth(FasjsonAuth auth) {
        this.auth = auth;
    }

    public String getPrincipal() {
        return principal;
    }

    public void setPrincipal(String principal) {
        this.principal = principal;
    }

    public String getKeytab() {
        return keytab;
    }

    public void setKeytab(String keytab) {
        this.keytab = keytab;
    }

    public String getServicePrincipal() {
        return servicePrincipal;
    }

    public void setServicePrincipal(String servicePrincipal) {
        this.servicePrincipal = servicePrincipal;
    }

    public String getKrb5Conf() {
        return krb5Conf;
    }

    public void setKrb5Conf(String krb5Conf) {
        this.krb5Conf = krb5Conf;
    }

    public long getTicketMargin() {
        return ticketMargin;
    }

    public void setTicketMargin(long ticketMargin) {
        this.ticketMargin = ticketMargin;
    }

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    @Override
    public void check() {
        super.check();
        need("principal", principal);
        matches("principal", principal, PRINCIPAL, "name@REALM");
        if (pageSize < 0 || ticketMargin < 0) {
            throw new IllegalArgumentException("pageSize is " + pageSize + " and ticketMargin " + ticketMargin + "; neither can be less than 0");
        }
        if (auth == FasjsonAuth.SPNEGO) {
            checkKerberos();
        }
    }

    private void checkKerberos() {
        need("keytab", keytab);
        readable("keytab", keytab);
        if (servicePrincipal != null) {
            matches("servicePrincipal", servicePrincipal, SERVICE, "HTTP/host.example.org");
        }
        if (krb5Conf != null) {
            readable("krb5Conf", krb5Conf);
            Krb5Conf.requireFree(krb5Conf);
        }
    }

    private static void matches(String option, String value, Pattern form, String example) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(option + " is not of the form " + example);
        }
    }

    private static void readable(String option, String file) {
        if (!Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException(option + " names the file " + file + ", which cannot be read");
        }
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(auth, principal, keytab, servicePrincipal, krb5Conf, ticketMargin, pageSize);
    }

    @Override
    public FasjsonConfiguration copy() {
        return (FasjsonConfiguration) super.copy();
    }
}

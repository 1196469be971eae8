package dev.accolade.service.badgr;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a Badgr server. */
@UriParams
@Configurer(extended = true)
public class BadgrConfiguration extends ConnectionOptions {

    /** E-mail of the Badgr account that awards; it must be on the staff of the issuers, as editor where badges are revoked. */
    @UriParam(label = "security", secret = true)
    private String username;
    /** Password of that account. */
    @UriParam(label = "security", secret = true)
    private String password;
    /** OAuth application of the Badgr server. */
    @UriParam(label = "security", defaultValue = "public")
    private String clientId = "public";
    /** Secret of that application; none for a public one. */
    @UriParam(label = "security", secret = true)
    private String clientSecret;
    /** OAuth scopes, separated by spaces. */
    @UriParam(label = "security", defaultValue = "rw:issuer")
    private String scope = "rw:issuer";
    /** How long before its end a token is renewed, in milliseconds; never more than half of its life. */
    @UriParam(label = "security,advanced", defaultValue = "600000", javaType = "java.time.Duration")
    private long tokenMargin = 600_000;

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public long getTokenMargin() {
        return tokenMargin;
    }

    public void setTokenMargin(long tokenMargin) {
        this.tokenMargin = tokenMargin;
    }

    @Override
    public void check() {
        super.check();
        need("username", username);
        need("password", password);
        need("clientId", clientId);
        need("scope", scope);
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(username, password, clientId, clientSecret, scope);
    }

    @Override
    public BadgrConfiguration copy() {
        return (BadgrConfiguration) super.copy();
    }
}

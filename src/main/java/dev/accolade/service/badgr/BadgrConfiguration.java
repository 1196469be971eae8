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

    /** Address of the Badgr server. */
    public static final String DEFAULT_BASE_URL = "http://localhost:8000";

    /** E-mail of the Badgr account that awards; it must be on the staff of the issuers, as editor where badges are revoked. Without it the account of the OAuth application acts. */
    @UriParam(label = "security", secret = true)
    private String username;
    /** Password of that account. */
    @UriParam(label = "security", secret = true)
    private String password;
    /** OAuth application of the Badgr server. */
    @UriParam(label = "security", defaultValue = "public")
    private String clientId = "public";
    /** Secret of that application; none for a public one. Without a username, Badgr is asked for a token by client credentials. */
    @UriParam(label = "security", secret = true)
    private String clientSecret;
    /** OAuth scopes, separated by spaces. */
    @UriParam(label = "security", defaultValue = "rw:profile rw:issuer rw:backpack")
    private String scope = "rw:profile rw:issuer rw:backpack";
    /** Access token to begin with instead of a login; give refreshToken too, or something to log in with. */
    @UriParam(label = "security", secret = true)
    private String token;
    /** Refresh token to begin with; used once, its successors are kept in memory. */
    @UriParam(label = "security", secret = true)
    private String refreshToken;
    /** Keeps the names of badge classes in memory, refuses to make a second one of a name in an issuer, and lets badgeByName find them. */
    @UriParam(label = "common", defaultValue = "false")
    private boolean uniqueBadgeNames;
    /** How long before its end a token is renewed, in milliseconds; never more than half of its life. */
    @UriParam(label = "security,advanced", defaultValue = "600000", javaType = "java.time.Duration")
    private long tokenMargin = 600_000;

    public BadgrConfiguration() {
        setBaseUrl(DEFAULT_BASE_URL);
    }

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

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getRefreshToken() {
        return refreshToken;
    }

    public void setRefreshToken(String refreshToken) {
        this.refreshToken = refreshToken;
    }

    public boolean isUniqueBadgeNames() {
        return uniqueBadgeNames;
    }

    public void setUniqueBadgeNames(boolean uniqueBadgeNames) {
        this.uniqueBadgeNames = uniqueBadgeNames;
    }

    /** Whether there is anything but a token to get in with. */
    boolean canLogIn() {
        return username != null || clientSecret != null;
    }

    @Override
    public void check() {
        super.check();
        need("clientId", clientId);
        need("scope", scope);
        if (username != null || token == null && refreshToken == null && clientSecret == null) {
            need("username", username);
            need("password", password);
        }
        if (token != null && refreshToken == null && !canLogIn()) {
            throw new IllegalArgumentException("refreshToken is missing beside token, and nothing else is given to log in with");
        }
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(username, password, clientId, clientSecret, scope, token, refreshToken, uniqueBadgeNames, tokenMargin);
    }

    @Override
    public BadgrConfiguration copy() {
        return (BadgrConfiguration) super.copy();
    }
}

package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a Learning Locker; baseUrl includes /api where the API is published under it. */
@UriParams
@Configurer(extended = true)
public class LearningLockerConfiguration extends ConnectionOptions {

    /**
     * Address of the xAPI service, which is another one than that of the API; only operations on statements need it. Its root, or the whole address that
     * ends in /xAPI.
     */
    @UriParam(label = "common")
    private String xapiUrl;
    /** Key of the client that manages the others; it needs the scope all. */
    @UriParam(label = "security", secret = true)
    private String basicKey;
    /** Secret of that client. */
    @UriParam(label = "security", secret = true)
    private String basicSecret;

    public String getXapiUrl() {
        return xapiUrl;
    }

    public void setXapiUrl(String xapiUrl) {
        this.xapiUrl = xapiUrl;
    }

    public String getBasicKey() {
        return basicKey;
    }

    public void setBasicKey(String basicKey) {
        this.basicKey = basicKey;
    }

    public String getBasicSecret() {
        return basicSecret;
    }

    public void setBasicSecret(String basicSecret) {
        this.basicSecret = basicSecret;
    }

    @Override
    public void check() {
        super.check();
        need("basicKey", basicKey);
        need("basicSecret", basicSecret);
        login();
        try {
            xapi().ifPresent(ConnectionOptions::httpSettings);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("xapiUrl: " + wrong.getMessage(), wrong);
        }
    }

    Login login() {
        return new Login(basicKey, basicSecret);
    }

    /** The same options for the xAPI service; empty when its address is not given. */
    Optional<LearningLockerConfiguration> xapi() {
        if (xapiUrl == null || xapiUrl.isBlank()) {
            return Optional.empty();
        }
        String address = xapiUrl.strip().replaceAll("/+$", "");
        LearningLockerConfiguration options = copy();
        options.setBaseUrl(address.toLowerCase(Locale.ROOT).endsWith("/xapi") ? address : address + "/data/xAPI");
        return Optional.of(options);
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(xapiUrl, basicKey, basicSecret);
    }

    @Override
    public LearningLockerConfiguration copy() {
        return (LearningLockerConfiguration) super.copy();
    }
}

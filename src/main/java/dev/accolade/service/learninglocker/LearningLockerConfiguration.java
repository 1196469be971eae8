package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a Learning Locker; baseUrl includes /api where the API is published under it. */
@UriParams
@Configurer(extended = true)
public class LearningLockerConfiguration extends ConnectionOptions {

    /** Key of the client that manages the others; it needs the scope all. */
    @UriParam(label = "security", secret = true)
    private String basicKey;
    /** Secret of that client. */
    @UriParam(label = "security", secret = true)
    private String basicSecret;

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
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(basicKey, basicSecret);
    }

    @Override
    public LearningLockerConfiguration copy() {
        return (LearningLockerConfiguration) super.copy();
    }
}

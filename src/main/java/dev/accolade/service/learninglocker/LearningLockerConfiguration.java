package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a Learning Locker; baseUrl includes /api where the API is published under it. */
@UriParams
@Configurer(extended = true)
public class LearningLockerConfiguration extends ConnectionOptions implements Cloneable {

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

    /** @throws IllegalArgumentException naming the option that is missing */
    void check() {
        httpSettings();
        if (basicKey == null || basicKey.isBlank() || basicSecret == null || basicSecret.isBlank()) {
            throw new IllegalArgumentException((basicKey == null || basicKey.isBlank() ? "basicKey" : "basicSecret") + " is missing");
        }
    }

    /** What makes two nameless configurations one connection. */
    List<Object> key() {
        return Arrays.asList(httpSettings(), getMaxConcurrency(), getRequestsPerSecond(), basicKey, basicSecret);
    }

    public LearningLockerConfiguration copy() {
        try {
            return (LearningLockerConfiguration) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new RuntimeCamelException(impossible);
        }
    }
}
